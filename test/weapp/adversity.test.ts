/** @jest-environment jsdom */
import { updateCopy } from '../../src/copy/update';
import { startMiniProgram, until, type MiniProgram, type OpenPage } from './simulate';
import type { WxOptions } from './wx';

let mini: MiniProgram;
const policy = {
  version: '1',
  digest: 'a'.repeat(64),
  updatedOn: '2025-04-25',
  effectiveOn: '2025-04-25',
  nodes: [{ type: 'heading', depth: 2, text: '8.2 改正', section: '8.2' }],
};
const day = (on: string) => ({ day: on, kind: 'work' });
const request = {
  ...{ id: 'r1', kind: 'copy', state: 'in_review', version: 1, submittedAt: '2026-11-27T01:00:00.000Z' },
  ...{ dueOn: '2026-12-18', provisional: false, daysLeft: 15, overdue: false, details: null, decision: null },
  ...{ decidedAt: null, reason: null, reply: null, alternative: null, items: null, availableUntil: null },
  ...{
    copySha256: null,
    channel: 'app',
    askedBy: 'subject',
    verifiedBy: 'session',
    ground: null,
    about: null,
    fee: null,
  },
  ...{
    appeal: null,
    duplicateOf: null,
    today: '2026-11-27',
    calendar: [day('2026-11-27'), day('2026-12-18')],
  },
  ...{ history: [{ at: '2026-11-27T01:00:00.000Z', by: 'subject', state: 'submitted' }], attachments: [] },
  ...{ attachable: false, allowed: ['cancel'] },
};
const account = {
  ...{ age: 'adult', city: null, policyVersion: '1', registeredAt: '2025-11-20T00:00:00.000Z' },
  ...{ eraseAfter: null, countsPages: false },
};
let isMember = false;
const answers: Record<string, () => unknown> = {
  session: () => (isMember ? { status: 'member', account } : { status: 'guest' }),
  current: () => policy,
  read: () => (isMember ? request : policy),
  versions: () => ({ versions: [] }),
};
const phone: WxOptions = {
  cloud: (_name, { action }) => Promise.resolve({ ok: true, data: answers[String(action)]?.() ?? {} }),
};
const failures: unknown[] = [];

beforeAll(() => {
  jest.spyOn(console, 'error').mockImplementation((...said) => failures.push(said));
  window.addEventListener('error', ({ message }) => failures.push(message));
  mini = startMiniProgram(phone);
});
beforeEach(() => {
  mini.calls.length = 0;
  failures.length = 0;
  [isMember, phone.storageFails] = [false, undefined];
});
afterEach(() => {
  expect(failures).toEqual([]);
});

async function opened(route: string, text: string, query?: Record<string, string>): Promise<OpenPage> {
  const page = mini.open(route, query);
  await page.waitForText(text);
  return page;
}

test.each(['full', 'refused'] as const)(
  'a phone whose storage is %s still picks a city and shows it until the mini program ends',
  async (storageFails) => {
    phone.storageFails = storageFails;
    const city = await opened('pages/city/index', '热门城市');
    city.tap('.city-chip_420100');
    await until(
      () => mini.calls.some(({ api }) => /navigateBack|reLaunch/.test(api)),
      () => city.text(),
    );
    city.close();
    const home = await opened('pages/home/index', '武汉');
    home.close();
    const again = await opened('pages/city/index', '最近');
    again.close();
    expect(mini.storage.size).toBe(0);
  },
);

test('[P30] what storage refused is cleared with the rest', async () => {
  const me = await opened('pages/me/index', '清除本机数据');
  me.tap('.clear-phone');
  await me.waitForText('清除本机数据吗');
  await me.press('.clear-phone-yes');
  await me.waitForText('没有留下数据');
  me.close();
  const city = await opened('pages/city/index', '热门城市');
  expect(city.text()).not.toContain('最近');
  city.close();
});

test.each(['2001-01-01', '2099-01-01'])(
  'a phone whose clock says %s shows the same days of a request, which the server counts',
  async (date) => {
    isMember = true;
    const shownAt = async () => {
      const page = await opened('pages/privacy/progress/index', '15', { id: 'r1' });
      const text = page.text();
      page.close();
      return text;
    };
    const right = await shownAt();
    expect(right).toContain('还剩 15 个工作日');
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.parse(date));
    expect(await shownAt()).toBe(right);
    for (const [route, text] of [
      ['pages/home/index', '我的'],
      ['pages/policy/index', '8.2 改正'],
    ] as const)
      (await opened(route, text)).close();
    now.mockRestore();
  },
);

test('a newer version is offered, and starts only when the person taps', async () => {
  const page = await opened('pages/home/index', '当前城市');
  expect(page.text()).not.toContain(updateCopy.title);
  mini.offerUpdate();
  await page.waitForText(updateCopy.text);
  expect(mini.calls.map(({ api }) => api)).not.toContain('applyUpdate');
  await page.press('.update-apply');
  await mini.waitForCall('applyUpdate');
  page.close();
});

test('the cards of home and policy are a title and a way, and say nothing of the person', async () => {
  isMember = true;
  const home = await opened('pages/home/index', '我的');
  expect(home.share()).toEqual({
    title: '弹性定价开源共创：一起讨论弹性定价、一起完善方案的平台。您的信息由您做主。',
    path: '/pages/home/index',
  });
  home.close();
  isMember = false;
  const current = await opened('pages/policy/index', '8.2 改正');
  expect(current.share()).toEqual({ title: '弹性定价开源共创的隐私政策', path: '/pages/policy/index' });
  current.close();
  const archived = await opened('pages/policy/index', '8.2 改正', { version: '1' });
  expect(archived.share()).toEqual({
    title: '弹性定价开源共创的隐私政策（版本 1）',
    path: '/pages/policy/index?version=1',
  });
  archived.close();
  const me = await opened('pages/me/index', '我的');
  expect(me.share()).toBeUndefined();
  me.close();
});
