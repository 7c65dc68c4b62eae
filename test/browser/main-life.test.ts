import type { policy as policyContract } from '../../src/contracts/policy';
import type { Output } from '../../src/contracts/operation';
import { operator } from '../../src/copy/common';
import { promises, type PolicyPromise } from '../../src/contracts/promises';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';
import { startChromium, type Chromium } from './chromium';
import { openApp, SHOWN } from './main-app';

let on: TestCloud;
let browser: Chromium;

beforeAll(async () => {
  on = await startTestCloud();
  browser = await startChromium();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await on.stop();
});

const rowCount = () => on.cloud.database.collections().reduce((sum, { count }) => sum + count, 0);

test('[P04] a guest reads every main page, and nothing is written', async () => {
  const before = rowCount();
  const phone = await openApp(browser, on);
  const shown = phone.page.locator(SHOWN);
  await shown.getByText('不登录也可以浏览').waitFor();
  for (const [entry, text] of [
    ['.home-policy', '目录'],
    ['.home-city', '热门城市'],
    ['.home-login', '您的年龄'],
  ] as const) {
    await shown.locator(entry).click();
    await shown.getByText(text).first().waitFor();
    await phone.page.goBack();
    await shown.locator('.home-city').waitFor();
  }
  expect(rowCount()).toBe(before);
  expect(phone.problems).toEqual([]);
  await phone.close();
}, 60_000);

test('an app that is too old is told to update, with no way to try again that could not help', async () => {
  const phone = await openApp(browser, on);
  await phone.page.locator('.home-login').waitFor();
  await phone.page.route('**/invoke/account', (route) =>
    route.continue({ postData: JSON.stringify({ action: 'session', edition: 0 }) }),
  );
  await phone.page.reload();
  await phone.page.getByText('小程序有新版本').waitFor();
  expect(await phone.page.locator('.home-retry').count()).toBe(0);
  await phone.close();
});

test('[P48] the foot of the home page leads a guest to log in, and then to the own information', async () => {
  const phone = await openApp(browser, on);
  const shown = phone.page.locator(SHOWN);
  await shown.getByText('不登录也可以浏览').waitFor();
  await shown.locator('.home-correct').click();
  await shown.locator('.ui-radio_adult').click();
  await shown.locator('.login-agree').click();
  await shown.locator('.ui-phone-number input').fill('13900003333');
  await shown.locator('.ui-phone').click();
  await shown.locator('.ui-nav-bar__title', { hasText: '我的信息' }).waitFor();
  await phone.close();
}, 60_000);

test('[P71] the address of the person in charge is copied by a tap', async () => {
  const phone = await openApp(browser, on);
  await phone.page.context().grantPermissions(['clipboard-read']);
  await phone.page.locator('.contact-email').click();
  await phone.page.getByText('已复制', { exact: true }).waitFor();
  await expect(phone.page.evaluate('navigator.clipboard.readText()')).resolves.toBe(operator.email);
  await phone.close();
}, 60_000);

test("[P01] registering by WeChat's button needs an age, a tick that is not set, and the number", async () => {
  const phone = await openApp(browser, on, { route: 'pages/login/index', openid: 'h5-by-wechat' });
  const shown = phone.page.locator(SHOWN);
  await shown.getByText('还差：选择您的年龄、勾选同意隐私政策').waitFor();
  await expect(shown.locator('.login-agree').getAttribute('aria-checked')).resolves.toBe('false');
  await shown.locator('.ui-phone-number input').fill('13900001111');
  await expect(shown.locator('.ui-phone').getAttribute('aria-disabled')).resolves.toBe('true');
  await shown.locator('.ui-radio_adult').click();
  await shown.locator('.login-agree').click();
  await shown.locator('.ui-phone').click();
  await shown.locator('.home-me').waitFor();
  expect(dataOf(await on.invoke('account', { action: 'session' }, 'h5-by-wechat')).status).toBe('member');
  await phone.close();
}, 60_000);

