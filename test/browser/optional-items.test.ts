import { accounts } from '../../src/contracts/data-map/collections/accounts';
import { optionalItemCopy as copy } from '../../src/copy/optional-item';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { makePerson } from '../make/person';
import { startChromium, type Chromium } from './chromium';
import { expectSound, LOOKS, openApp, SHOWN } from './main-app';

let on: TestCloud;
let browser: Chromium;
beforeAll(async () => {
  [on, browser] = await Promise.all([startTestCloud(), startChromium()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await on.stop();
});

test.each(LOOKS)(
  '[P05] the sheet that asks for an item fits and is usable by everyone, $name',
  async (look) => {
    const person = makePerson(on);
    await person.register({ address: undefined });
    const phone = await openApp(browser, on, { route: 'pages/me/index', openid: person.openid, ...look });
    const shown = phone.page.locator(SHOWN);
    await shown.locator('.me-address').click();
    await shown.getByText(copy.title(accounts.fields.address.label)).waitFor();
    await phone.screenshot(`ask-item-${look.name}`);
    await expectSound(phone);
    await phone.close();
  },
  60_000,
);

test('[P03] 跳过 leaves the item empty and says so, and what is given later is shown', async () => {
  const person = makePerson(on);
  await person.register({ address: undefined });
  const phone = await openApp(browser, on, { route: 'pages/me/index', openid: person.openid });
  const shown = phone.page.locator(SHOWN);
  await shown.locator('.me-address').click();
  await shown.locator('.ask-item-skip').click();
  await shown.locator('.me-address', { hasText: copy.skipped }).waitFor();
  await phone.screenshot('me-skipped');
  await shown.locator('.me-address').click();
  await shown.locator('.ask-item-field textarea').fill(`${person.address}\n4 单元`);
  await shown.locator('.ask-item-save').click();
  await shown.locator('.me-address', { hasText: `${person.address} 4 单元` }).waitFor();
  await expectSound(phone);
  await phone.close();
}, 60_000);
