/** @jest-environment jsdom */
import { startMiniProgram, type MiniProgram } from './simulate';

const items = [
  {
    purpose: 'locate',
    label: '定位找城市',
    why: '找城市',
    without: '自己选',
    uses: [],
    sensitive: true,
    open: false,
    granted: false,
    since: null,
  },
  {
    purpose: 'same-city',
    label: '看同城内容',
    why: '看同城',
    without: '看全部',
    uses: [{ label: '所在城市', keptFor: '到注销账号为止' }],
    sensitive: false,
    open: false,
    granted: false,
    since: null,
  },
];
const member = {
  status: 'member',
  account: {
    age: 'adult',
    city: null,
    policyVersion: '1',
    registeredAt: '2025-04-25T00:00:00.000Z',
    eraseAfter: null,
  },
};
const good = (data: unknown) => ({ ok: true, data });
const bad = (code: string, message: string, retryable = false) => ({
  ok: false,
  error: { code, message, retryable },
});

/** What the functions answer, by `function.action`; a test may change it. */
const answers: Record<string, unknown> = {};
/** What the phone answers to sharing; undefined is a success. */
let shareAnswer: Error | undefined;
let mini: MiniProgram;

beforeAll(() => {
  mini = startMiniProgram({
    answers: {
      get shareFileMessage() {
        return shareAnswer;
      },
    },
    cloud: (name, { action }) =>
      Promise.resolve(answers[`${name}.${String(action)}`] ?? bad('INTERNAL', '没有准备')),
  });
});
beforeEach(() => {
  mini.calls.splice(0);
  shareAnswer = undefined;
  for (const key of Object.keys(answers)) Reflect.deleteProperty(answers, key);
  answers['account.session'] = good(member);
  answers['consent.current'] = good({ items, policyVersion: '1' });
});

const sent = (action: string) =>
  mini.calls.flatMap(({ api, options }) => {
    const { data } = (options ?? {}) as { data?: Record<string, unknown> };
    return api === 'cloud.callFunction' && data?.action === action ? [data] : [];
  });

test('[P53] on the phone, too, a sensitive purpose is asked by itself, and one tap takes it back', async () => {
  const page = mini.open('pages/privacy/consents/index');
  await page.waitForText('定位找城市（敏感信息）');
  page.tap('.consent_locate');
  await page.waitForText('这是敏感个人信息');
  expect(sent('set')).toEqual([]);
  answers['consent.set'] = good({
    purpose: 'locate',
    granted: true,
    at: '2025-04-25T00:00:00.000Z',
    receiptId: '2',
  });
  await page.press('.consent-agree');
  await page.waitForText('已开启');
  answers['consent.set'] = good({
    purpose: 'locate',
    granted: false,
    at: '2025-04-25T00:00:01.000Z',
    receiptId: '3',
  });
  await page.waitForText('开启');
  page.tap('.consent_locate');
  await page.waitForText('2025年4月25日 08:00 关闭');
  expect(sent('set').map(({ granted }) => granted)).toEqual([true, false]);
  page.close();
});

test('a choice that the server refuses goes back, with its sentence', async () => {
  answers['consent.set'] = bad('BUSY', '系统正忙，请稍后再试一次。', true);
  const page = mini.open('pages/privacy/consents/index');
  await page.waitForText('看同城内容');
  page.tap('.consent_same-city');
  await page.waitForText('系统正忙');
  expect(page.text()).not.toContain('已开启');
  page.close();
});

test('a frozen account is led to the page that restores it', async () => {
  answers['account.profile'] = bad('FROZEN', '账号正在注销');
  const page = mini.open('pages/privacy/information/index');
  expect(await mini.waitForCall('redirectTo')).toMatchObject({ url: '/pages/privacy/frozen/index' });
  page.close();
});

test('a locked account is led to the page that unlocks it, and every other page is closed', async () => {
  answers['account.profile'] = bad('LOCKED', '账号已经锁住');
  const page = mini.open('pages/privacy/information/index');
  expect(await mini.waitForCall('reLaunch')).toMatchObject({ url: '/pages/privacy/locked/index' });
  page.close();
});

test('locking is asked once more, with what happens and the way back, and then said on the page', async () => {
  const page = mini.open('pages/privacy/locked/index');
  await page.waitForText('在所有设备上退出并锁住账号');
  page.tap('.lock-everywhere');
  await page.waitForText('认不出是哪一部手机');
  expect(sent('lock')).toEqual([]);
  answers['account.lock'] = good({ at: '2026-11-27T16:00:00.000Z' });
  await page.press('.lock-yes');
  await page.waitForText('账号已经锁住');
  expect(page.has('.ui-phone')).toBe(false);
  expect(page.has('.phone-send')).toBe(true);
  page.close();
});

test('[P43] a leak is reported from the locked page, where nothing of it is read back', async () => {
  answers['account.session'] = good({ status: 'locked' });
  answers['request.submit'] = good({ id: 'r-1' });
  const page = mini.open('pages/privacy/locked/index');
  await page.waitForText('账号已经锁住');
  page.tap('.report-locked');
  await page.waitForText('想说的话');
  page.tap('.report-leak');
  await page.waitForText('已经举报');
  expect(sent('submit')).toMatchObject([{ kind: 'leak' }]);
  expect(sent('read')).toEqual([]);
  page.close();
});

test('the frozen page says in Beijing time until when, and restores', async () => {
  const frozen = { ...member.account, eraseAfter: '2026-11-27T16:00:00.000Z' };
  answers['account.session'] = good({ status: 'frozen', account: frozen });
  const page = mini.open('pages/privacy/frozen/index');
  await page.waitForText('2026年11月27日 24:00（北京时间）');
  answers['account.restore'] = good({ status: 'member' });
  answers['account.session'] = good(member);
  page.tap('.restore');
  await page.waitForText('账号已恢复');
  page.close();
});

