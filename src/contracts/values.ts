import * as z from 'zod/mini';
import { visible } from './hidden-signs';

/** An instant as an ISO 8601 string in UTC. */
export const instant = z.iso.datetime();

/** A calendar day in Beijing, `YYYY-MM-DD`. */
export const isoDay = z.iso.date();

/** Text of at most `max` characters that is not blank and can be seen. */
export const text = (max: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(max), z.regex(visible));

/** Letters and digits of a pattern, whichever width a keyboard gives them; the value is the usual one. */
export const folded = (pattern: RegExp) => z.string().check(z.normalize('NFKC'), z.regex(pattern));

/** A mainland mobile number, digits only. */
export const mobile = folded(/^1[3-9]\d{9}$/);

/** A code sent by SMS. */
export const smsCode = folded(/^\d{6}$/);

/** How long a code sent by SMS is valid, in minutes; policy 2.1 (P02). */
export const SMS_CODE_MINUTES = 10;

/** An opaque id that we gave out. */
export const id = z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,79}$/));

/** A policy version's name, such as `1`. */
export const policyVersion = z.string().check(z.regex(/^[0-9]{1,4}(\.[0-9]{1,4})?$/));

/** An age group that may have an account; a child, under 14, only by a guardian's consent. */
export const age = z.enum(['adult', 'teen', 'child']);

/** The age groups in words. */
export const ages = {
  adult: '已满 18 周岁',
  teen: '14 至 17 周岁',
  child: '未满 14 周岁',
} as const satisfies Record<z.infer<typeof age>, string>;

/** A SHA-256 digest in hex. */
export const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Proof of a phone number by the code that was sent to it: it proves the phone, whoever holds the WeChat account. */
export const smsProof = z.strictObject({ kind: z.literal('sms'), number: mobile, code: smsCode });

/** Proof of a phone number: WeChat's button code, or a number with the SMS code sent to it. */
export const phoneProof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wechat'), code: z.string().check(z.minLength(1), z.maxLength(256)) }),
  smsProof,
]);

/** A proof of a phone number. */
export type PhoneProof = z.infer<typeof phoneProof>;
