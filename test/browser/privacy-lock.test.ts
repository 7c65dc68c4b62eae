import { faultsOf } from './axe';
import type { Page } from 'playwright-core';
import { dataOf } from '../make/expect-answer';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();
const status = async () => dataOf(await stage.person.call('account', 'session'))['status'];
const SHOWN = '.taro_page_show:last-child';

/** The code that last went to the member's phone. */
async function code(): Promise<string> {
  const message = (await stage.cloud.outbox()).find(({ to }) => to === stage.person.number);
  return /\d{6}/.exec(JSON.stringify(message?.text ?? message?.data))?.[0] ?? '';
}

/** Proves the number on the locked page that is in view. */
async function prove(page: Page, number: string, typed: () => Promise<string>): Promise<void> {
  await page.locator(`${SHOWN} .phone-number input`).fill(number);
  await page.locator(`${SHOWN} .phone-send`).click();
  await page
    .locator(SHOWN)
    .getByText(/验证码已发到|这不是您绑定的手机号/)
    .waitFor();
  await page.locator(`${SHOWN} .phone-code input`).fill(await typed());
}

test('from the leak page the account is locked everywhere, and the bound phone alone opens it again', async () => {
  const page = await stage.open(privacy('leak'));
  await page.locator('.lock-everywhere').click();
  await page.getByText('认不出是哪一部手机').waitFor();
  expect(await status()).toBe('member');
  await page.locator('.lock-yes').click();
  await page.locator(`${SHOWN} .phone-send`).waitFor();
  expect(await status()).toBe('locked');
  await prove(page, '13711112222', () => Promise.resolve('123456'));
  await page.getByText('这不是您绑定的手机号').waitFor();
  await prove(page, stage.person.number, code);
  await page.locator(`${SHOWN} .phone-submit`).click();
  await page.getByText('账号已经解锁').waitFor();
  expect(await status()).toBe('member');
}, 90_000);

test('every page that needs an open account leads a locked one to where it is unlocked', async () => {
  dataOf(await stage.person.call('account', 'lock'));
  for (const name of ['consents', 'history', 'information', 'request', 'requests', 'leak', 'deregister']) {
    const page = await stage.open(privacy(name));
    await page.locator(`${SHOWN} .phone-send`).waitFor();
  }
  const home = await stage.open('home/index');
  await home.locator('.to-locked').click();
  await home.locator(`${SHOWN} .phone-send`).waitFor();
}, 120_000);

test('[P43] a locked account reports a leak, and 我的 leads to the lock', async () => {
  const page = await stage.open('me/index');
  await page.locator('.me-lock').click();
  await page.locator('.lock-everywhere').click();
  await page.locator('.lock-yes').click();
  await page.locator('.report-locked').click();
  await page.locator('.report-leak').click();
  await page.getByText('已经举报').waitFor();
  const leaks = stage.cloud.rows('requests').filter(({ kind }) => kind === 'leak');
  expect(leaks).toMatchObject([{ state: 'verified' }]);
}, 60_000);

test.each([
  ['light', 1],
  ['dark', 1.5],
] as const)(
  'the question and the locked page fit a phone and have no accessibility fault, %s at %f',
  async (colorScheme, fontScale) => {
    const page = await stage.open(privacy('leak'), stage.person.openid, { colorScheme, fontScale });
    const faults = () => faultsOf(page);
    await page.locator('.lock-everywhere').click();
    const { y, height } = (await page.locator('.lock-yes').boundingBox()) ?? { y: Infinity, height: 0 };
    expect(y + height).toBeLessThanOrEqual(844);
    expect(await faults()).toEqual([]);
    await stage.phone.screenshot(`privacy-lock-ask-${colorScheme}`);
    await page.locator('.lock-yes').click();
    await page.locator(`${SHOWN} .phone-send`).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await faults()).toEqual([]);
    await stage.phone.screenshot(`privacy-lock-on-${colorScheme}`);
  },
  60_000,
);
