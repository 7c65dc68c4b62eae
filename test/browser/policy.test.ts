import { rmSync } from 'node:fs';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { buildWithArchive, comingArchive, comingDay } from '../make/coming-policy';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { startChromium, type Chromium } from './chromium';
import { expectSound, LOOKS, openApp, SHOWN } from './main-app';

const { before: BEFORE, midnight: AFTER } = comingDay();
const [OLD, NEW] = [comingArchive[0].document.version, comingArchive[1].document.version];

const folders: string[] = [];
/** A cloud on which the newest version has just come into force, and one on which there is no second one yet. */
let coming: TestCloud;
let alone: TestCloud;
let browser: Chromium;

beforeAll(async () => {
  for (const archive of [comingArchive, comingArchive.slice(0, 1)])
    folders.push(await buildWithArchive(archive));
  const [ofBoth, ofOne] = folders;
  [coming, alone] = await Promise.all([startTestCloud({}, ofBoth), startTestCloud({}, ofOne)]);
  browser = await startChromium();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([coming.stop(), alone.stop()]);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A member of the older version on the day of the newer one. */
async function olderMember(): Promise<Person> {
  await coming.travel(BEFORE);
  const person = makePerson(coming);
  dataOf(await person.register());
  await coming.travel(AFTER);
  return person;
}
const versionOf = async (person: Person) =>
  (dataOf(await person.call('account', 'session'))['account'] as { policyVersion: string }).policyVersion;

describe('a member of an older version', () => {
  test('[P69] is told on home what changed, in plain words, and where to compare', async () => {
    const person = await olderMember();
    const phone = await openApp(browser, coming, { openid: person.openid });
    const { page } = phone;
    await page.getByText('隐私政策有新版本').waitFor();
    await page.getByText('在您同意之前，对您仍然按旧的办').waitFor();
    await page.locator('.policy-news-read').click();
    await page.locator(`${SHOWN} .policy-changed_added`).first().waitFor();
    expect(await page.locator(`${SHOWN} .policy-facts`).allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('接收信息的对象变了')]),
    );
    await phone.close();
  }, 60_000);

  test('[P68] may put it off and goes on under the old terms, or agree with one tap', async () => {
    const person = await olderMember();
    const phone = await openApp(browser, coming, { openid: person.openid });
    const { page } = phone;
    await page.locator('.policy-news-later').click();
    await page.getByText('隐私政策有新版本').waitFor({ state: 'detached' });
    expect(await versionOf(person)).toBe(OLD);
    // It is asked again when the mini program is opened again.
    await page.reload();
    await page.locator('.policy-news-agree').click();
    await page.getByText('隐私政策有新版本').waitFor({ state: 'detached' });
    expect(await versionOf(person)).toBe(NEW);
    await phone.close();
  }, 60_000);

  test('whose call is lost reads why, and can try again', async () => {
    const person = await olderMember();
    const phone = await openApp(browser, coming, { openid: person.openid });
    const { page } = phone;
    await page.locator('.policy-news-agree').waitFor();
    await page.route('**/invoke/account', (route) => route.abort());
    await page.locator('.policy-news-agree').click();
    await page.getByText('网络不通，请检查网络后再试。').first().waitFor();
    await page.unroute('**/invoke/account');
    await page.locator('.policy-news-agree').click();
    await page.getByText('隐私政策有新版本').waitFor({ state: 'detached' });
    expect(await versionOf(person)).toBe(NEW);
    await phone.close();
  }, 60_000);
});

