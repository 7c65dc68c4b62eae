import { randomUUID } from 'node:crypto';
import { accepted, refused, type WeChatAnswer } from './answer';
import type { OpenApiCall } from './open-api';

type Suggest = 'pass' | 'review' | 'risky';

/** The trial's words: enough to see each verdict. Labels are WeChat's. */
const WORDS: readonly { word: string; suggest: Suggest; label: number }[] = [
  { word: '赌博', suggest: 'risky', label: 20006 },
  { word: '诈骗', suggest: 'risky', label: 20008 },
  { word: '代开发票', suggest: 'risky', label: 20006 },
  { word: '加微信', suggest: 'review', label: 10001 },
  { word: '免费领取', suggest: 'review', label: 10001 },
];
const CLEAN = { suggest: 'pass', label: 100 } as const;
const SEVERITY: Record<Suggest, number> = { pass: 0, review: 1, risky: 2 };

/** `security.msgSecCheck`, version 2: the worst verdict over the words found. */
export function msgSecCheck({ input }: OpenApiCall): WeChatAnswer {
  const { content, version, scene, openid } = input;
  if (typeof content !== 'string' || content === '' || Array.from(content).length > 2500)
    return refused(40097);
  if (version !== 2 || ![1, 2, 3, 4].includes(scene as number)) return refused(40097);
  if (typeof openid !== 'string' || openid === '') return refused(40003);
  const found = WORDS.filter(({ word }) => content.includes(word));
  const { suggest, label } = found.reduce<{ suggest: Suggest; label: number }>(
    (worst, next) => (SEVERITY[next.suggest] > SEVERITY[worst.suggest] ? next : worst),
    CLEAN,
  );
  return accepted({
    trace_id: randomUUID(),
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
  });
}
