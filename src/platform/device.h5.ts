import { asDeviceFacts, type DeviceFacts } from './device-facts';

/** As device.ts, of the trial in a browser: its language, and no more. */
export const readDevice = (): Promise<DeviceFacts> =>
  Promise.resolve(asDeviceFacts({ language: navigator.language }));
