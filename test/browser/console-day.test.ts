import { askedKinds, type AskedKind } from '../../src/contracts/request-vocabulary';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { startChromium, type Chromium } from './chromium';

const REQUESTS = 40;
/** Each person asks for this many, so that the day has several people in it. */
const EACH = 8;
/** How long the whole day may take a browser beside other work, in seconds; alone it takes some 40. */
const BOUND_S = 150;

let browser: Chromium;
let on: TestCloud;
beforeAll(async () => {
  [browser, on] = await Promise.all([startChromium(), startTestCloud()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await on.stop();
});

/** What the person writes, where the kind can be carried out by itself. */
const details: Partial<Record<AskedKind, unknown>> = {
  correct: { field: 'address', value: '新路2号' },
  delete: { field: 'wechatId' },
  withdraw: { purpose: 'analytics' },
};

/** What a reviewer decides about each kind on an ordinary day. */
const decided = {
  access: { decision: '答复', reply: '都在“我的信息”里，可以随时查看。' },
  copy: { decision: '同意' },
  correct: { decision: '同意' },
  delete: { decision: '同意' },
  withdraw: { decision: '同意' },
  complaint: { decision: '不同意', reason: '没有正当理由的重复请求', reply: '上次已经答复过。' },
  leak: { decision: '答复', reply: '已经查明，没有信息泄露。' },
  question: { decision: '答复', reply: '在“隐私中心”里可以改。' },
  guardian: { decision: '答复', reply: '已经按监护人的要求办好。' },
  service: { decision: '答复', reply: '请更新微信后再试。' },
} as const satisfies Record<AskedKind, { decision: string; reason?: string; reply?: string }>;

async function fillTheDay(): Promise<Map<string, AskedKind>> {
  const kinds = askedKinds;
  const asked = new Map<string, AskedKind>();
  let person: Person | undefined;
  for (let at = 0; at < REQUESTS; at += 1) {
    if (at % EACH === 0) {
      person = makePerson(on);
      dataOf(await person.register());
      dataOf(await person.choose('analytics'));
    }
    const kind = kinds[at % kinds.length] ?? 'question';
    const input = { kind, details: details[kind] ?? '请帮我看一下' };
    asked.set(String(dataOf((await person?.call('request', 'submit', input)) ?? ({} as never))['id']), kind);
  }
  dataOf(await on.timer('reconcile'));
  return asked;
}

test('a day of work of one reviewer: forty requests of every kind, decided one after the other', async () => {
  const asked = await fillTheDay();
  const desk = await browser.openPhone({
    url: `${on.cloud.url}/console/#staff`,
    viewport: { width: 1280, height: 800 },
  });
  const { page } = desk;
  let taps = 0;
  const counted = async (act: () => Promise<unknown>): Promise<void> => {
    await act();
    taps += 1;
  };
  const began = performance.now();
  await page.getByRole('textbox', { name: /^经办人/ }).fill('小赵');
  await counted(() => page.locator('.queue li button').first().click());
  const done = new Set<string>();
  const panel = page.locator('.panel');
  while (done.size < REQUESTS) {
    const id = (await panel.locator('.facts code').textContent()) ?? '';
    const kind = asked.get(id);
    if (kind === undefined || done.has(id)) throw new Error(`opened ${id} after ${String(done.size)}`);
    const { decision, ...filled }: { decision: string; reason?: string; reply?: string } = decided[kind];
    await counted(() => panel.getByRole('radio', { name: decision, exact: true }).check());
    if (filled.reason)
      await counted(() => panel.getByLabel(/^理由/).selectOption({ label: filled.reason ?? '' }));
    if (filled.reply) await panel.getByLabel('给用户的答复').fill(filled.reply);
    await counted(() => panel.getByRole('button', { name: '提交决定' }).click());
    await counted(() => panel.getByRole('button', { name: '立即处理' }).click());
    await panel.getByText(/^已生效，请求现在是/).waitFor();
    done.add(id);
    if (done.size < REQUESTS) {
      await counted(() => panel.getByRole('button', { name: '办下一件' }).click());
      await panel.locator('.facts code').filter({ hasNotText: id }).waitFor();
    }
  }
  await page.getByText('没有待办的请求。').waitFor();
  const seconds = (performance.now() - began) / 1000;
  console.info(
    `${String(REQUESTS)} requests: ${String(taps)} taps, ${seconds.toFixed(1)} s, ` +
      `${(taps / REQUESTS).toFixed(1)} taps and ${(seconds / REQUESTS).toFixed(2)} s each`,
  );
  // Open, decide, hand in, judge: four taps, and one more where a reason is chosen.
  expect(taps).toBeLessThanOrEqual(REQUESTS * 4 + Math.ceil(REQUESTS / 9) + 1);
  expect(seconds).toBeLessThan(BOUND_S);
  const rows = on.rows('requests').map(({ _id, open }) => [_id, open]);
  expect(rows).toHaveLength(REQUESTS);
  expect(rows.filter(([, open]) => open)).toEqual([]);
  expect(on.rows('audits').filter(({ action }) => action === 'decide')).toHaveLength(REQUESTS);
  expect(on.rows('staff_decisions').every(({ result }) => result === 'applied')).toBe(true);
  expect(desk.problems).toEqual([]);
  await desk.close();
}, 300_000);
