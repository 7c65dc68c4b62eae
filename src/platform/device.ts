import Taro from '@tarojs/taro';
import { asDeviceFacts, type DeviceFacts } from './device-facts';
import { passPrivacy } from './privacy';

/** The two parts since base library 2.20.1; before, one call that WeChat has given up since told both. */
function readPhone() {
  if (Taro.canIUse('getDeviceInfo') && Taro.canIUse('getAppBaseInfo')) {
    const { model, system } = Taro.getDeviceInfo();
    const { version, language } = Taro.getAppBaseInfo();
    return { model, system, client: version, language };
  }
  const { model, system, version, language } = Taro.getSystemInfoSync();
  return { model, system, client: version, language };
}

/**
 * What a mini program can really read of the phone: model, system, WeChat's version, language, kind of network (P06).
 * Never rejects: what cannot be read, or the person does not want read, is left out, for nobody is kept from
 * registering by it.
 */
export async function readDevice(): Promise<DeviceFacts> {
  const network = await Taro.getNetworkType().then(
    ({ networkType }) => networkType,
    () => undefined,
  );
  try {
    return asDeviceFacts({ ...((await passPrivacy('DeviceInfo', false)) && readPhone()), network });
  } catch {
    return asDeviceFacts({ network });
  }
}
