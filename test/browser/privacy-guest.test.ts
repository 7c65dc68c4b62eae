import { leakCopy } from '../../src/copy/privacy/leak';
import { requestCopy } from '../../src/copy/privacy/requests';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();

test('a guest gets a way to log in, and nothing is written', async () => {
  const rows = () =>
    JSON.stringify(['accounts', 'ledger', 'requests'].map((name) => stage.cloud.rows(name).length));
  const before = rows();
  for (const name of [
    'centre',
    'consents',
    'history',
    'information',
    'request',
    'requests',
    'leak',
    'deregister',
  ]) {
    const page = await stage.open(privacy(name), 'oGuest-of-the-pages');
    await page.locator('.to-login').waitFor();
    if (name === 'request') await page.getByText(requestCopy.guest.title).waitFor();
    if (name === 'leak') {
      await page.getByText(leakCopy.guest.title).waitFor();
      await page.getByText(leakCopy.byMail).waitFor();
    }
  }
  const page = await stage.open(privacy('consents'), 'oGuest-of-the-pages');
  await page.locator('.to-login').click();
  await page.locator('.login-agree, .ui-radio_adult').first().waitFor();
  expect(rows()).toBe(before);
}, 90_000);

test('logging in leads back to the page that asked for it, which then shows what is theirs', async () => {
  const page = await stage.open(privacy('request', '?kind=copy'), 'oGuest-who-comes-back');
  await page.locator('.to-login').click();
  await page.locator('.ui-radio_adult').click();
  await page.locator('.login-agree').click();
  await page.locator('.ui-phone-number:visible input').fill('13900007171');
  await page.locator('.ui-phone:visible').click();
  await page.locator('.submit-request:visible').waitFor();
  expect(await page.locator('.ui-radio_copy').getAttribute('aria-checked')).toBe('true');
}, 60_000);

test('a lost network shows its sentence and a way to try again', async () => {
  const page = await stage.open('home/index');
  await page.route('**/invoke/request', (route) => route.abort());
  await page.locator('.home-requests').click();
  await page.getByText('网络不通，请检查网络后再试。').waitFor();
  await page.unroute('**/invoke/request');
  await page.locator('.ui-retry').click();
  await page.getByText('您还没有提过请求').waitFor();
  await page.context().setOffline(true);
  await page.locator('.ui-page__offline:visible').waitFor();
}, 60_000);
