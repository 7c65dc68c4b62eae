/** Whether a six-digit division code names a city of the picker. */
export const isCityCode = (code: string): boolean => /^\d{6}$/.test(code);
