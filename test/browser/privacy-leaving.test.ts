import { readFileSync } from 'node:fs';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';
import { privacy, setStage, thumb } from './privacy-stage';

const stage = setStage();

test('[P55] [P56] takes no more taps than registering, offers the copy first, and can be taken back', async () => {
  const fresh = makePerson(stage.cloud);
  let page = await stage.open('home/index', fresh.openid);
  const coming = thumb();
  await coming.tap(page.locator('.home-login'));
  await coming.tap(page.locator('.ui-radio_adult'));
  await coming.tap(page.locator('.login-agree'));
  await page.locator('.ui-phone-number:visible input').fill(fresh.number);
  await coming.tap(page.locator('.ui-phone:visible'));
  await page.locator('.home-me').waitFor();

  page = await stage.open('home/index', fresh.openid);
  const leaving = thumb();
  await leaving.tap(page.locator('.home-me'));
  await leaving.tap(page.locator('.me-deregister'));
  await page.locator('.save-copy').waitFor();
  const [copy, confirm] = [
    await page.locator('.save-copy').boundingBox(),
    await page.locator('.leave-certain').boundingBox(),
  ];
  expect(copy?.y).toBeLessThan(confirm?.y ?? 0);
  await page.getByText('过了反悔期不能恢复', { exact: true }).waitFor();
  await page.locator('.ui-phone-number:visible input').fill(fresh.number);
  expect(await page.locator('.ui-phone:visible').getAttribute('disabled')).not.toBeNull();
  await leaving.tap(page.locator('.leave-certain'));
  await leaving.tap(page.locator('.ui-phone:visible'));
  await page.locator('.restore').waitFor();
  expect(leaving.taps()).toBeLessThanOrEqual(coming.taps());
  await stage.phone.screenshot('privacy-frozen');

  await page.locator('.restore').click();
  await page.getByText('账号已恢复').waitFor();
  await page.getByText('账号注销中').first().waitFor({ state: 'detached' });
  expect(dataOf(await fresh.call('account', 'session')).status).toBe('member');
}, 90_000);

test("another phone's proof does not end the account", async () => {
  const page = await stage.open(privacy('deregister'));
  await page.locator('.leave-certain').click();
  await page.locator('.ui-phone-number input').fill('13711112222');
  await page.locator('.ui-phone').click();
  await page.getByText('这不是您绑定的手机号').waitFor();
  expect(dataOf(await stage.person.call('account', 'session')).status).toBe('member');
}, 60_000);

test('every page that needs an active account leads a frozen one to where it can be restored', async () => {
  dataOf(await stage.person.deregister());
  for (const name of ['consents', 'history', 'information', 'request', 'requests', 'deregister']) {
    const page = await stage.open(privacy(name));
    await page.locator('.restore').waitFor();
  }
  const page = await stage.open(privacy('frozen'));
  await page.getByText('24:00（北京时间）').waitFor();
  const download = page.waitForEvent('download');
  await page.locator('.save-copy').click();
  expect(
    readFileSync(await (await download).path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
}, 90_000);