test('[P02] registering by SMS: a wrong code is told, the sent one works, and another must wait', async () => {
  const phone = await openApp(browser, on, { route: 'pages/login/index', openid: 'h5-by-sms' });
  const shown = phone.page.locator(SHOWN);
  await shown.locator('.ui-radio_teen').click();
  // The words tick as the box does.
  await shown.locator('.ui-agree__words').click();
  await expect(shown.locator('.login-agree').getAttribute('aria-checked')).resolves.toBe('true');
  await shown.locator('.ui-tab_sms').click();
  await shown.locator('.phone-number input').fill('23900002222');
  await shown.getByText('这不是大陆的手机号').waitFor();
  // As an address book has it, and as a Chinese keyboard writes digits.
  await shown.locator('.phone-number input').fill('+86 139-0000-２２２２');
  await expect(shown.locator('.phone-number input').inputValue()).resolves.toBe('13900002222');
  await shown.locator('.phone-send').click();
  await shown.getByText('验证码已发到 13900002222').waitFor();
  await expect(shown.locator('.phone-send').textContent()).resolves.toMatch(/\d+ 秒后重发/);
  const code = /\d{6}/.exec((await on.outbox())[0]?.text ?? '')?.[0] ?? '';
  await shown.locator('.phone-code input').fill(code === '000000' ? '000001' : '000000');
  await shown.locator('.phone-submit').click();
  await shown.getByText('短信验证码不对').waitFor();
  // Gone with the code it was about.
  await shown.locator('.phone-code input').fill('１２');
  await shown.getByText('短信验证码不对').waitFor({ state: 'detached' });
  await expect(shown.locator('.phone-code input').inputValue()).resolves.toBe('12');
  await shown.locator('.phone-code input').fill(code);
  await shown.locator('.phone-submit').click();
  await shown.locator('.home-me').waitFor();
  await phone.close();
}, 60_000);

test('[P64] someone under 14 is led to a guardian, and nothing is called or written', async () => {
  const phone = await openApp(browser, on, { route: 'pages/login/index' });
  const shown = phone.page.locator(SHOWN);
  await shown.locator('.ui-radio_under14').waitFor();
  const before = rowCount();
  const calls: string[] = [];
  phone.page.on('request', (request) => calls.push(request.url()));
  await shown.locator('.ui-radio_under14').click();
  await shown.getByText('请先问监护人').waitFor();
  await expect(shown.locator('.ui-phone').count()).resolves.toBe(0);
  expect(calls).toEqual([]);
  expect(rowCount()).toBe(before);
  await phone.close();
}, 60_000);

test('[P12] a city is found by initials; a guest keeps it on the phone, a member in the account', async () => {
  const before = rowCount();
  const guest = await openApp(browser, on, { route: 'pages/city/index' });
  await guest.page.locator('.city-search input').fill('qqhe');
  await guest.page.locator('.city-row_230200').click();
  await guest.page.locator(SHOWN).getByText('齐齐哈尔').waitFor();
  expect(rowCount()).toBe(before);
  await guest.close();

  const member = makePerson(on);
  await member.register();
  const phone = await openApp(browser, on, { route: 'pages/city/index', openid: member.openid });
  await phone.page.locator('.city-letter_Z').click();
  await phone.page.locator('.city-row_440400').click();
  await phone.page.locator(SHOWN).locator('.home-city', { hasText: '珠海' }).waitFor();
  const { account } = dataOf(await member.call('account', 'session'));
  expect(account).toMatchObject({ city: '440400' });
  await phone.close();
}, 60_000);

test('[P30] clearing the phone leaves nothing in its storage but who plays, and nobody else is touched', async () => {
  const phone = await openApp(browser, on, { route: 'pages/city/index' });
  await phone.page.locator('.city-chip_420100').first().click();
  await phone.page.locator(SHOWN).locator('.home-city', { hasText: '武汉' }).waitFor();
  await phone.page.goto(`${on.cloud.url}/app/#/pages/me/index`);
  const shown = phone.page.locator(SHOWN);
  await phone.page.evaluate("localStorage.setItem('workbench-cast', 'of another page')");
  const visitor = await phone.page.evaluate("localStorage.getItem('visitor')");
  await shown.locator('.clear-phone').click();
  await shown.locator('.clear-phone-yes').click();
  await shown.getByText('只留下了模拟的微信身份').waitFor();
  await expect(phone.page.evaluate('({ ...localStorage })')).resolves.toEqual({
    visitor,
    'workbench-cast': 'of another page',
  });
  await phone.close();
}, 60_000);

