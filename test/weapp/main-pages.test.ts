/** @jest-environment jsdom */
import type { CloudAnswer } from './wx';
import { startMiniProgram, type MiniProgram, type OpenPage } from './simulate';

let mini: MiniProgram;
const calls: string[] = [];
let answers: Record<string, unknown> = {};
const ok = (data: unknown) => ({ ok: true, data });
const refused = (code: string, message: string) => ({
  ok: false,
  error: { code, message, retryable: false },
});

const policyText = {
  version: '1',
  digest: 'a'.repeat(64),
  updatedOn: '2025-04-25',
  effectiveOn: '2025-04-25',
  nodes: [{ type: 'heading', depth: 2, text: '8.2 改正', section: '8.2' }],
};
const member = {
  age: 'adult',
  city: null,
  policyVersion: '1',
  registeredAt: '2025-11-20T00:00:00.000Z',
  eraseAfter: null,
};

const cloud: CloudAnswer = (name, data) => {
  const action = `${name}.${String(data.action)}`;
  calls.push(action);
  const answer = answers[action];
  return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
};

/** WeChat's interfaces that read something personal. */
const PRIVACY_API =
  /getFuzzyLocation|getLocation|chooseLocation|choosePoi|getUserProfile|chooseImage|chooseMedia/;

beforeAll(() => {
  mini = startMiniProgram({ cloud });
});

beforeEach(() => {
  calls.length = 0;
  mini.calls.length = 0;
  mini.storage.clear();
  answers = {
    'account.session': ok({ status: 'guest' }),
    'policy.current': ok(policyText),
    'policy.versions': ok({ versions: [] }),
  };
});

/** Ticks what registering needs, and waits until the button may be tapped. */
async function fillIn(page: OpenPage): Promise<void> {
  await page.waitForText('还差：选择您的年龄、勾选同意隐私政策');
  page.tap('.ui-radio_adult');
  page.tap('.login-agree');
  for (let left = 100; page.text().includes('还差') && left > 0; left -= 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(page.text()).not.toContain('还差');
}

const closing = async (route: string, use: (page: OpenPage) => Promise<void>, query = {}) => {
  const page = mini.open(route, query);
  await use(page);
  page.close();
};

test.each([
  ['pages/home/index', '不登录也可以浏览'],
  ['pages/login/index', '验证手机号并注册'],
  ['pages/city/index', '热门城市'],
  ['pages/me/index', '您现在是访客'],
  ['pages/policy/index', '8.2 改正'],
])('[P04] a guest reads %s without a call that writes or a privacy interface', async (route, text) => {
  await closing(route, async (page) => {
    await page.waitForText(text);
    const reads = ['account.session', 'policy.current', 'policy.versions'];
    expect(calls.filter((call) => !reads.includes(call))).toEqual([]);
    expect(mini.calls.filter(({ api }) => PRIVACY_API.test(api))).toEqual([]);
    const kept = route === 'pages/policy/index' ? ['policyText'] : [];
    expect([...mini.storage.keys()]).toEqual(kept);
  });
});

test('[P48] the foot of the home page leads to correcting the own information', async () => {
  await closing('pages/home/index', async (page) => {
    await page.waitForText('不登录也可以浏览');
    page.tap('.home-correct');
    expect(await mini.waitForCall('navigateTo')).toMatchObject({
      url: '/pages/login/index?next=information',
    });
  });
});

test('a refused registration shows the sentence of the server', async () => {
  answers['account.register'] = refused('PHONE_TAKEN', '这个手机号已经注册过，请换一个手机号。');
  await closing('pages/login/index', async (page) => {
    await fillIn(page);
    page.send('.ui-phone', 'getphonenumber', { code: 'again' });
    await page.waitForText('这个手机号已经注册过');
  });
});

test('[P64] someone under 14 sees the way through a guardian, and no phone button', async () => {
  await closing('pages/login/index', async (page) => {
    await page.waitForText('您的年龄');
    page.tap('.ui-radio_under14');
    await page.waitForText('请先问监护人');
    expect(page.has('.ui-phone')).toBe(false);
    expect(calls).not.toContain('account.register');
  });
});

test('[P12] a city found by pinyin is kept on the phone of a guest, and nothing is sent', async () => {
  await closing('pages/city/index', async (page) => {
    await page.waitForText('热门城市');
    page.input('.city-search', 'wuhan');
    await page.waitForText('找到 1 个城市');
    page.tap('.city-row_420100');
    await mini.waitForCall('setStorageSync');
    expect(mini.storage.get('recentCities')).toEqual(['420100']);
    expect(calls).not.toContain('account.switchCity');
    expect(mini.calls.filter(({ api }) => PRIVACY_API.test(api))).toEqual([]);
  });
});

test('a city that does not exist is said not to be found', async () => {
  await closing('pages/city/index', async (page) => {
    await page.waitForText('热门城市');
    page.input('.city-search', '亚特兰蒂斯');
    await page.waitForText('没有找到「亚特兰蒂斯」');
  });
});

test('[P30] clearing the phone asks first and leaves nothing', async () => {
  mini.storage.set('recentCities', ['420100']);
  await closing('pages/me/index', async (page) => {
    await page.waitForText('清除本机数据');
    page.tap('.clear-phone');
    await page.waitForText('清除本机数据吗');
    expect(mini.storage.size).toBe(1);
    await page.press('.clear-phone-yes');
    await page.waitForText('没有留下数据');
    expect(mini.storage.size).toBe(0);
  });
});

test('without a network the policy says so, and a retry reads it', async () => {
  answers['policy.current'] = new Error('cloud.callFunction:fail request:fail');
  await closing('pages/policy/index', async (page) => {
    await page.waitForText('网络不通');
    answers['policy.current'] = ok(policyText);
    page.tap('.ui-retry');
    await page.waitForText('8.2 改正');
  });
});

// Last, because the session lives as long as the mini program and is a member's from here on.
test("WeChat's phone button registers with nothing optional", async () => {
  answers['account.register'] = ok({ status: 'member', account: member });
  await closing('pages/login/index', async (page) => {
    await page.waitForText('验证手机号并注册');
    expect(page.attribute('.login-agree', 'aria-checked')).toBe('false');
    await fillIn(page);
    page.send('.ui-phone', 'getphonenumber', { code: 'from-wechat' });
    await mini.waitForCall('reLaunch');
    const sent = mini.calls.filter(({ api }) => api === 'cloud.callFunction').map(({ options }) => options);
    expect(sent).toContainEqual({
      name: 'account',
      data: {
        action: 'register',
        phone: { kind: 'wechat', code: 'from-wechat' },
        policyVersion: '1',
        age: 'adult',
        // Of the phone, what the security log declares and nothing else (P06).
        device: { model: 'test', system: 'iOS 17', client: '8.0.50', language: 'zh_CN', network: 'wifi' },
      },
    });
  });
});
