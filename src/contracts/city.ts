import { cityCodes } from '../data/city-codes';

/** Whether a six-digit division code names a city of the picker. */
export const isCityCode = (code: string): boolean => cityCodes.has(code);

/** A municipality is a province and a city at once; GB/T 2260 gives it both codes. */
const municipalities: ReadonlyMap<string, string> = new Map([
  ['110000', '110100'],
  ['120000', '120100'],
  ['310000', '310100'],
  ['500000', '500100'],
]);

/** The picker's code for a division code, or undefined where no city is meant. */
export function cityCodeOf(code: string): string | undefined {
  const city = municipalities.get(code) ?? code;
  return isCityCode(city) ? city : undefined;
}
