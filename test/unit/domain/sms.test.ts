import fc from 'fast-check';
import { nextWindow, smsRules, tryOn, type SentCode } from '../../../cloudfunctions/domain/sms';

const start = Date.parse('2026-03-02T02:00:00.000Z');
const iso = (ms: number) => new Date(start + ms).toISOString();
const at = (ms: number) => new Date(start + ms);
const minute = 60_000;
const hour = 60 * minute;

const sent = (more: Partial<SentCode> = {}): SentCode => ({
  sentAt: iso(0),
  expiresAt: iso(smsRules.lifeMs),
  windowFrom: iso(0),
  windowCount: 1,
  tries: 0,
  ...more,
});

it('[P02] the rules are those of the policy: ten minutes and three tries', () => {
  expect(smsRules).toMatchObject({ lifeMs: 10 * minute, mostTries: 3 });
});

describe('[P02] a try with a code', () => {
  it.each([
    ['at once', 0, 0, 'may-try'],
    ['for the third time', 0, 2, 'may-try'],
    ['for the fourth time', 0, 3, 'locked'],
    ['in the last moment', 10 * minute - 1, 2, 'may-try'],
    ['at the end of its life', 10 * minute, 0, 'expired'],
    ['long after, locked or not', 20 * minute, 3, 'expired'],
  ] as const)('%s', (_, ms, tries, verdict) => {
    expect(tryOn(sent({ tries }), at(ms))).toBe(verdict);
  });
});

describe('another code', () => {
  it.each([
    ['the first ever', undefined, 0, { windowFrom: iso(0), windowCount: 1 }],
    ['within the minute', sent(), minute - 1, undefined],
    ['after a minute', sent(), minute, { windowFrom: iso(0), windowCount: 2 }],
    ['the fifth of the hour', sent({ windowCount: 4 }), minute, { windowFrom: iso(0), windowCount: 5 }],
    ['the sixth of the hour', sent({ windowCount: 5 }), hour - 1, undefined],
    ['when the hour is over', sent({ windowCount: 5 }), hour, { windowFrom: iso(hour), windowCount: 1 }],
    ['within the minute, although the hour is over', sent({ sentAt: iso(hour - 1) }), hour, undefined],
  ] as const)('%s', (_, last, ms, window) => {
    expect(nextWindow(last, at(ms))).toEqual(window);
  });

  it('never comes more often than five times in a window, nor twice in a minute, however one asks', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 20 * minute }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(waits, (pauses) => {
        const sendings: { ms: number; windowFrom: string }[] = [];
        let last: SentCode | undefined;
        let ms = 0;
        for (const pause of pauses) {
          ms += pause;
          const window = nextWindow(last, at(ms));
          if (!window) continue;
          last = sent({ sentAt: iso(ms), ...window });
          sendings.push({ ms, windowFrom: window.windowFrom });
        }
        const gaps = sendings.slice(1).map(({ ms: next }, index) => next - (sendings[index]?.ms ?? 0));
        expect(gaps.filter((gap) => gap < smsRules.pauseMs)).toEqual([]);
        for (const { windowFrom } of sendings) {
          const inWindow = sendings.filter((each) => each.windowFrom === windowFrom);
          expect(inWindow.length).toBeLessThanOrEqual(smsRules.mostPerNumber);
          const span = (inWindow.at(-1)?.ms ?? 0) - (inWindow[0]?.ms ?? 0);
          expect(span).toBeLessThan(smsRules.windowMs);
        }
      }),
    );
  });

  it('comes again to whoever waits long enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat({ max: hour }), (windowCount, sentAfter) => {
        const last = sent({ windowCount, sentAt: iso(sentAfter) });
        expect(nextWindow(last, at(sentAfter + hour))).toBeDefined();
      }),
    );
  });
});
