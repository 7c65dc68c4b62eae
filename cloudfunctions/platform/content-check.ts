import type { Call } from './handler';
import type { ContentScene, Verdict } from './wechat';

/** As many characters as WeChat looks at in one call. */
const LARGEST_CHECK = 2500;

const severity: Readonly<Record<Verdict, number>> = { pass: 0, review: 1, risky: 2 };

/** Texts joined into as few as WeChat takes. */
function parcelsOf(texts: readonly string[]): string[] {
  const parcels: string[] = [];
  for (const text of texts) {
    const joined = [...parcels.slice(-1), text].join('\n');
    if (parcels.length > 0 && joined.length <= LARGEST_CHECK) parcels[parcels.length - 1] = joined;
    else parcels.push(text);
  }
  return parcels;
}

/**
 * WeChat's verdict on what is about to be published, the worst over all of it; asked once for a call, however often it
 * is repeated after a conflict.
 */
export const verdictOn = (
  { once, wechat, openid }: Pick<Call<unknown>, 'once' | 'wechat' | 'openid'>,
  texts: readonly string[],
  scene: ContentScene,
): Promise<Verdict> =>
  once(async () => {
    const verdicts = await Promise.all(parcelsOf(texts).map((text) => wechat.checkText(openid, text, scene)));
    return verdicts.reduce((worst, next) => (severity[next] > severity[worst] ? next : worst), 'pass');
  });
