/** @jest-environment jsdom */
import { startMiniProgram, type MiniProgram } from './simulate';

const policy = {
  ...{ version: '2', digest: 'b'.repeat(64), updatedOn: '2026-11-01', effectiveOn: '2026-11-20' },
  ...{ state: 'in-force', nodes: [{ type: 'heading', depth: 2, text: '8.2 改正', section: '8.2' }] },
};
const item = {
  purpose: 'same-city',
  label: '看同城内容',
  why: '看',
  without: '不看',
  uses: [],
  sensitive: false,
};
const consents = {
  items: [{ ...item, open: true, onPhone: false, granted: true, since: '2026-11-27T00:00:00.000Z' }],
  policyVersion: '2',
};
const account = {
  ...{ age: 'adult', city: null, policyVersion: '2', registeredAt: '2025-11-20T00:00:00.000Z' },
  ...{ eraseAfter: null, countsPages: false },
};
const answers: Record<string, unknown> = {
  'account.session': { status: 'member', account },
  'policy.current': policy,
  'policy.versions': { versions: [] },
  'consent.current': consents,
};
let isOnline = true;
let mini: MiniProgram;

beforeAll(() => {
  mini = startMiniProgram({
    cloud: (name, { action }) =>
      isOnline
        ? Promise.resolve({ ok: true, data: answers[`${name}.${String(action)}`] })
        : Promise.reject(new Error('cloud.callFunction:fail request:fail')),
  });
});
beforeEach(() => {
  isOnline = true;
});

/** Reads a page with a network, goes, and opens it without one. */
async function openedAgain(route: string, words: string) {
  const first = mini.open(route);
  await first.waitForText(words);
  first.close();
  isOnline = false;
  return mini.open(route);
}

test('[P70] a phone without network shows the policy as it was last read, and says of when', async () => {
  const page = await openedAgain('pages/policy/index', '8.2 改正');
  await page.waitForText('没有网络，显示的是');
  expect(page.text()).toContain('8.2 改正');
  isOnline = true;
  page.tap('.kept-retry');
  for (let left = 100; page.text().includes('没有网络') && left > 0; left -= 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(page.text()).not.toContain('没有网络');
  page.close();
});

test('[P29] and the own choices, on or off and nothing else, which nothing there can change', async () => {
  const page = await openedAgain('pages/privacy/consents/index', '看同城内容');
  await page.waitForText('没有网络，显示的是');
  expect(page.text()).toContain('已开启');
  expect(page.has('.consent_same-city')).toBe(false);
  const { at: _, ...kept } = JSON.parse(String(mini.storage.get('consentsSeen'))) as Record<string, unknown>;
  expect(kept).toEqual({ form: 1, data: { 'same-city': true } });
  page.close();
});

test('without network the cities are listed and found, for they are in the mini program', async () => {
  isOnline = false;
  const page = mini.open('pages/city/index');
  await page.waitForText('热门城市');
  page.input('.city-search', 'wuhan');
  await page.waitForText('找到 1 个城市');
  page.close();
});
