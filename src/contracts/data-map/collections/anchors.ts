import * as z from 'zod/mini';
import { instant, isoDay, sha256, text } from '../../values';
import { collection } from '../grammar';
import { proof } from '../presets';

const kept = { ...proof, retain: { from: 'collected', for: 'P3Y' } } as const;

/**
 * The Merkle root over all ledger rows of one UTC day, signed and chained to the anchor before; `_id` is `<day>.<n>`. A
 * day is anchored again, with a higher `n` and the reason, where the clock had run ahead; the newest counts.
 */
export const anchors = collection({
  name: 'anchors',
  label: '存证锚点',
  link: { by: 'none' },
  fields: {
    /** The anchor's place in the chain of anchors, from 1; unique, so that two runs never both append the same. */
    seq: { ...kept, schema: z.int(), label: '序号' },
    day: { ...kept, schema: isoDay, label: '日期' },
    rows: { ...kept, schema: z.int(), label: '存证条数' },
    root: { ...kept, schema: sha256, label: '根指纹' },
    previous: { ...kept, schema: sha256, label: '前一个锚点的指纹' },
    reason: { ...kept, schema: z.enum(['day-over', 'clock']), label: '原因' },
    anchoredAt: { ...kept, schema: instant, label: '锚定时间' },
    signature: { ...kept, schema: text(200), label: '签名' },
  },
  times: { collected: 'anchoredAt' },
  indexes: [
    { name: 'by_seq', on: ['seq'], unique: true },
    { name: 'by_day', on: ['day', '_id'] },
    { name: 'by_time', on: ['anchoredAt'] },
  ],
});
