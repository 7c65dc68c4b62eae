/** The digits of what was typed or pasted, full-width ones as plain ones. */
export const digitsOf = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '');

/**
 * What was typed or pasted, as the digits of a mainland number: without spaces, hyphens and the country's code that an
 * address book puts before it, and full-width digits as plain ones. It need not be a whole number.
 */
export const mobileDigits = (typed: string): string => digitsOf(typed).replace(/^(?:00)?86(?=1)/, '');
