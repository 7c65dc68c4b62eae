import { LONGEST_WAIT, type Located, type LocateProblem } from './located';

/** By the browser's `GeolocationPositionError.code`. */
const problems: readonly (LocateProblem | undefined)[] = [undefined, 'refused', 'failed', 'slow'];

/** To a hundredth of a degree, about a kilometre: no more than WeChat would tell. */
const fuzzy = (degrees: number) => Math.round(degrees * 100) / 100;

/** As position.ts, in a browser, which asks the person by itself. */
export const readPosition = (): Promise<Located> =>
  new Promise((resolve) => {
    // Missing where the page did not come over https or from this machine.
    const geolocation = navigator.geolocation as Geolocation | undefined;
    if (!geolocation) {
      resolve({ problem: 'missing' });
      return;
    }
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        resolve({ position: { latitude: fuzzy(latitude), longitude: fuzzy(longitude) } });
      },
      ({ code }) => {
        resolve({ problem: problems[code] ?? 'failed' });
      },
      { enableHighAccuracy: false, timeout: LONGEST_WAIT, maximumAge: 0 },
    );
  });

/** A browser's permissions are in its own address bar. */
export const openPermissions: (() => void) | undefined = undefined;
