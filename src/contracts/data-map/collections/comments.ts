import * as z from 'zod/mini';
import { commentStates, longestWritten } from '../../community-vocabulary';
import { keysOf } from '../../request-vocabulary';
import { instant, text } from '../../values';
import { collection } from '../grammar';
import { published, written } from './written';

/** What people say about a proposal; a row goes whole with its author or when it is withdrawn. */
export const comments = collection({
  name: 'comments',
  label: '评论',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...published, schema: text(40), label: '随机编号' },
    proposal: { ...published, schema: text(80), label: '方案编号', access: 'show' },
    state: { ...published, schema: z.enum(keysOf(commentStates)), label: '状态', access: 'show' },
    text: { ...written, schema: text(longestWritten.comment), label: '内容' },
    byline: { ...written, schema: text(longestWritten.byline), label: '署名' },
    at: { ...published, schema: instant, label: '发布时间', access: 'show' },
    /** `at` and the id, so that no two are equal. */
    order: { ...published, schema: text(140), label: '次序' },
  },
  times: { collected: 'at' },
  indexes: [
    { name: 'by_subject', on: ['subject', 'at'] },
    { name: 'by_proposal', on: ['proposal', 'state', 'order'] },
  ],
});
