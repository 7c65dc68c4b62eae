import * as z from 'zod/mini';
import { instant, text } from '../../values';
import { collection } from '../grammar';
import { working } from '../presets';

const form = { ...working, source: 'staff', retain: { from: 'collected', for: 'P30D' } } as const;
/** What was typed goes a day after it was judged; until then its author can see what was wrong with it. */
const typed = {
  ...form,
  retain: { from: 'completed', for: 'P1D' },
  optional: true,
} as const;

/**
 * The form rows that staff fill in the console; nothing else is ever written by hand. Schemas are loose on purpose:
 * a wrong row must be readable to be answered. `reconcile` judges it with the strict contract, fills the last three
 * fields, and takes the typed text away, for it may speak of a person. The lasting proof is the audit row.
 */
export const staffDecisions = collection({
  name: 'staff_decisions',
  label: '工作人员的决定',
  link: { by: 'through', collection: 'requests', field: 'requestId' },
  fields: {
    /** Not there in a row that records a letter, until it is applied and the request has a number. */
    requestId: { ...form, schema: z.unknown(), label: '请求编号', optional: true },
    expectedVersion: { ...typed, schema: z.unknown(), label: '看到的版本' },
    decision: { ...typed, schema: z.unknown(), label: '决定' },
    reasonCode: { ...typed, schema: z.unknown(), label: '理由' },
    replyText: { ...typed, schema: z.unknown(), label: '答复' },
    alternative: { ...typed, schema: z.unknown(), label: '其他办法' },
    /** Yuan, of a quote. */
    fee: { ...typed, schema: z.unknown(), label: '费用' },
    duplicateOf: { ...typed, schema: z.unknown(), label: '重复的是哪个请求' },
    /** Of a deletion: the codes of what is deleted, where it is not all that was asked. */
    items: { ...typed, schema: z.unknown(), label: '删除哪些项目' },
    // What a row says that records a letter (P49).
    phone: { ...typed, schema: z.unknown(), label: '来信人的手机号' },
    kind: { ...typed, schema: z.unknown(), label: '请求类型' },
    words: { ...typed, schema: z.unknown(), label: '来信内容' },
    receivedOn: { ...typed, schema: z.unknown(), label: '收信日' },
    /** Whether its person says that they cannot open the app, so that a code goes to the bound phone. */
    byCode: { ...typed, schema: z.unknown(), label: '来信人打不开小程序' },
    /** As that person told it; nothing by itself, and gone with the row's end. */
    code: { ...typed, schema: z.unknown(), label: '来信验证码' },
    reviewer: { ...form, schema: z.unknown(), label: '经办人' },
    submit: { ...form, schema: z.unknown(), label: '提交' },
    result: {
      ...form,
      schema: z.enum(['applied', 'rejected']),
      label: '结果',
      source: 'system',
      optional: true,
    },
    resultMessage: { ...form, schema: text(200), label: '结果说明', source: 'system', optional: true },
    /** When the sweep first met the row, for a row filled by hand has no reliable date of its own. */
    seenAt: { ...form, schema: instant, label: '首次看到的时间', source: 'system', optional: true },
    processedAt: { ...form, schema: instant, label: '处理时间', source: 'system', optional: true },
  },
  times: { collected: 'seenAt', completed: 'processedAt' },
  indexes: [
    { name: 'by_result', on: ['submit', 'result'] },
    { name: 'by_request', on: ['requestId'] },
    { name: 'by_seen', on: ['seenAt'] },
    { name: 'by_end', on: ['processedAt'] },
  ],
});
