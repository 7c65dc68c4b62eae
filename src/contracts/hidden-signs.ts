/** Signs that nobody sees: controls but line breaks and tabs, what turns the direction of writing, and no-widths. */
const HIDDEN =
  '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';

/**
 * Text in which everything can be seen, so that a name cannot pose as another's (Unicode TR36); the joiners inside
 * emoji have no width either and stay.
 */
export const visible = new RegExp(`^[^${HIDDEN}]*$`);

const hidden = new RegExp(`[${HIDDEN}]`, 'g');

/** What was typed or pasted without the signs that nobody sees and a function would refuse. */
export const withoutHidden = (typed: string): string => typed.replace(hidden, '');
