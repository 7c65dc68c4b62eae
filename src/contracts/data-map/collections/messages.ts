import * as z from 'zod/mini';
import { instant, text } from '../../values';
import { collection } from '../grammar';
import { working } from '../presets';

/** What a person must be told, written with the change it tells of and sent afterwards, so that neither is lost. */
export const messages = collection({
  name: 'messages',
  label: '通知',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...working, schema: text(40), label: '随机编号' },
    template: { ...working, schema: z.enum(['request-answered']), label: '模板' },
    requestId: { ...working, schema: text(80), label: '请求编号' },
    state: { ...working, schema: z.enum(['waiting', 'sent', 'given-up']), label: '发送状态' },
    tries: { ...working, schema: z.int(), label: '尝试次数' },
    createdAt: { ...working, schema: instant, label: '产生时间' },
    nextAt: { ...working, schema: instant, label: '下次发送时间' },
    sentAt: { ...working, schema: instant, label: '送出时间', optional: true },
  },
  indexes: [
    { name: 'by_subject', on: ['subject', 'createdAt'] },
    { name: 'by_next', on: ['state', 'nextAt'] },
  ],
});
