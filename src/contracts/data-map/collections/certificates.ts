import * as z from 'zod/mini';
import { instant, sha256, text } from '../../values';
import { collection } from '../grammar';
import { lasting } from '../presets';

const counted = z.record(z.string(), z.strictObject({ removed: z.int(), reduced: z.int(), found: z.int() }));

/** What each recipient that held something answered when it was told to delete (P51). */
const answered = z.array(
  z.strictObject({
    recipient: text(80),
    outcome: z.enum(['acknowledged', 'excused']),
    at: instant,
    because: z.optional(text(120)),
  }),
);

/**
 * Proof of an erasure that is complete, signed; it names nobody. `_id` is the random subject id, which leads to no one.
 */
export const certificates = collection({
  name: 'certificates',
  label: '注销证明',
  link: { by: 'none' },
  fields: {
    begunAt: { ...lasting, schema: instant, label: '开始时间' },
    certifiedAt: { ...lasting, schema: instant, label: '完成时间' },
    /** Names the key that was destroyed; see `platform/key-names.ts`. */
    keyFingerprint: { ...lasting, schema: sha256, label: '已销毁密钥的指纹' },
    /** By collection: rows removed, rows reduced to proof, and rows the scan afterwards still found (always 0). */
    counts: { ...lasting, schema: counted, label: '各集合处理数' },
    recipients: { ...lasting, schema: answered, label: '接收方的答复', optional: true },
    signature: { ...lasting, schema: text(200), label: '签名' },
  },
  indexes: [{ name: 'by_time', on: ['certifiedAt'] }],
});
