import * as z from 'zod/mini';
import { instant, sha256, text } from '../../values';
import { collection } from '../grammar';
import { proof } from '../presets';

/**
 * The erasure journal: begun before anything is destroyed, certified after nothing is found. `_id` is the random
 * subject id, which by then leads to no one; after a restore of a backup the journal is replayed.
 */
export const erasures = collection({
  name: 'erasures',
  label: '注销证明',
  link: { by: 'none' },
  fields: {
    state: { ...proof, schema: z.enum(['begun', 'certified']), label: '状态' },
    begunAt: { ...proof, schema: instant, label: '开始时间' },
    /** SHA-256 of the wrapped key that was destroyed. */
    keyFingerprint: { ...proof, schema: sha256, label: '已销毁密钥的指纹' },
    certifiedAt: { ...proof, schema: instant, label: '完成时间', optional: true },
    /** Rows removed and rows reduced to proof, by collection, and what the scan then found (always 0). */
    counts: {
      ...proof,
      schema: z.record(z.string(), z.strictObject({ removed: z.int(), reduced: z.int(), found: z.int() })),
      label: '各集合处理数',
      optional: true,
    },
    signature: { ...proof, schema: text(200), label: '签名', optional: true },
  },
  indexes: [{ name: 'by_state', on: ['state', 'begunAt'] }],
});