test.each([
  ['own', '已过可以恢复的时间'],
  ['guardian-withdrew', '家长收回了同意，账号会删除'],
])(
  'past the deadline (%s) no page promises a way back, and the number stands there',
  async (cause, words) => {
    const leaving = { isRestorable: false, cause, certificateId: '0d5a9a2e-1111-4222-8333-444455556666' };
    const frozen = { ...member.account, eraseAfter: '2026-11-27T16:00:00.000Z' };
    answers['account.session'] = good({ status: 'frozen', account: frozen, leaving });
    const page = mini.open('pages/privacy/frozen/index');
    await page.waitForText(words);
    expect(page.has('.restore')).toBe(false);
    expect(page.text()).toContain(leaving.certificateId);
    expect(page.text()).not.toMatch(/可以恢复到|仍可恢复|还剩/);
    page.close();
    const home = mini.open('pages/home/index');
    await home.waitForText(words);
    expect(home.text()).not.toContain('可以恢复，');
    home.close();
  },
);

test('leaving tells a guardian that the children go too', async () => {
  const ward = {
    ward: 'w',
    registeredAt: '2025-04-25T00:00:00.000Z',
    relationship: 'mother',
    nickname: null,
  };
  const wards = [
    { ...ward, isLeaving: false },
    { ...ward, ward: 'v', isLeaving: true },
  ];
  answers['account.wards'] = good({ wards });
  const page = mini.open('pages/privacy/deregister/index');
  await page.waitForText('您同意过的 1 个孩子的账号也会删除');
  page.close();
  answers['account.wards'] = good({ wards: [] });
  const alone = mini.open('pages/privacy/deregister/index');
  await alone.waitForText('过了反悔期不能恢复');
  expect(alone.text()).not.toContain('孩子');
  alone.close();
});

test('withdrawing a consent of a child asks one question at a time', async () => {
  const ward = {
    ward: 'w',
    registeredAt: '2025-04-25T00:00:00.000Z',
    relationship: 'mother',
    nickname: null,
  };
  answers['account.wards'] = good({ wards: [{ ...ward, isLeaving: false }] });
  const page = mini.open('pages/privacy/guardian/index');
  await page.waitForText('替孩子同意');
  page.tap('.guardian-ward');
  await page.waitForText('孩子的账号马上停用');
  expect(page.text()).not.toContain('替孩子同意');
  expect(page.has('.guardian-field')).toBe(false);
  page.close();
});

test('a withdrawal through staff shows the switches first and offers only what is on', async () => {
  const [locate, city] = items;
  answers['consent.current'] = good({ items: [{ ...locate, granted: true }, city], policyVersion: '1' });
  const page = mini.open('pages/privacy/request/index', { kind: 'withdraw' });
  await page.waitForText('去同意管理');
  await page.waitForText('撤回哪一项同意');
  expect(page.has('.ui-radio_locate')).toBe(true);
  expect(page.has('.ui-radio_same-city')).toBe(false);
  page.close();
});

describe('a copy', () => {
  beforeEach(() => {
    answers['account.profile'] = good({ fields: [] });
    answers['account.export'] = good({
      fileName: 'copy.zip',
      mediaType: 'application/zip',
      base64: 'AAAA',
      sha256: 'a',
    });
  });
  const fetched = async () => {
    const page = mini.open('pages/privacy/information/index');
    await page.waitForText('没有保存您的信息');
    page.tap('.save-copy');
    await page.waitForText('副本已准备好');
    return page;
  };
  const called = (api: string) => mini.calls.filter((call) => call.api === api);

  test('is fetched by one tap and shared by the next, as WeChat demands, and leaves nothing on the phone', async () => {
    const page = await fetched();
    expect(called('shareFileMessage')).toEqual([]);
    page.tap('.share-copy');
    await page.waitForText('副本已经交给您');
    expect(await mini.waitForCall('shareFileMessage')).toMatchObject({ fileName: 'copy.zip' });
    expect(await mini.waitForCall('unlinkSync')).toBe('/user/copy.zip');
    expect(page.has('.share-copy')).toBe(false);
    page.close();
  });

  test('that was not shared after all can be shared by another tap', async () => {
    shareAnswer = new Error('cancel');
    const page = await fetched();
    page.tap('.share-copy');
    await page.waitForText('您取消了保存');
    shareAnswer = undefined;
    page.tap('.share-copy');
    await page.waitForText('副本已经交给您');
    expect(called('shareFileMessage')).toHaveLength(2);
    page.close();
  });

  test('that was never shared is removed with the page', async () => {
    const page = await fetched();
    expect(called('unlinkSync')).toEqual([]);
    page.close();
    expect(await mini.waitForCall('unlinkSync')).toBe('/user/copy.zip');
  });
});

test("leaving takes a tick and WeChat's phone button, nothing more", async () => {
  answers['account.deregister'] = good({ eraseAfter: '2026-11-27T16:00:00.000Z' });
  const page = mini.open('pages/privacy/deregister/index');
  await page.waitForText('过了反悔期不能恢复');
  page.tap('.leave-certain');
  while (page.text().includes('勾选后')) await new Promise((resolve) => setTimeout(resolve, 10));
  page.send('.ui-phone', 'getphonenumber', { code: 'abc' });
  await mini.waitForCall('redirectTo');
  const asked = sent('deregister').map(({ device: _, ...rest }) => rest);
  expect(asked).toEqual([{ action: 'deregister', phone: { kind: 'wechat', code: 'abc' } }]);
  page.close();
});
