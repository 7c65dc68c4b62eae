import * as z from 'zod/mini';
import { instant, policyVersion, text } from '../../values';
import { collection } from '../grammar';
import { working } from '../presets';

/** Who a guardian is to a child. */
export const relationships = ['father', 'mother', 'other'] as const;

const brief = {
  ...working,
  purpose: 'registration',
  basis: 'legal-duty',
  retain: { from: 'collected', for: 'P1D' },
} as const;

/**
 * What a child's phone asked and what a guardian answered (PIPL 31). Before a guardian consents, nothing of the child
 * is held but keyed digests, of the code and of the openid that asked, for a day at most. `_id` is a keyed digest of
 * the code; the answer is a row of its own under another digest of the same code, so that of two guardians one is
 * first. What lasts longer lies in both ledgers, and with the child's account.
 */
export const guardianConsents = collection({
  name: 'guardian_consents',
  label: '监护人同意',
  link: { by: 'columns', columns: { openidDigest: 'openidDigest', guardian: '_id' } },
  fields: {
    /** Of the child who asks; of the adult for `missed`. */
    openid: {
      ...brief,
      schema: z.string(),
      label: '微信标识',
      category: 'identity',
      source: 'wechat',
      store: 'digest',
    },
    /** `missed`: a code that nobody asked for was tried. */
    state: { ...brief, schema: z.enum(['asked', 'consented', 'used', 'missed']), label: '状态' },
    at: { ...brief, schema: instant, label: '时间' },
    expiresAt: { ...brief, schema: instant, label: '失效时间' },
    guardian: { ...brief, schema: text(40), label: '监护人随机编号', optional: true },
    relationship: { ...brief, schema: z.enum(relationships), label: '与孩子的关系', optional: true },
    policyVersion: { ...brief, schema: policyVersion, label: '同意的隐私政策版本', optional: true },
  },
  times: { collected: 'at' },
  indexes: [
    { name: 'by_openid', on: ['openidDigest', 'state', 'at'] },
    { name: 'by_guardian', on: ['guardian'] },
    { name: 'by_time', on: ['at'] },
  ],
});
