/** @jest-environment jsdom */
import { startMiniProgram, type MiniProgram } from './simulate';

let mini: MiniProgram;
let answer: () => Promise<unknown> = () => Promise.resolve({ ok: true, data: { status: 'guest' } });

beforeAll(() => {
  mini = startMiniProgram({ cloud: () => answer() });
});

test('the built home page shows its parts and answers taps', async () => {
  const page = mini.open('pages/home/index');
  await page.waitForText('您的信息由您做主');
  expect(page.text()).toContain('已关闭');
  page.tap('.trial-switch');
  await page.waitForText('已开启');
  page.input('.trial-name', '小明');
  await page.waitForText('2/20');
  page.tap('.to-privacy');
  expect(await mini.waitForCall('navigateTo')).toMatchObject({ url: '/pages/privacy/centre/index' });
  expect(page.attribute('.trial-switch', 'aria-role')).toBe('switch');
  expect(page.attribute('.trial-switch', 'aria-checked')).toBe('true');
  page.close();
});

test("WeChat's phone button hands over its code", async () => {
  const page = mini.open('pages/home/index');
  await page.waitForText('微信手机号注册');
  page.send('.ui-phone', 'getphonenumber', { code: 'abc123' });
  await page.waitForText('6/20');
  page.close();
});

test("WeChat's avatar arrives as a small picture", async () => {
  const page = mini.open('pages/home/index');
  await page.waitForText('选择头像');
  page.send('.ui-avatar', 'chooseavatar', { avatarUrl: 'wxfile://tmp/big.png' });
  await page.waitForText('15/20');
  page.close();
});

test.each([
  ['an answer of another shape', () => Promise.resolve('not a result'), '系统出了点问题'],
  [
    'a crash',
    () => Promise.reject(new Error('cloud.callFunction:fail Error: errCode: -504002')),
    '系统出了点问题',
  ],
  ['a lost network', () => Promise.reject(new Error('cloud.callFunction:fail request:fail')), '网络不通'],
])('%s shows its sentence, and a retry reaches the cloud again', async (_what, failing, sentence) => {
  const working = answer;
  answer = failing;
  const page = mini.open('pages/privacy/centre/index');
  await page.waitForText(sentence);
  answer = working;
  page.tap('.ui-retry');
  await page.waitForText('guest');
  page.close();
});

test('a banner stands at the top while there is no network', async () => {
  const page = mini.open('pages/home/index');
  await page.waitForText('您的信息由您做主');
  expect(page.text()).not.toContain('网络已断开');
  mini.setOnline(false);
  await page.waitForText('网络已断开');
  page.close();
});