describe('a guest', () => {
  test('[P69] is told too, is not asked, and not told twice', async () => {
    const phone = await openApp(browser, coming, { openid: 'oGuest-of-a-new-version' });
    const { page } = phone;
    await page.getByText('隐私政策有新版本').waitFor();
    expect(await page.locator('.policy-news-agree').count()).toBe(0);
    await page.locator('.policy-news-later').click();
    await page.getByText('隐私政策有新版本').waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.home-policy').waitFor();
    await page.locator('.home-login').waitFor();
    expect(await page.getByText('隐私政策有新版本').count()).toBe(0);
    await phone.close();
  }, 60_000);

  test('[P70] compares two versions: words mark what came and what went, and the rest can be opened', async () => {
    const phone = await openApp(browser, coming, { route: 'pages/policy/compare/index' });
    const { page } = phone;
    await page.locator('.policy-changed_added').first().waitFor();
    for (const [kind, word] of [
      ['added', '新增'],
      ['removed', '删去'],
    ]) {
      const marks = await page.locator(`.policy-changed_${kind} .ui-tag`).allInnerTexts();
      expect(marks.length).toBeGreaterThan(0);
      expect(new Set(marks)).toEqual(new Set([word]));
    }
    const before = await page.locator('.policy-paragraph').count();
    await page.locator('.policy-unchanged-open').nth(1).click();
    expect(await page.locator('.policy-paragraph').count()).toBeGreaterThan(before);
    // The other way round there is no meaning, and a version with itself has nothing to compare.
    await page.locator(`.ui-radio_${NEW}`).first().click();
    await page.getByText('两边是同一个版本').waitFor();
    await page.locator(`.ui-radio_${OLD}`).nth(1).click();
    await page.getByText('您选的是从新到旧').waitFor();
    await phone.close();
  }, 60_000);

  test('reads a clear sentence for a version that does not exist', async () => {
    const phone = await openApp(browser, coming, { route: 'pages/policy/compare/index?from=1&to=999' });
    await phone.page.getByText('没有这个版本的隐私政策').waitFor();
    await phone.close();
    const read = await openApp(browser, coming, { route: 'pages/policy/index?version=999' });
    await read.page.getByText('没有这个版本').waitFor();
    await read.close();
  }, 60_000);

  test('[P70] with one version is told that there is nothing to compare yet', async () => {
    const phone = await openApp(browser, alone, { route: 'pages/policy/index' });
    await phone.page.locator('.policy-one-version').getByText('还没有可以对比的').waitFor();
    await phone.close();
    const compare = await openApp(browser, alone, { route: 'pages/policy/compare/index' });
    await compare.page.getByText('以后有了新版本，就能在这里对比').waitFor();
    await compare.close();
  }, 60_000);
});

describe('every version', () => {
  test.each([
    [OLD, '旧版本'],
    [NEW, '我们的承诺做到了吗'],
  ])(
    'shows beside each clause the control that keeps it: version %s',
    async (version, words) => {
      const phone = await openApp(browser, coming, { route: `pages/policy/index?version=${version}` });
      const { page } = phone;
      await page.getByText(words).first().waitFor();
      // A section of the new version that ends in a table has its promises below the table.
      const section = page.locator('#section-4');
      expect(await section.locator('.policy-row').count()).toBe(version === NEW ? 4 : 0);
      await section.locator('.policy-promises-head').click();
      await section.locator('.policy-control').first().waitFor();
      expect(await page.locator('.policy-promises').count()).toBeGreaterThan(25);
      await phone.close();
    },
    60_000,
  );

  test('offers the key with which proof is signed', async () => {
    const phone = await openApp(browser, coming, { route: 'pages/policy/index' });
    await phone.page.locator('.policy-key-open').click();
    const shown = await phone.page.locator('.policy-fingerprint').innerText();
    expect(shown).toBe(dataOf(await makePerson(coming).call('policy', 'publicKey'))['fingerprint']);
    await phone.page.getByText('BEGIN PUBLIC KEY').waitFor();
    await phone.close();
  }, 60_000);
});

describe.each([
  ['home', 'pages/home/index', '以后再说'],
  ['compare', 'pages/policy/compare/index', '新增'],
  ['next', `pages/policy/index?version=${NEW}`, '所有版本'],
])('the page %s with a new version', (name, route, ready) => {
  test.each(LOOKS)(
    'fits a phone and is usable by everyone in the look $name',
    async ({ name: look, ...as }) => {
      const person = await olderMember();
      const phone = await openApp(browser, coming, { route, openid: person.openid, ...as });
      await phone.page.getByText(ready).first().waitFor();
      await phone.screenshot(`policy-${name}-${look}`, { fullPage: true });
      await expectSound(phone);
      await phone.close();
    },
    90_000,
  );
});
