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

test('[P65] a child shows a code, a guardian agrees by it, and the child goes on to the form', async () => {
  const [guardian, child] = [makePerson(on), makePerson(on)];
  dataOf(await guardian.register());
  const small = await openApp(browser, on, { route: 'pages/login/index', openid: child.openid });
  await small.page.locator(SHOWN).locator('.ui-radio_under14').click();
  await small.page.locator(SHOWN).locator('.login-ask-guardian').click();
  await small.page.locator(SHOWN).locator('.child-ask').click();
  const code = await small.page.locator(SHOWN).locator('.guardian-code').innerText();
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);

  const big = await openApp(browser, on, { route: 'pages/privacy/guardian/index', openid: guardian.openid });
  const shown = big.page.locator(SHOWN);
  await shown.locator('.guardian-field input').fill(code.toLowerCase());
  await shown.locator('.ui-radio_mother').click();
  await shown.locator('.guardian-agree').click();
  await shown.locator('.ui-tab_sms').click();
  await shown.locator('.phone-number input').fill(guardian.number);
  await shown.locator('.phone-send').click();
  await shown.getByText(`验证码已发到 ${guardian.number}`).waitFor();
  const sms = /\d{6}/.exec((await on.outbox())[0]?.text ?? '')?.[0] ?? '';
  await shown.locator('.phone-code input').fill(sms);
  await shown.locator('.phone-submit').click();
  await shown.getByText('请孩子在自己的手机上继续注册').waitFor();
  await big.close();

  await small.page.locator(SHOWN).locator('.child-check').click();
  await small.page.locator(SHOWN).locator('.child-go-on').click();
  // The page it came from lies hidden below.
  await small.page.getByText('家长已经同意了').waitFor();
  await small.page.locator('.ui-radio_under14[aria-checked=true]').last().waitFor();
  await small.page.locator(SHOWN).locator('.ui-tab_sms').waitFor();
  await small.close();
}, 60_000);
