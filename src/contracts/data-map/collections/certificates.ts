import * as z from 'zod/mini';
import { instant, sha256, text } from '../../values';
import { collection } from '../grammar';
import { proof } from '../presets';

const counted = z.record(z.string(), z.strictObject({ removed: z.int(), reduced: z.int(), found: z.int() }));

/** Proof of an erasure that is complete, signed; it names nobody. `_id` is the random subject id, which leads to no one. */
export const certificates = collection({
  name: 'certificates',
  label: '注销证明',
  link: { by: 'none' },
  fields: {
    begunAt: { ...proof, schema: instant, label: '开始时间' },
    certifiedAt: { ...proof, schema: instant, label: '完成时间' },
    /** SHA-256 of the wrapped key that was destroyed. */
    keyFingerprint: { ...proof, schema: sha256, label: '已销毁密钥的指纹' },
    /** By collection: rows removed, rows reduced to proof, and rows the scan afterwards still found (always 0). */
    counts: { ...proof, schema: counted, label: '各集合处理数' },
    signature: { ...proof, schema: text(200), label: '签名' },
  },
  indexes: [{ name: 'by_time', on: ['certifiedAt'] }],
});
