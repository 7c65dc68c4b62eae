import { locateCopy } from '../../src/copy/city';
import { dataOf } from '../make/expect-answer';
import { expectSound, LOOKS } from './main-app';
import { setStage } from './privacy-stage';

const WUHAN = '420100';
const SPOT = { latitude: 30.60571, longitude: 114.26193 };
/** The browser's adapter rounds as WeChat's fuzzy position is; no digit of either may be seen. */
const TRACES = ['30.605', '30.61', '114.26', 'latitude'];

const stage = setStage();

/** The city page on a phone that stands at a spot, or on one that is not allowed to say where it stands. */
async function openCity(spot: typeof SPOT | null = SPOT, look: Parameters<typeof stage.open>[2] = {}) {
  const page = await stage.open('city/index', undefined, look);
  await page.getByText('热门城市').waitFor();
  if (spot) {
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation(spot);
  }
  // Whether the browser was asked, whatever it answered.
  await page.evaluate(`{
    const real = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
    window.timesAsked = 0;
    navigator.geolocation.getCurrentPosition = (...given) => { window.timesAsked += 1; real(...given); };
  }`);
  return { page, timesAsked: () => page.evaluate('window.timesAsked') };
}
const city = async () =>
  (dataOf(await stage.person.call('account', 'session')).account as { city: unknown }).city;

test('[P10] [P12] the city is found after an own consent, confirmed, and nothing of the position leaves the phone', async () => {
  const { page, timesAsked } = await openCity();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.locator('.city-locate').click();
  await page.getByText('单独问您：定位找城市').waitFor();
  expect(await timesAsked()).toBe(0);
  expect(await stage.grants()).toEqual([]);
  await page.locator('.consent-agree').click();
  await page.getByText(locateCopy.found.title('武汉')).waitFor();
  expect(await timesAsked()).toBe(1);
  expect(await stage.grants()).toEqual(['locate']);
  const kept = await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })');
  await page.locator('.locate-yes').click();
  await page.locator('.home-city', { hasText: '武汉' }).waitFor();
  expect(await city()).toBe(WUHAN);
  expect(sent.filter((each) => each.includes('switchCity'))).toHaveLength(1);
  for (const trace of TRACES) {
    expect([...sent, String(kept)].filter((each) => each.includes(trace))).toEqual([]);
    expect(stage.cloud.filesHolding(trace)).toEqual([]);
  }
}, 60_000);

test('[P54] a consent that was withdrawn elsewhere is asked for anew, and no position is read', async () => {
  dataOf(await stage.person.choose('locate'));
  const { page, timesAsked } = await openCity();
  await page.locator('.city-locate').click();
  await page.locator('.locate-no').click();
  expect(await timesAsked()).toBe(1);
  dataOf(await stage.person.choose('locate', false));
  await page.locator('.city-locate').click();
  await page.getByText('单独问您：定位找城市').waitFor();
  expect(await timesAsked()).toBe(1);
  expect(await city()).toBeNull();
}, 60_000);

test('[P12] [P14] who does not allow it in the browser reads why, and picks from the list', async () => {
  dataOf(await stage.person.choose('locate'));
  const { page } = await openCity(null);
  await page.locator('.city-locate').click();
  await page.getByText(locateCopy.problems.refused).waitFor();
  await page.locator('.locate-no').click();
  await page.locator(`.city-chip_${WUHAN}`).first().click();
  await page.locator('.home-city', { hasText: '武汉' }).waitFor();
  expect(await city()).toBe(WUHAN);
}, 60_000);

test('[P10] a guest is led to an account, and comes back to the list', async () => {
  const page = await stage.open('city/index', 'h5-locate-guest');
  await page.locator('.city-locate').click();
  await page.getByText(locateCopy.guest.title).waitFor();
  await page.locator('.locate-login').click();
  await page.locator('.ui-radio_adult').click();
  await page.locator('.login-agree').click();
  await page.locator('.ui-phone-number:visible input').fill('13900007272');
  await page.locator('.ui-phone:visible').click();
  await page.locator('.city-locate:visible').click();
  await page.getByText('单独问您：定位找城市').waitFor();
}, 60_000);

test.each(LOOKS)(
  'every answer fits a phone and is usable by everyone in the look $name',
  async ({ name, ...look }) => {
    const { page } = await openCity(SPOT, look);
    await page.locator('.city-locate').click();
    await page.locator('.ui-sheet').waitFor();
    await stage.phone.screenshot(`locate-consent-${name}`);
    await expectSound(stage.phone);
    await page.locator('.consent-agree').click();
    for (const [shot, words, next] of [
      ['found', locateCopy.found.title('武汉'), { latitude: 22.2819, longitude: 114.158 }],
      ['outside', locateCopy.outside, { latitude: 48.86, longitude: 2.35 }],
      ['far', locateCopy.far, SPOT],
    ] as const) {
      await page.getByText(words).waitFor();
      await stage.phone.screenshot(`locate-${shot}-${name}`);
      // The dialogs are one part with other words: looking through all 370 rows behind it takes ten seconds each time.
      if (shot === 'found') await expectSound(stage.phone);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await page.locator('.locate-no').click();
      await page.context().setGeolocation(next);
      await page.locator('.city-locate').click();
    }
  },
  120_000,
);
