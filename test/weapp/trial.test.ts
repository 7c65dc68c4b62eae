/** @jest-environment jsdom */
import { startMiniProgram, type MiniProgram } from './simulate';

let mini: MiniProgram;
let answer: unknown = { ok: true, data: { status: 'guest' } };

beforeAll(() => {
  mini = startMiniProgram({ cloud: () => Promise.resolve(answer) });
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

test('a failed call shows its sentence, and a retry reaches the cloud again', async () => {
  answer = 'not a result';
  const page = mini.open('pages/privacy/centre/index');
  await page.waitForText('没有加载出来');
  answer = { ok: true, data: { status: 'guest' } };
  page.tap('.ui-retry');
  await page.waitForText('guest');
  page.close();
});
