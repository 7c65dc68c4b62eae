import { activity, type Act } from '../bench/scale/activity';
import { fixed, monthOf, perThousand, yuanOf, type Calls, type Measured } from '../bench/scale/model';

const one: Calls = { calls: 2, reads: 1 };
const acts = Object.fromEntries(Object.keys(activity).map((act) => [act, one])) as Record<Act, Calls>;
const measured: Measured = {
  acts,
  idle: { reconcile: { calls: 10, reads: 10 }, retention: { calls: 50, reads: 40 } },
  erasing: { calls: 0.5, reads: 0.25 },
  bytes: 10_000,
};
const done = Object.values(activity).reduce<number>((sum, times) => sum + times, 0);

test('a thousand accounts need what they do, and what erasing those who leave needs', () => {
  const need = perThousand(measured);
  expect(need).toMatchObject({ calls: 2 * done + 5, reads: done + 2.5, invocations: done, gigabytes: 0.01 });
  expect(need.gbSeconds).toBeCloseTo((done * 0.05 + (2 * done + 5) * 0.02) * 0.25);
});

test('the timers run each minute and each ten minutes of thirty days', () => {
  expect(fixed(measured)).toMatchObject({
    ...{ calls: 43_200 * 10 + 4320 * 50, reads: 43_200 * 10 + 4320 * 40 },
    ...{ invocations: 47_520, gigabytes: 0 },
  });
});

test('a month costs its points, and grows with the accounts alone', () => {
  const need = { calls: 10_000, reads: 0, invocations: 10_000, gbSeconds: 1000, gigabytes: 1 };
  expect(yuanOf(need)).toBeCloseTo((200 + 13.3 + 111 + 30 * 40) / 1000);
  const [small, large] = [monthOf(1000, measured), monthOf(2000, measured)];
  expect(large.calls - small.calls).toBeCloseTo(perThousand(measured).calls);
  expect(large.peak).toBeCloseTo(2 * small.peak);
});

test.each([
  [1000, '标准版', 'time of a function'],
  [2_000_000, '企业版', 'points'],
  [8_000_000, '企业高级版', 'points'],
  [10_000_000, '企业高级版', '500 requests a second'],
  [30_000_000, undefined, '500 requests a second'],
])('%i accounts fit %s, and %s binds first', (accounts, plan, binds) => {
  expect(monthOf(accounts, measured)).toMatchObject({ plan, binds });
});
