import { mask } from '../../src/contracts/data-map/derive/mask';

const digit = '[0-9０-９]';
/** A day with separators is no number that leads to a person. */
const day = '(?:19|20)[0-9]{2}[-.](?:0?[1-9]|1[0-2])[-.](?:0?[1-9]|[12][0-9]|3[01])(?![0-9])';
/** Nine digits and more, as people type them, in groups too: phones, landlines, ID and card numbers. */
const number = `${digit}(?:[ \\-.]?${digit}){8,}[xXｘＸ]?`;
const email = '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+';
const pattern = new RegExp(`(${email})|(${day})|(${number})`, 'g');

const maskedNumber = (text: string): string => {
  const digits = text.replace(/[ \-.]/g, '');
  // A mobile number as everyone masks it; of any other number nothing but that it is one.
  return /^1[3-9][0-9]{9}$/.test(digits) ? mask('contact', digits) : '*'.repeat(digits.length);
};

const maskedEmail = (text: string): string => `${text.slice(0, 1)}****${text.slice(text.indexOf('@'))}`;

/**
 * Words of a person for somebody who must understand but not learn them (P39): what looks like a phone, an ID or card
 * number or an e-mail address is masked, the rest stays, for without it nobody could handle the request.
 */
export const maskWords = (words: string): string =>
  words.replace(pattern, (found: string, mail?: string, date?: string) => {
    if (mail !== undefined) return maskedEmail(mail);
    return date ?? maskedNumber(found);
  });
