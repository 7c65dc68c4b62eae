import type { Page } from 'playwright-core';
import { dataOf } from '../make/expect-answer';
import { expectSound } from './main-app';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();

const KEPT = /没有网络，显示的是 \d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2} 的内容/;

/** Everything that calls a function fails, as without a network; the program itself lies on a phone. */
const cut = (page: Page) => page.route('**/invoke/**', (route) => route.abort());
const heal = (page: Page) => page.unroute('**/invoke/**');
/** What lies under a key, in the wrapping that Taro gives it in a browser. */
const stored = (page: Page, key: string) =>
  page.evaluate<string | null>(
    `JSON.parse(localStorage.getItem(${JSON.stringify(key)}) ?? '{}').data ?? null`,
  );

/** Starts the mini program anew at a page, without a network. */
async function restartOffline(page: Page, route: string): Promise<void> {
  await cut(page);
  await page.goto(`${stage.cloud.cloud.url}/app/?openid=${stage.person.openid}#/pages/${route}`);
  await page.reload();
}

test('[P70] the policy that was read is there after a cold start without network, and says of when it is', async () => {
  const page = await stage.open('policy/index');
  await page.locator('.policy-digest').waitFor();
  const { version, digest } = dataOf(await stage.person.call('policy', 'current')) as Record<string, string>;
  await restartOffline(page, 'policy/index');
  await page.getByText(KEPT).waitFor();
  await page.getByText(String(digest)).waitFor();
  await stage.phone.screenshot('policy-offline');
  await restartOffline(page, `policy/index?version=${String(version)}`);
  await page.getByText(KEPT).waitFor();
  // Of a version that was never read nothing can be shown, and that is said.
  await restartOffline(page, 'policy/index?version=1');
  await page.getByText('网络不通，请检查网络后再试。').first().waitFor();
  expect(await page.getByText(KEPT).count()).toBe(0);
  await heal(page);
  await page.locator('.ui-retry').first().click();
  await page.locator('.policy-digest').waitFor();
}, 90_000);

test('the own choices are there without network, to be read only, and can be changed once it is back', async () => {
  dataOf(await stage.person.choose('same-city'));
  const page = await stage.open(privacy('consents'));
  await page.locator('.consent_same-city').waitFor();
  expect(JSON.parse(String(await stored(page, 'consentsSeen')))).toEqual({
    form: 1,
    at: expect.any(String) as string,
    data: { locate: false, 'location-tag': false, 'same-city': true, analytics: false },
  });
  await page.locator('.consent_analytics').click();
  await page.locator('.consent_analytics').getByText('已开启', { exact: true }).waitFor();
  await restartOffline(page, privacy('centre'));
  await page.locator('.to-consents').click();
  await page.getByText(KEPT).waitFor();
  for (const [purpose, words] of [
    ['same-city', '已开启'],
    ['analytics', '已开启'],
    ['locate', '已关闭'],
  ] as const)
    await page.locator(`.kept-consent_${purpose}`).getByText(words, { exact: true }).waitFor();
  expect(await page.getByRole('switch').count()).toBe(0);
  await stage.phone.screenshot('privacy-consents-offline');
  await heal(page);
  await page.locator('.kept-retry').click();
  await page.locator('.consent_same-city[role=switch]').waitFor();
  expect(await page.getByText(KEPT).count()).toBe(0);
}, 90_000);

test('without any network at all what was read in this session stays, and the list of cities works', async () => {
  const page = await stage.open('city/index');
  await page.getByText('热门城市').waitFor();
  await page.goto(`${stage.cloud.cloud.url}/app/?openid=${stage.person.openid}#/pages/policy/index`);
  await page.locator('.policy-digest').waitFor();
  await page.goto(`${stage.cloud.cloud.url}/app/?openid=${stage.person.openid}#/pages/home/index`);
  await page.locator('.home-policy:visible').waitFor();
  await page.context().setOffline(true);
  await page.locator('.ui-page__offline:visible').waitFor();
  await page.locator('.home-policy:visible').click();
  await page.getByText(KEPT).waitFor();
  await page.goBack();
  await page.locator('.home-city:visible').click();
  await page.locator('.city-search:visible input').fill('qqhe');
  await page.locator('.city-row_230200:visible').waitFor();
}, 90_000);

test('[P29] [P30] logging out, deregistering and clearing leave no choice on the phone', async () => {
  const seen = async () => {
    const page = await stage.open(privacy('consents'));
    await page.locator('.consent_same-city').waitFor();
    expect(await stored(page, 'consentsSeen')).not.toBeNull();
    return page;
  };
  let page = await seen();
  await page.goto(`${stage.cloud.cloud.url}/app/#/pages/me/index`);
  await page.locator('.clear-phone:visible').click();
  await page.locator('.clear-phone-yes').click();
  await page.getByText('只留下了模拟的微信身份').waitFor();
  expect(await stored(page, 'consentsSeen')).toBeNull();
  page = await seen();
  await page.goto(`${stage.cloud.cloud.url}/app/#/pages/me/index`);
  await page.locator('.sign-out:visible').click();
  await page.locator('.sign-out-yes').click();
  await page.locator('.home-login:visible').waitFor();
  expect(await stored(page, 'consentsSeen')).toBeNull();
  page = await seen();
  dataOf(await stage.person.deregister());
  await page.goto(`${stage.cloud.cloud.url}/app/#/pages/home/index`);
  await page.locator('.to-frozen:visible').waitFor();
  expect(await stored(page, 'consentsSeen')).toBeNull();
}, 90_000);

test('[P54] a choice whose answer was lost is sent again, and is in the chain once', async () => {
  const page = await stage.open(privacy('consents'));
  let [sent, lost] = [0, 2];
  await page.route('**/invoke/consent', async (route) => {
    if (!route.request().postData()?.includes('"set"')) return route.continue();
    sent += 1;
    if (sent > lost) return route.continue();
    // The server keeps it; the phone never learns of that.
    await route.fetch();
    return route.abort();
  });
  const row = page.locator('.consent_same-city');
  await row.click();
  await page.getByText('网络不通，请检查网络后再试。').waitFor();
  expect([sent, await row.getAttribute('aria-checked')]).toEqual([2, 'false']);
  // Lost once, it is sent once more by the app itself.
  lost = 3;
  await row.click();
  await row.getByText('已开启', { exact: true }).waitFor();
  expect(sent).toBe(4);
  const { events } = dataOf(await stage.person.call('consent', 'history')) as { events: unknown[] };
  expect(events).toHaveLength(1);
}, 60_000);

test.each([
  { name: 'light', colorScheme: 'light', fontScale: 1 },
  { name: 'dark', colorScheme: 'dark', fontScale: 1 },
  { name: 'large', colorScheme: 'light', fontScale: 1.75 },
] as const)(
  'what is kept fits a phone and is usable by everyone in the look $name',
  async ({ name, ...look }) => {
    const page = await stage.open(privacy('consents'), undefined, look);
    await page.locator('.consent_same-city').waitFor();
    await restartOffline(page, privacy('consents'));
    await page.getByText(KEPT).waitFor();
    await stage.phone.screenshot(`privacy-consents-offline-${name}`);
    // The browser itself says that the calls failed.
    stage.phone.problems.length = 0;
    await expectSound(stage.phone);
  },
  60_000,
);
