import type { Page } from 'playwright-core';
import { consentPurposes } from '../../src/contracts/data-map/vocabulary';
import type { PageName } from '../../src/contracts/pages';
import { dataOf } from '../make/expect-answer';
import { setStage, thumb } from './privacy-stage';

/** The most taps from launch (App rules 2019-191; P28). */
const MOST = 4;

type PrivacyPage = Extract<PageName, `pages/privacy/${string}` | `pages/policy/${string}`>;
type Way = readonly [string, ...string[]];

const inCentre = (entry: string): Way => ['.home-centre', `.to-${entry}`];

/** The way of a thumb from launch to each page; a page that nobody gave a way does not compile. */
const ways = {
  'pages/policy/index': ['.home-policy'],
  'pages/policy/compare/index': ['.home-policy', '.policy-compare'],
  'pages/privacy/centre/index': ['.home-centre'],
  'pages/privacy/consents/index': inCentre('consents'),
  'pages/privacy/history/index': inCentre('history'),
  'pages/privacy/information/index': inCentre('information'),
  'pages/privacy/collected/index': inCentre('collected'),
  'pages/privacy/recipients/index': inCentre('recipients'),
  'pages/privacy/request/index': inCentre('request'),
  'pages/privacy/leak/index': ['.home-leak'],
  'pages/privacy/requests/index': ['.home-requests'],
  'pages/privacy/progress/index': ['.home-requests', '.request-row'],
  'pages/privacy/inbox/index': inCentre('inbox'),
  'pages/privacy/deregister/index': inCentre('deregister'),
  'pages/privacy/frozen/index': ['.to-frozen'],
  'pages/privacy/locked/index': ['.home-me', '.me-lock'],
  'pages/privacy/certificate/index': inCentre('certificate'),
  'pages/privacy/child-rules/index': inCentre('childRules'),
  'pages/privacy/guardian/index': inCentre('guardian'),
} as const satisfies Record<PrivacyPage, Way>;

/** What is there for who has no account: everything that is not about the own one. */
const forGuests: readonly PrivacyPage[] = [
  ...(['pages/policy/index', 'pages/policy/compare/index', 'pages/privacy/centre/index'] as const),
  ...(['pages/privacy/collected/index', 'pages/privacy/recipients/index'] as const),
  ...(['pages/privacy/certificate/index', 'pages/privacy/child-rules/index'] as const),
];

const stage = setStage();

/** Taps along a way from where the mini program begins; answers how many taps it took to see the page. */
async function walk(page: Page, target: PrivacyPage): Promise<number> {
  const hand = thumb();
  for (const step of ways[target]) await hand.tap(page.locator(`${step}:visible`).first());
  await page.waitForURL((url) => url.hash.startsWith(`#/${target}`));
  // The page is there, and not only its address.
  await page.locator('.ui-page:visible').last().waitFor();
  return hand.taps();
}

test.each(Object.keys(ways) as PrivacyPage[])(
  '[P28] [P45] a member comes to %s in at most four taps from launch',
  async (target) => {
    await stage.submit('access', '登录记录');
    if (target === 'pages/privacy/frozen/index') dataOf(await stage.person.deregister());
    expect(await walk(await stage.open('home/index'), target)).toBeLessThanOrEqual(MOST);
  },
  60_000,
);

test.each(forGuests)(
  '[P04] [P28] so does a guest to %s',
  async (target) => {
    expect(await walk(await stage.open('home/index', 'oGuest-who-walks'), target)).toBeLessThanOrEqual(MOST);
  },
  60_000,
);

/** The taps from launch that turn one purpose on, or off again. */
async function tapsToChoose(purpose: string, wanted: boolean): Promise<number> {
  const page = await stage.open('home/index');
  const hand = thumb();
  for (const step of ways['pages/privacy/consents/index']) await hand.tap(page.locator(`${step}:visible`));
  const row = page.locator(`.consent_${purpose}`);
  await hand.tap(row);
  const agree = page.locator('.consent-agree');
  if (wanted && (await agree.count()) > 0) await hand.tap(agree);
  await row.getByText(wanted ? '已开启' : '已关闭', { exact: true }).waitFor();
  return hand.taps();
}

test.each(consentPurposes)(
  '[P53] counted from launch, taking %s back takes no more taps than giving it, and at most four',
  async (purpose) => {
    const giving = await tapsToChoose(purpose, true);
    expect(await stage.grants()).toEqual([purpose]);
    const taking = await tapsToChoose(purpose, false);
    expect(await stage.grants()).toEqual([]);
    expect(taking).toBeLessThanOrEqual(Math.min(giving, MOST));
  },
  60_000,
);

test('[P53] nor does it where the consent was given beside what it is for', async () => {
  dataOf(await stage.person.call('account', 'switchCity', { code: '420100' }));
  const page = await stage.open('home/index');
  const giving = thumb();
  for (const step of ['.home-community', '.community-chip_city', '.purpose-agree'])
    await giving.tap(page.locator(`${step}:visible`));
  // The question closes at once; the city is shown when the ledger holds the answer.
  await page.locator('.community-change-city:visible').waitFor();
  expect(await stage.grants()).toEqual(['same-city']);
  const taking = await tapsToChoose('same-city', false);
  expect(taking).toBeLessThanOrEqual(giving.taps());
}, 60_000);
