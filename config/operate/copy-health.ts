import type * as z from 'zod/mini';
import { signals, type signal, type verdicts } from '../../src/contracts/health';

type Signal = z.infer<typeof signal>;

/** What `npm run health` says. */
export const healthCopy = {
  usage: '用法：npm run health [-- --json] [--quick]，--quick 不核对存证',
  verdicts: { good: '正常', watch: '留意', alarm: '告警' } satisfies Record<
    (typeof verdicts)[number],
    string
  >,
  line: ({ name, verdict, count, since }: Signal) =>
    `【${healthCopy.verdicts[verdict]}】${signals[name].label}：${String(count)}${since === null ? '' : `，最早的是 ${since}`}`,
  ledger: {
    good: '【正常】存证完好，没有缺失',
    bad: '【告警】存证被改动过或有缺失，请看 npm run verify -- ledger',
  },
  runbook: (file: string) => `  怎么办：${file}`,
  good: '都跟得上。',
  bad: '有告警，请马上处理。',
} as const;
