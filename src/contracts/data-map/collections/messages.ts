import * as z from 'zod/mini';
import { instant, text } from '../../values';
import { messageTemplates } from '../../message-templates';
import { keysOf, requestKinds, requestStates } from '../../request-vocabulary';
import { collection } from '../grammar';
import { working as kept } from '../presets';

const breach = z.strictObject({ field: text(80), from: instant, to: instant });

/** Long enough to look up what one was told, and when. */
const working = { ...kept, retain: { from: 'collected', for: 'P1Y' } } as const;

/**
 * What a person must be told, written with the change it tells of. The row is the inbox; WeChat's message and the short
 * message are sent from it afterwards, so that nothing is lost with them.
 */
export const messages = collection({
  name: 'messages',
  label: '通知',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...working, schema: text(40), label: '随机编号' },
    template: { ...working, schema: z.enum(keysOf(messageTemplates)), label: '模板' },
    requestId: { ...working, schema: text(80), label: '请求编号', optional: true },
    kind: { ...working, schema: z.enum(keysOf(requestKinds)), label: '请求类型', optional: true },
    /** Where the request stood when this was written; it may have gone on since. */
    told: { ...working, schema: z.enum(keysOf(requestStates)), label: '当时的状态', optional: true },
    /** Of an incident: the field that was reached, and when. */
    about: { ...working, schema: breach, label: '安全事件', optional: true },
    /** Until when what it tells of can be undone. */
    until: { ...working, schema: instant, label: '可以撤回的期限', optional: true },
    readAt: { ...working, schema: instant, label: '读过的时间', optional: true },
    /** Of both ways out together; `in-app` went neither way and waits in the inbox, which is no failure. */
    state: {
      ...working,
      schema: z.enum(['waiting', 'sent', 'in-app', 'given-up']),
      label: '发送状态',
    },
    /** What became of WeChat's message; absent while it is still to be tried. */
    push: { ...working, schema: z.enum(['sent', 'not-subscribed']), label: '微信通知', optional: true },
    /** When the short message went out. */
    textedAt: { ...working, schema: instant, label: '短信送出时间', optional: true },
    tries: { ...working, schema: z.int(), label: '尝试次数' },
    createdAt: { ...working, schema: instant, label: '产生时间' },
    nextAt: { ...working, schema: instant, label: '下次发送时间' },
    sentAt: { ...working, schema: instant, label: '送出时间', optional: true },
  },
  times: { collected: 'createdAt' },
  indexes: [
    { name: 'by_time', on: ['createdAt'] },
    { name: 'by_subject', on: ['subject', 'createdAt'] },
    { name: 'by_next', on: ['state', 'nextAt'] },
  ],
});
