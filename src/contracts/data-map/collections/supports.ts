import { instant, text } from '../../values';
import { collection } from '../grammar';
import { published } from './written';

/**
 * Who supports which proposal, once each: `_id` is a keyed digest of both. How many there are stands in the proposal,
 * and tells of nobody.
 */
export const supports = collection({
  name: 'supports',
  label: '支持',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...published, schema: text(40), label: '随机编号' },
    proposal: { ...published, schema: text(80), label: '方案编号', access: 'show' },
    at: { ...published, schema: instant, label: '支持的时间', access: 'show' },
  },
  times: { collected: 'at' },
  indexes: [{ name: 'by_subject', on: ['subject', 'at'] }],
});
