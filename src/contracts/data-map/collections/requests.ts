import * as z from 'zod/mini';
import { decisions, keysOf, refusalReasons, requestKinds, requestStates } from '../../request-vocabulary';
import { instant, isoDay, text } from '../../values';
import { collection } from '../grammar';
import { proof, working } from '../presets';

const words = {
  ...working,
  category: 'service',
  source: 'subject',
  store: 'sealed',
  access: 'show',
  retain: { from: 'completed', for: 'P3Y' },
} as const;

/** What a person asked for and how it went. After erasure only the fact, the kind and the dates remain, as proof. */
export const requests = collection({
  name: 'requests',
  label: '请求',
  link: { by: 'field', field: 'subject' },
  fields: {
    subject: { ...proof, schema: text(40), label: '随机编号' },
    kind: { ...proof, schema: z.enum(keysOf(requestKinds)), label: '请求类型', access: 'show' },
    state: { ...proof, schema: z.enum(keysOf(requestStates)), label: '状态', access: 'show' },
    open: { ...proof, schema: z.boolean(), label: '是否还在办理' },
    version: { ...proof, schema: z.int(), label: '版本' },
    submittedAt: { ...proof, schema: instant, label: '提交时间', access: 'show' },
    verifiedAt: { ...proof, schema: instant, label: '核实身份时间', access: 'show' },
    dueOn: { ...proof, schema: isoDay, label: '最晚答复日', access: 'show' },
    /** True while the State Council's notice for a year the deadline runs into is not out. */
    provisional: { ...proof, schema: z.boolean(), label: '最晚答复日是否暂定' },
    /** Reports of a leak come first in the staff queue: 0 for them, 1 for the rest and for rows from before. */
    priority: { ...proof, schema: z.int(), label: '办理顺序', optional: true },
    details: { ...words, schema: z.unknown(), label: '您的说明', optional: true },
    appeal: { ...words, schema: text(2000), label: '申诉理由', optional: true },
    decision: { ...proof, schema: z.enum(keysOf(decisions)), label: '决定', access: 'show', optional: true },
    decidedAt: { ...proof, schema: instant, label: '决定时间', access: 'show', optional: true },
    /** Who decided last; another person decides an appeal. */
    decidedBy: { ...proof, schema: text(40), label: '经办人', source: 'staff', optional: true },
    reasonCode: {
      ...proof,
      schema: z.enum(keysOf(refusalReasons)),
      label: '理由',
      source: 'staff',
      access: 'show',
      optional: true,
    },
    reply: { ...words, schema: text(2000), label: '答复', source: 'staff', optional: true },
    alternative: { ...words, schema: text(500), label: '其他办法', source: 'staff', optional: true },
    /** When it ended; not there while it is open, so that an open request never ages. */
    closedAt: { ...proof, schema: instant, label: '办结时间', optional: true },
    availableUntil: { ...proof, schema: instant, label: '副本下载期限', access: 'show', optional: true },
  },
  times: { completed: 'closedAt' },
  indexes: [
    { name: 'by_end', on: ['closedAt'] },
    { name: 'by_subject', on: ['subject', 'submittedAt'] },
    { name: 'by_queue', on: ['open', 'priority', 'dueOn'] },
  ],
});
