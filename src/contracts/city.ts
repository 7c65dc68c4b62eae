import { cityCodes } from '../data/city-codes';

/** Whether a six-digit division code names a city of the picker. */
export const isCityCode = (code: string): boolean => cityCodes.has(code);
