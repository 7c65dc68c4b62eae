/** Digits as people spell them so that a machine should not see them, each sign at the place of what it means. */
const spelled: readonly RegExp[] = [
  ...[/[零〇洞]/gu, /[一幺]/gu, /[二两]/gu, /三/gu, /四/gu, /五/gu, /六/gu, /[七拐]/gu, /八/gu, /九/gu],
];
const digitsOf = (text: string): string =>
  spelled.reduce((read, signs, digit) => read.replace(signs, String(digit)), text.normalize('NFKC'));

/** What people put between the digits of one number. */
const gap = '[\\s\\-—_·•*()]*';

/** Each with what it finds; a list of prices or years is none of them. */
const contacts: readonly RegExp[] = [
  // A mainland mobile number, its digits apart or in the usual groups.
  new RegExp(`(?<!\\d)1${gap}[3-9](?:${gap}\\d){9}(?!\\d)`, 'u'),
  /(?<!\d)1[3-9]\d\.\d{4}\.\d{4}(?!\d)/u,
  // An area code and a landline, and the numbers that companies have.
  new RegExp(`(?<!\\d)0\\d{2,3}${gap}[2-9]\\d{6,7}(?!\\d)`, 'u'),
  new RegExp(`(?<!\\d)[48]00${gap}\\d{3,4}${gap}\\d{3,4}(?!\\d)`, 'u'),
  // An identity card, a bank card: no price is as long.
  /\d{9}/u,
  /(?:\d{4}[ -]){3}\d{4}/u,
  /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/u,
  // Shorter ones beside a word that says what they are.
  /(?:电话|手机|座机|热线|微信|加我|联系|拨打|致电|tel|phone|qq)[^\d。；\n]{0,6}\d{5,}/iu,
];

/**
 * Whether a text looks as if it told how to reach somebody: a phone or card number however it is spelled, an e-mail
 * address, or a number beside a word for one. Meant to warn, not to refuse (policy 7.3, P42).
 */
export function namesContact(text: string): boolean {
  const plain = digitsOf(text);
  return contacts.some((contact) => contact.test(plain));
}
