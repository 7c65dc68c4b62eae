import * as z from 'zod/mini';
import { decisions } from '../../decisions';
import { keysOf, requestChannels, requestKinds, requestStates, urgencies } from '../../request-vocabulary';
import { instant, isoDay, text } from '../../values';
import { collection } from '../grammar';
import { working } from '../presets';

/**
 * The open requests as staff see them in the console: ready-made, masked, and nothing to write in. `reconcile` writes a
 * row anew whenever its request moved, and how many days are left once a Beijing day; an edit here changes nothing.
 */
export const reviewQueue = collection({
  name: 'review_queue',
  label: '待办列表',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...working, schema: text(40), label: '随机编号' },
    kind: { ...working, schema: z.enum(keysOf(requestKinds)), label: '请求类型' },
    state: { ...working, schema: z.enum(keysOf(requestStates)), label: '状态' },
    version: { ...working, schema: z.int(), label: '版本' },
    channel: { ...working, schema: z.enum(keysOf(requestChannels)), label: '提出方式' },
    minor: { ...working, schema: z.boolean(), label: '是否涉及未成年人' },
    /** The bound phone with its middle hidden; nothing where the person's key does not open. */
    who: { ...working, schema: text(20), label: '请求人', category: 'contact', optional: true },
    /** How many pictures the person added; to look at one is a call of its own. */
    attachments: { ...working, schema: z.int(), label: '图片张数', optional: true },
    submittedAt: { ...working, schema: instant, label: '提交时间' },
    dueOn: { ...working, schema: isoDay, label: '最晚答复日' },
    provisional: { ...working, schema: z.boolean(), label: '最晚答复日是否暂定' },
    /** Working days left, as of the day below; negative days do not exist, `urgency` says overdue. */
    daysLeft: { ...working, schema: z.int(), label: '剩余工作日' },
    urgency: { ...working, schema: z.enum(keysOf(urgencies)), label: '紧急程度' },
    asOf: { ...working, schema: isoDay, label: '天数算到哪一天' },
    allowed: { ...working, schema: z.array(z.enum(keysOf(decisions))), label: '可以做的决定' },
    checklist: { ...working, schema: z.array(text(120)), label: '办理要点' },
    history: { ...working, schema: z.array(text(120)), label: '办理经过' },
    /** Priority, due day and number in one, so that a page goes on where the last one ended. */
    rank: { ...working, schema: text(100), label: '排序' },
  },
  times: { collected: 'submittedAt' },
  indexes: [
    { name: 'by_rank', on: ['rank'] },
    { name: 'by_subject', on: ['subject', 'submittedAt'] },
    { name: 'by_day', on: ['asOf', 'dueOn'] },
    { name: 'by_due', on: ['dueOn', 'rank'] },
  ],
});
