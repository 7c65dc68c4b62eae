import { pages } from '../../src/contracts/pages';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makeFamily } from '../make/family';
import { makePerson, type Person } from '../make/person';
import { smallJpeg } from '../make/pictures';
import { publishedBy } from '../make/proposals';
import { staffDesk } from '../make/staff-desk';
import { answer, openSurvey } from '../make/surveys';
import { startChromium, type Chromium, type Phone } from './chromium';
import { expectSound, openApp } from './main-app';

/** WeChat's largest size of text. */
const LARGEST = 1.75;
/**
 * The least height of what a finger presses, in CSS pixels. A link within a sentence is as high as its line, and the
 * letters beside the cities are as high as 23 of them can be: the search above does the same.
 */
const LEAST_TARGET = 44;

let on: TestCloud;
let browser: Chromium;
/** Who is who, and what lies there. */
let town: Record<'member' | 'leaving' | 'shutOut' | 'guardian', Person> &
  Record<'proposal' | 'survey' | 'request', string>;

/** Somebody who has used all of it for a while, and others in other places. */
async function settle(): Promise<typeof town> {
  const person = async () => {
    const somebody = makePerson(on);
    dataOf(await somebody.register());
    return somebody;
  };
  const [member, leaving, shutOut, { guardian }] = [
    await person(),
    await person(),
    await person(),
    await makeFamily(on),
  ];
  for (const purpose of ['same-city', 'analytics']) dataOf(await member.choose(purpose));
  dataOf(await member.call('account', 'switchCity', { code: '420100' }));
  const prices = { rows: [{ item: '保洁', level: '每天一次，周末两次', unit: 'sqm-month', fen: 85 }] };
  const proposal = await publishedBy(member, { byline: '三栋的一位业主', prices });
  dataOf(
    await member.call('community', 'addPicture', { id: proposal, picture: smallJpeg.toString('base64') }),
  );
  dataOf(await guardian.call('community', 'comment', { id: proposal, attempt: 'look', text: '说得好。' }));
  const survey = await openSurvey(on, 'look');
  dataOf(await answer(member, survey, [1, [0, 2], 4, '电梯快一点']));
  const submit = async (kind: string, details: string) =>
    String(dataOf(await member.call('request', 'submit', { kind, details }))['id']);
  const refused = await submit('access', '备份磁带里的登录记录');
  const refusal = { decision: 'refuse', reasonCode: 'impractical', replyText: '只在磁带上。' };
  await staffDesk(on).decide({ requestId: refused, ...refusal, alternative: '请看“我的信息”。' });
  await submit('complaint', '页面打不开');
  dataOf(await leaving.deregister());
  dataOf(await shutOut.call('account', 'lock'));
  return { member, leaving, shutOut, guardian, proposal, survey, request: refused };
}

beforeAll(async () => {
  on = await startTestCloud();
  browser = await startChromium();
  town = await settle();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await on.stop();
});

/** Who opens a page, and with what; a member with nothing where it is not named. */
const opened: Readonly<Record<string, () => { who?: keyof typeof town | 'guest'; query?: string }>> = {
  'pages/login/index': () => ({ who: 'guest' }),
  'pages/privacy/child-rules/index': () => ({ who: 'guest' }),
  'pages/policy/compare/index': () => ({ query: 'from=1&to=2' }),
  'pages/community/proposal/index': () => ({ query: `id=${town.proposal}` }),
  'pages/community/survey/index': () => ({ query: `id=${town.survey}` }),
  'pages/privacy/progress/index': () => ({ query: `id=${town.request}` }),
  'pages/privacy/frozen/index': () => ({ who: 'leaving' }),
  'pages/privacy/locked/index': () => ({ who: 'shutOut' }),
  'pages/privacy/guardian/index': () => ({ who: 'guardian' }),
};

async function open(route: string, look: { fontScale?: number } = {}): Promise<Phone> {
  const { who = 'member', query } = opened[route]?.() ?? {};
  const person = who === 'guest' ? undefined : (town[who] as Person);
  const phone = await openApp(browser, on, {
    ...{ route: query === undefined ? route : `${route}?${query}`, ...look },
    ...(person && { openid: person.openid }),
  });
  await phone.page.locator('.taro_page_show [role=heading]').first().waitFor();
  await phone.page.locator('.ui-loading').waitFor({ state: 'detached' });
  await phone.page.getByText('正在读取').first().waitFor({ state: 'detached' });
  return phone;
}

/** What reaches over the screen's edge, also where the page itself cuts it off. */
const beyondTheEdge = `[...document.querySelectorAll('.ui-page *')]
  .filter((part) => part.getBoundingClientRect().right > 390.5).map((part) => part.outerHTML.slice(0, 120))`;
/** What is to be pressed and too low for a finger. */
const tooLow = `[...document.querySelectorAll('.taro_page_show [tabindex="0"]')]
  .filter((part) => !part.matches('[role=link], .city-letter'))
  .filter((part) => { const { height } = part.getBoundingClientRect(); return height > 0 && height < ${String(LEAST_TARGET - 0.5)}; })
  .map((part) => part.outerHTML.slice(0, 120) + ' ' + String(part.getBoundingClientRect().height))`;

describe.each(pages)('%s', (route) => {
  const name = route.replace(/^pages\/|\/index$/g, '').replace('/', '-');
  const sound = async (phone: Phone, look: string) => {
    await phone.screenshot(`page-${name}-${look}`, { fullPage: true });
    // The page itself, and not that it could not be read, or leads nowhere.
    expect(await phone.page.locator('.ui-retry, [role=alert], .to-login, .to-frozen').count()).toBe(0);
    await expectSound(phone);
    expect(await phone.page.evaluate(beyondTheEdge)).toEqual([]);
  };

  test('fits a phone and is usable by everyone, light and dark', async () => {
    const phone = await open(route);
    await sound(phone, 'light');
    expect(await phone.page.evaluate(tooLow)).toEqual([]);
    await phone.page.emulateMedia({ colorScheme: 'dark' });
    await sound(phone, 'dark');
    await phone.close();
  }, 60_000);

  test('fits a phone and is usable by everyone in WeChat’s largest text', async () => {
    const phone = await open(route, { fontScale: LARGEST });
    await sound(phone, 'largest');
    await phone.close();
  }, 60_000);
});
