import { startTestCloud, type TestCloud } from '../make/cloud';
import { startChromium, type Chromium } from './chromium';
import { openApp, SHOWN } from './main-app';

let on: TestCloud;
let browser: Chromium;
beforeAll(async () => {
  [on, browser] = await Promise.all([startTestCloud(), startChromium()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await on.stop();
});

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
