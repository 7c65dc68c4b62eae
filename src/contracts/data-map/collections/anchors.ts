import * as z from 'zod/mini';
import { instant, isoDay, sha256, text } from '../../values';
import { collection } from '../grammar';
import { proof } from '../presets';

/**
 * The Merkle root over all ledger rows of one UTC day, signed and chained to the anchor before; `_id` is `<day>.<n>`. A
 * day is anchored again, with a higher `n` and the reason, where its clock had run ahead; the newest counts.
 */
export const anchors = collection({
  name: 'anchors',
  label: '存证锚点',
  link: { by: 'none' },
  fields: {
    day: { ...proof, schema: isoDay, label: '日期', retain: { from: 'collected', for: 'P3Y' } },
    rows: { ...proof, schema: z.int(), label: '存证条数', retain: { from: 'collected', for: 'P3Y' } },
    root: { ...proof, schema: sha256, label: '根指纹', retain: { from: 'collected', for: 'P3Y' } },
    previous: {
      ...proof,
      schema: sha256,
      label: '前一个锚点的指纹',
      retain: { from: 'collected', for: 'P3Y' },
    },
    reason: {
      ...proof,
      schema: z.enum(['day-over', 'clock']),
      label: '原因',
      retain: { from: 'collected', for: 'P3Y' },
    },
    anchoredAt: { ...proof, schema: instant, label: '锚定时间', retain: { from: 'collected', for: 'P3Y' } },
    signature: { ...proof, schema: text(200), label: '签名', retain: { from: 'collected', for: 'P3Y' } },
  },
  times: { collected: 'anchoredAt' },
  indexes: [
    { name: 'by_day', on: ['day', '_id'] },
    { name: 'by_time', on: ['anchoredAt'] },
  ],
});
