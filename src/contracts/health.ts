import * as z from 'zod/mini';
import { keysOf } from './request-vocabulary';
import { instant, text } from './values';

/**
 * What shows whether the platform keeps up, by name: what it counts, and what the operator does when it says so. The
 * numbers are of rows and days, never of anybody.
 */
export const signals = {
  queue: { label: '等待答复的请求', run: 'queue' },
  'due-soon': { label: '两个工作日内到期的请求', run: 'queue' },
  overdue: { label: '已经超过期限的请求', run: 'queue' },
  failed: { label: '办理失败的请求', run: 'failed' },
  decisions: { label: '还没有处理的经办表单', run: 'reconcile' },
  'erasures-due': { label: '冷静期里的账号', run: 'erasures' },
  'erasures-late': { label: '到期一小时还没有开始删除的账号', run: 'erasures' },
  'erasures-stuck': { label: '开始一天还没有删完的账号', run: 'erasures' },
  erased: { label: '最近一天删完的账号', run: 'erasures' },
  'messages-late': { label: '到点一小时还没有送出的通知', run: 'messages' },
  'messages-failed': { label: '最近一天没能送出的通知', run: 'messages' },
  'deliveries-late': { label: '到点一天还没有送到接收方的通知', run: 'deliveries' },
  anchors: { label: '存证锚点落后的天数', run: 'ledger' },
  provisional: { label: '期限要等放假通知才能定的请求', run: 'calendar' },
  calendar: { label: '还没有收录的下一年放假通知', run: 'calendar' },
  agreements: { label: '三十天内到期的接收方协议', run: 'agreements' },
  'schema-older': { label: '还没有升到新格式的数据', run: 'schema' },
  'schema-unknown': { label: '运行中的代码不认识格式的数据', run: 'schema' },
} as const satisfies Record<string, { label: string; run: string }>;

export type SignalName = keyof typeof signals;

/** `watch` wants somebody to look this week, `alarm` now. */
export const verdicts = ['good', 'watch', 'alarm'] as const;

/**
 * One signal as it stands. `since` is the oldest of what it counts, as an instant or a day; null where that says
 * nothing.
 */
export const signal = z.strictObject({
  name: z.enum(keysOf(signals)),
  verdict: z.enum(verdicts),
  count: z.int(),
  since: z.nullable(text(40)),
});

/** The whole of it at an instant. */
export const health = z.strictObject({ at: instant, signals: z.array(signal) });
