import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';
import { sharingOn } from '../make/recipients';
import { startChromium, type Chromium } from './chromium';
import { expectSound, LOOKS, openApp, SHOWN } from './main-app';

let on: TestCloud;
let browser: Chromium;
/** The number of the proof of somebody who has left, and whose recipient has deleted too. */
let proof: string;

const MONTH = 30 * 24 * 3_600_000;

beforeAll(async () => {
  [on, browser] = await Promise.all([startTestCloud(), startChromium()]);
  const leaver = makePerson(on);
  dataOf(await leaver.register());
  dataOf(await sharingOn(() => on).share(leaver, 'visit'));
  dataOf(await on.timer('reconcile'));
  proof = String(dataOf(await leaver.deregister())['certificateId']);
  await on.travel(new Date(Date.now() + MONTH));
  for (const name of ['retention', 'reconcile', 'retention']) dataOf(await on.timer(name));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await on.stop();
});

describe.each(LOOKS)('in the look $name', ({ name, ...as }) => {
  test('[P57] whoever has the number reads the proof, and the page is usable by everyone', async () => {
    const route = 'pages/privacy/certificate/index';
    const phone = await openApp(browser, on, { route, openid: 'oWhoever', ...as });
    const shown = phone.page.locator(SHOWN);
    await shown.locator('.certificate-id input').fill(proof);
    await shown.locator('.look-up').click();
    await shown.getByText('已经删除完成').waitFor();
    await shown.getByText('已确认删除').first().waitFor();
    await phone.screenshot(`privacy-proof-${name}`, { fullPage: true });
    await expectSound(phone);
    await phone.close();
  }, 60_000);

  test.each(['guardian', 'child-rules'])(
    'the page %s is usable by everyone',
    async (page) => {
      const guardian = makePerson(on);
      dataOf(await guardian.register());
      const route = `pages/privacy/${page}/index`;
      const phone = await openApp(browser, on, { route, openid: guardian.openid, ...as });
      await phone.page.locator(`${SHOWN} .ui-page__title`).waitFor();
      await phone.page.locator(`${SHOWN} .ui-loading`).waitFor({ state: 'detached' });
      await phone.screenshot(`privacy-${page}-${name}`, { fullPage: true });
      await expectSound(phone);
      await phone.close();
    },
    60_000,
  );
});
