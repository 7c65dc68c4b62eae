import * as z from 'zod/mini';
import { certificate } from './certificate';
import { accounts } from './data-map/collections/accounts';
import { selfCorrectable } from './data-map/derive/correction';
import { device } from './device';
import { guardian } from './guardian';
import { lock } from './lock';
import { operationsOf } from './operation';
import { accountSummary, session } from './session';
import { id, instant, mobile, phoneProof, policyVersion, text } from './values';

const operation = operationsOf('account');
const { fields } = accounts;

/** One fact about the person, as the data map presents it. */
export const presentedField = z.strictObject({
  field: z.string(),
  label: z.string(),
  category: z.string(),
  purpose: z.string(),
  basis: z.string(),
  source: z.string(),
  keptFor: z.string(),
  correct: z.enum(['self', 'request', 'never']),
  sensitive: z.boolean(),
  value: z.nullable(z.string()),
  collectedAt: z.nullable(instant),
  usedAt: z.nullable(instant),
  usedBy: z.nullable(z.string()),
});

/** A file handed to the person, at most a few hundred kilobytes. */
export const handedFile = z.strictObject({
  fileName: z.string(),
  mediaType: z.literal('application/zip'),
  base64: z.string(),
  sha256: z.string(),
});

const done = z.strictObject({ at: instant });

/** The operations of the function `account`: who the caller is, and the account's life. */
export const account = {
  ...session,
  /** Sends a 6-digit code, valid 10 minutes and for 3 tries; while the account is locked, to what unlocks it alone. */
  sendSmsCode: operation('sendSmsCode', {
    writes: 'once',
    input: z.strictObject({ number: mobile }),
    output: z.strictObject({ expiresAt: instant, resendAfter: instant }),
    errors: ['SMS_TOO_OFTEN', 'FROZEN', 'PHONE_MISMATCH', 'PHONE_JUST_CHANGED'],
  }),
  register: operation('register', {
    writes: 'once',
    input: z.strictObject({
      phone: phoneProof,
      policyVersion,
      age: z.enum(['adult', 'teen', 'under14']),
      nickname: z.optional(fields.nickname.schema),
      avatar: z.optional(fields.avatar.schema),
      address: z.optional(fields.address.schema),
      wechatId: z.optional(fields.wechatId.schema),
      device,
    }),
    output: z.strictObject({ status: z.enum(['member', 'child']), account: accountSummary }),
    errors: [
      'ALREADY_REGISTERED',
      'FROZEN',
      'LOCKED',
      'GUARDIAN_NEEDED',
      'PLATFORM_CLOSED',
      'POLICY_STALE',
      'PHONE_CODE_INVALID',
      'PHONE_TAKEN',
      'SMS_CODE_WRONG',
      'SMS_CODE_EXPIRED',
      'SMS_LOCKED',
      'CONTENT_REFUSED',
    ],
  }),
  /** Everything the person may see of the account, at once. */
  profile: operation('profile', {
    input: z.strictObject({}),
    output: z.strictObject({ fields: z.array(presentedField) }),
    errors: ['NOT_REGISTERED', 'FROZEN', 'LOCKED'],
  }),
  /** Changes one field that the data map lets the person correct alone; an empty value clears it. */
  correct: operation('correct', {
    writes: 'again',
    input: z.strictObject({
      field: z.enum(selfCorrectable(accounts)),
      value: z.string().check(z.maxLength(32_768)),
    }),
    output: done,
    errors: ['NOT_REGISTERED', 'FROZEN', 'LOCKED', 'CONTENT_REFUSED'],
  }),
  changePhone: operation('changePhone', {
    writes: 'once',
    input: z.strictObject({ phone: phoneProof, device }),
    output: done,
    errors: [
      'NOT_REGISTERED',
      'FROZEN',
      'LOCKED',
      'PHONE_JUST_CHANGED',
      'PHONE_SAME',
      'PHONE_TAKEN',
      'PHONE_CODE_INVALID',
      'SMS_CODE_WRONG',
      'SMS_CODE_EXPIRED',
      'SMS_LOCKED',
    ],
  }),
  switchCity: operation('switchCity', {
    writes: 'again',
    input: z.strictObject({ code: z.string().check(z.regex(/^\d{6}$/)) }),
    output: z.strictObject({ city: z.string() }),
    errors: ['NOT_REGISTERED', 'FROZEN', 'LOCKED', 'CITY_UNKNOWN'],
  }),
  /** A copy of everything, as one zip: JSON, CSV and a page to read. Open to a frozen account too, unless locked. */
  export: operation('export', {
    writes: 'once',
    input: z.strictObject({}),
    output: handedFile,
    errors: ['NOT_REGISTERED', 'LOCKED', 'COPY_TOO_LARGE'],
  }),
  /**
   * Freezes at once and erases after the cooling-off, unless restored before. `certificateId` opens the proof later.
   */
  deregister: operation('deregister', {
    writes: 'once',
    input: z.strictObject({ phone: phoneProof, reason: z.optional(text(500)), device }),
    output: z.strictObject({ eraseAfter: instant, certificateId: id }),
    errors: [
      'NOT_REGISTERED',
      'FROZEN',
      'LOCKED',
      'PHONE_MISMATCH',
      'PHONE_CODE_INVALID',
      'SMS_CODE_WRONG',
      'SMS_CODE_EXPIRED',
      'SMS_LOCKED',
    ],
  }),
  restore: operation('restore', {
    writes: 'again',
    input: z.strictObject({ device }),
    output: z.strictObject({ status: z.enum(['member', 'child']) }),
    errors: ['NOT_REGISTERED', 'LOCKED', 'NOT_FROZEN', 'RESTORE_OVER'],
  }),
  ...guardian,
  ...lock,
  ...certificate,
} as const;
