import * as z from 'zod/mini';
import { instant, text } from '../../values';
import { collection } from '../grammar';

const seen = {
  category: 'preference',
  purpose: 'analytics',
  basis: 'consent',
  sensitive: false,
  source: 'system',
  store: 'plain',
  retain: { from: 'collected', for: 'P90D' },
  access: 'show',
  correct: 'never',
  erase: 'drop',
  optional: true,
} as const;

/** Which pages were looked at and for how long, while the person lets us count; off by default (P31). */
export const usage = collection({
  name: 'usage',
  label: '使用情况',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...seen, schema: text(40), label: '随机编号', category: 'record', access: 'omit' },
    page: { ...seen, schema: text(80), label: '页面' },
    from: { ...seen, schema: text(80), label: '来自哪一页' },
    /** Milliseconds. */
    dwell: { ...seen, schema: z.int(), label: '停留时间' },
    at: { ...seen, schema: instant, label: '时间' },
  },
  times: { collected: 'at' },
  indexes: [
    { name: 'by_subject', on: ['subject', 'at'] },
    { name: 'by_time', on: ['at'] },
  ],
});