test('a dialog takes the focus, keeps Tab inside, closes by Escape and gives the focus back', async () => {
  const phone = await openApp(browser, on, { route: 'pages/me/index' });
  const { page } = phone;
  const shown = page.locator(SHOWN);
  const focused = (selector: string) =>
    page.evaluate(`document.activeElement?.closest(${JSON.stringify(selector)}) !== null`);
  await shown.locator('.clear-phone').focus();
  await page.keyboard.press('Enter');
  await shown.locator('.ui-dialog').waitFor();
  await page.waitForFunction("document.activeElement?.classList.contains('ui-dialog')");
  for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
    await page.keyboard.press(key);
    await expect(focused('.ui-dialog')).resolves.toBe(true);
  }
  await page.keyboard.press('Escape');
  await shown.locator('.ui-dialog').waitFor({ state: 'detached' });
  await expect(focused('.clear-phone')).resolves.toBe(true);
  await phone.close();
}, 60_000);

test('a nickname is changed; logging out makes a guest of this phone, and one tap leads back', async () => {
  const member = makePerson(on);
  await member.register();
  const phone = await openApp(browser, on, { route: 'pages/me/index', openid: member.openid });
  const shown = phone.page.locator(SHOWN);
  await shown.locator('.me-nickname').click();
  await shown.locator('.me-nickname-field input').fill('新的昵称');
  await shown.locator('.me-nickname-save').click();
  await shown.locator('.me-nickname', { hasText: '新的昵称' }).waitFor();
  await shown.locator('.sign-out').click();
  await shown.locator('.sign-out-yes').click();
  await shown.locator('.home-login').click();
  await shown.locator('.login-come-back').click();
  await shown.locator('.home-me').waitFor();
  await phone.close();
}, 60_000);

test('[P70] the reader shows the digest that the server keeps, every promise honestly, and each version', async () => {
  const current = dataOf(await on.invoke('policy', { action: 'current' }, 'h5-reader')) as Output<
    typeof policyContract.current
  >;
  const phone = await openApp(browser, on, { route: 'pages/policy/index' });
  const shown = phone.page.locator(SHOWN);
  await shown.getByText(current.digest).waitFor();
  await shown.locator('.policy-digest').click();
  await shown.getByText('已复制').waitFor();
  await shown.locator('.policy-toc').click();
  await shown.locator('.policy-toc_section-8-5').click();
  const [open] = (promises as readonly PolicyPromise[]).filter(({ kept }) => !kept);
  if (open) {
    await shown.locator(`#section-${open.section.replaceAll('.', '-')} .policy-promises-head`).click();
    await shown.locator(`.policy-promise_${open.id}`, { hasText: '还没做到' }).waitFor();
  }
  await shown.locator('#section-8-2 .policy-promises-head').click();
  await shown.locator('.policy-promise_P48', { hasText: '已做到' }).waitFor();
  await shown.locator('.policy-promise_P49', { hasText: '已做到' }).waitFor();
  await shown.locator(`.policy-version_${current.version}`).click();
  await phone.page.waitForURL(new RegExp(`version=${current.version}$`));
  const [second, third] = [1, 2].map((below) => phone.page.locator('.taro_page').nth(below));
  await second?.locator('.policy-digest').waitFor();
  await expect(second?.getByText('这是旧版本').count()).resolves.toBe(0);
  await second?.locator('.policy-version_1').click();
  await phone.page.waitForURL(/version=1$/);
  await third?.getByText('这是旧版本').waitFor();
  await phone.close();
}, 60_000);

test('a button is as wide as it is meant to be, whatever WeChat’s own sheet says', async () => {
  const phone = await openApp(browser, on, { route: 'pages/login/index', fontScale: 1.75 });
  const width = async (part: string) =>
    (await phone.page.locator(SHOWN).locator(part).boundingBox())?.width ?? 0;
  const plain = `(() => {
    const button = document.body.appendChild(document.createElement('taro-button-core'));
    const { width } = getComputedStyle(button);
    button.remove();
    return width;
  })()`;
  expect(await phone.page.evaluate(plain)).toBe('184px');
  await phone.page.locator('.ui-radio_adult').click();
  await phone.page.locator('.ui-tab_sms').click();
  expect(await width('.phone-submit')).toBe(390 - 48);
  const [send, line] = [await width('.phone-send'), await width('.phone-number .ui-field__line')];
  expect(send).toBeLessThan(line / 2);
  await phone.close();
}, 60_000);

test('a button grows with its words and breaks none of them', async () => {
  const phone = await openApp(browser, on, { route: 'pages/privacy/leak/index', fontScale: 1.75 });
  const button = phone.page.locator(SHOWN).locator('.to-login');
  const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
  expect(width).toBeGreaterThan(184);
  expect(height).toBeLessThan(90);
  await phone.close();
}, 60_000);
