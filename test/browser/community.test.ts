import { edition } from '../../src/contracts/edition';
import { commentCopy, feedCopy, proposalCopy, publishCopy } from '../../src/copy/community';
import { dataOf } from '../make/expect-answer';
import { inCity, neighbourOn, press, publish, sees, writeIn, WUHAN } from './community-pages';
import { setStage } from './privacy-stage';

const SPOT = { latitude: 30.60571, longitude: 114.26193 };

const stage = setStage();

const mine = async () =>
  dataOf(await stage.person.call('community', 'mine'))['proposals'] as { id: string; title: string }[];
test('[P42] a proposal is written, warned of, published, supported, discussed, changed and withdrawn', async () => {
  let page = await stage.open('community/publish/index');
  await writeIn(page, '.writing-title', '老小区分三档收费');
  await writeIn(page, '.writing-text', '有意见打电话 027-87654321。');
  await writeIn(page, '.writing-byline', '三栋业主');
  await press(page, '.add-price');
  await writeIn(page, '.price-item', '保洁');
  await press(page, '.save-price');
  await sees(page, '最多两位小数');
  await writeIn(page, '.price-yuan', '0.85');
  await press(page, '.save-price');
  await press(page, '.add-price');
  await writeIn(page, '.price-item', '电梯');
  await writeIn(page, '.price-yuan', '360');
  await press(page, '.ui-radio_home-year');
  await press(page, '.save-price');
  await sees(page, proposalCopy.besides('30'));
  await writeIn(page, '.writing-home-size', '90');
  await sees(page, proposalCopy.perSqm('1.18'));
  await press(page, '.send-proposal');
  await sees(page, publishCopy.contact.title);
  expect(await mine()).toEqual([]);
  await press(page, '.contact-go');
  await sees(page, proposalCopy.edit);
  const id = (await mine())[0]?.id ?? '';

  const other = await neighbourOn(stage.cloud);
  page = await stage.open('community/feed/index', other.openid);
  await page.locator('.community-card', { hasText: '老小区分三档收费' }).click();
  await sees(page, proposalCopy.perSqm('1.18'));
  await press(page, '.community-support');
  await sees(page, `${proposalCopy.supported} 1`);
  await writeIn(page, '.comment-text', '建议把电梯费单列。');
  await writeIn(page, '.comment-byline', '邻居');
  await press(page, '.send-comment');
  await sees(page, commentCopy.sent.title);
  expect(await page.locator('.edit-proposal:visible').count()).toBe(0);

  page = await stage.open(`community/proposal/index?id=${id}`);
  await sees(page, '建议把电梯费单列。');
  expect(await page.locator('.remove-comment:visible').count()).toBe(0);
  await press(page, '.edit-proposal');
  await sees(page, publishCopy.editTitle);
  await writeIn(page, '.writing-title', '老小区分四档收费');
  await writeIn(page, '.writing-text', '有意见请写在评论里。');
  await press(page, '.send-proposal');
  await page.locator('.community-head__title:visible', { hasText: '老小区分四档收费' }).waitFor();
  await page.locator('.community-head__edited:visible').waitFor();
  await press(page, '.withdraw-proposal');
  await sees(page, proposalCopy.withdrawAsk.text);
  await press(page, '.confirm-withdraw');
  await sees(page, proposalCopy.withdrawn.title);
  await sees(page, '建议把电梯费单列。');
  expect(await mine()).toEqual([]);
  page = await stage.open('community/feed/index', 'h5-community-guest');
  await sees(page, feedCopy.title);
  expect(await page.getByText('老小区').count()).toBe(0);
}, 90_000);

test('[P42] a comment that holds a phone number is shown to its author first', async () => {
  const id = await publish(stage.person);
  const page = await stage.open(`community/proposal/index?id=${id}`);
  await writeIn(page, '.comment-text', '加我 13812345678');
  await press(page, '.send-comment');
  await sees(page, publishCopy.contact.title);
  const said = async () =>
    dataOf(await stage.person.call('community', 'comments', { id }))['comments'] as object[];
  expect(await said()).toEqual([]);
  await press(page, '.contact-go');
  await sees(page, commentCopy.sent.title);
  expect(await said()).toHaveLength(1);
}, 60_000);

test('[P11] the tag is a city that the author confirmed, and no position is read or stored', async () => {
  dataOf(await inCity(stage.person));
  const page = await stage.open('community/publish/index');
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation(SPOT);
  await page.evaluate(`{
    window.timesAsked = 0;
    navigator.geolocation.getCurrentPosition = () => { window.timesAsked += 1; };
    navigator.geolocation.watchPosition = () => { window.timesAsked += 1; };
  }`);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await writeIn(page, '.writing-title', '武汉方案');
  await writeIn(page, '.writing-text', '内容');
  await press(page, '.writing-place');
  await press(page, '.purpose-agree');
  await sees(page, publishCopy.confirm.title('武汉'));
  expect(await stage.grants()).toEqual(['location-tag']);
  await press(page, '.confirm-city');
  await page.locator('.writing-place[aria-checked="true"]:visible').waitFor();
  await press(page, '.send-proposal');
  await page.locator('.community-head__facts:visible', { hasText: '武汉' }).waitFor();
  expect(await page.evaluate('window.timesAsked')).toBe(0);
  const [published] = sent.filter((each) => each.includes('"publish"'));
  expect(published).toContain(`"place":"${WUHAN}"`);
  const [{ id } = { id: '' }] = await mine();
  const row = stage.cloud.rows('proposals').find(({ _id }) => _id === id);
  expect(row?.['place']).toBe(WUHAN);
  const trace = /latitude|longitude|30\.6|114\.2/;
  expect(JSON.stringify(row)).not.toMatch(trace);
  expect(sent.filter((each) => trace.test(each))).toEqual([]);
}, 60_000);

test('[P13] one city is shown after its own consent, by its code alone, and no longer once that is withdrawn', async () => {
  const author = await neighbourOn(stage.cloud);
  dataOf(await author.choose('location-tag'));
  await publish(author, { title: '武汉的一个方案', place: WUHAN });
  await publish(author, { title: '没有标签的方案' });
  dataOf(await inCity(stage.person));
  const page = await stage.open('community/feed/index');
  await sees(page, '没有标签的方案');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.postData() ?? ''));
  const feeds = () =>
    sent.filter((each) => each.includes('"feed"')).map((each) => JSON.parse(each) as object);
  await press(page, '.community-chip_city');
  await press(page, '.purpose-refuse');
  expect(await page.getByText('没有标签的方案').filter({ visible: true }).count()).toBe(1);
  expect([feeds(), await stage.grants()]).toEqual([[], []]);
  await press(page, '.community-chip_city');
  await press(page, '.purpose-agree');
  await page.locator('.community-card', { hasText: '没有标签的方案' }).waitFor({ state: 'detached' });
  await sees(page, '武汉的一个方案');
  expect(feeds()).toEqual([{ action: 'feed', edition, order: 'newest', place: WUHAN }]);
  expect(await stage.grants()).toEqual(['same-city']);
  // Withdrawn on another page, while this one lies below.
  await press(page, '.community-card');
  await sees(page, '分三档');
  dataOf(await stage.person.choose('same-city', false));
  await page.goBack();
  await page.locator('.community-chip_all[aria-checked="true"]:visible').waitFor();
  await sees(page, '没有标签的方案');
}, 60_000);

test('a paste of 100,000 signs is cut to what fits, and is published', async () => {
  const page = await stage.open('community/publish/index');
  await writeIn(page, '.writing-title', '很长');
  await page.locator('.writing-text textarea').evaluate((area) => {
    (area as unknown as { focus: () => void }).focus();
  });
  await page.keyboard.insertText('长'.repeat(100_000));
  await sees(page, '2000/2000');
  await press(page, '.send-proposal');
  await sees(page, proposalCopy.edit);
  const [{ id } = { id: '' }] = await mine();
  const { text } = dataOf(await stage.person.call('community', 'read', { id }));
  expect(text).toBe('长'.repeat(2000));
}, 60_000);

test('emoji and writing from right to left come out as they were typed', async () => {
  const title = '价格 💰👨‍👩‍👧 שלום مرحبا';
  const page = await stage.open('community/publish/index');
  await writeIn(page, '.writing-title', title);
  await writeIn(page, '.writing-text', 'مرحبا\n第二行');
  await press(page, '.send-proposal');
  await page.locator('.community-head__title:visible', { hasText: title }).waitFor();
  expect(await page.locator('.community-head__text:visible').textContent()).toBe('مرحبا\n第二行');
}, 60_000);

test('a double tap publishes once', async () => {
  const page = await stage.open('community/publish/index');
  await writeIn(page, '.writing-title', '只发一次');
  await writeIn(page, '.writing-text', '内容');
  let calls = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('"publish"')) calls += 1;
  });
  await page.locator('.send-proposal:visible').dblclick();
  await sees(page, proposalCopy.edit);
  expect([calls, (await mine()).length]).toEqual([1, 1]);
}, 60_000);

test('after a lost answer nothing typed is lost, and what is sent again is published once', async () => {
  const page = await stage.open('community/publish/index');
  await writeIn(page, '.writing-title', '丢了回音');
  await writeIn(page, '.writing-text', '内容');
  let lost = 0;
  await page.route('**/invoke/community', async (route) => {
    if (lost > 1 || !route.request().postData()?.includes('"publish"')) return route.continue();
    lost += 1;
    // It reaches the server, and the answer comes back neither at once nor when the app asks again.
    await route.fetch();
    return route.abort();
  });
  await press(page, '.send-proposal');
  await sees(page, '网络不通');
  expect(await mine()).toHaveLength(1);
  // Also by somebody who leaves the page and comes back.
  await page.evaluate("location.hash = '#/pages/community/feed/index'");
  await page.locator('.community-publish:visible').click();
  await sees(page, publishCopy.kept);
  await press(page, '.send-proposal');
  await sees(page, proposalCopy.edit);
  expect([lost, (await mine()).map(({ title }) => title)]).toEqual([2, ['丢了回音']]);
}, 60_000);

test('a guest who wants to support comes back to the proposal as a member', async () => {
  const id = await publish(stage.person);
  const page = await stage.open(`community/proposal/index?id=${id}`, 'h5-community-newcomer');
  await press(page, '.community-support');
  await press(page, '.ui-radio_adult');
  await press(page, '.login-agree');
  await page.locator('.ui-phone-number:visible input').fill('13900007373');
  await press(page, '.ui-phone');
  await press(page, '.community-support');
  await sees(page, `${proposalCopy.supported} 1`);
}, 60_000);

test('an edit made elsewhere is not overwritten, and the newest can be taken', async () => {
  const id = await publish(stage.person);
  const page = await stage.open(`community/publish/index?id=${id}`);
  await writeIn(page, '.writing-title', '我这里改的');
  const { changedAt } = dataOf(await stage.person.call('community', 'read', { id }));
  const elsewhere = { id, changedAt, title: '别处改的', text: '别处' };
  dataOf(await stage.person.call('community', 'edit', elsewhere));
  await press(page, '.send-proposal');
  await sees(page, '刚在别处改过');
  await press(page, '.take-newest');
  await page.locator('.take-newest').waitFor({ state: 'detached' });
  expect(await page.locator('.writing-title input').inputValue()).toBe('别处改的');
  await writeIn(page, '.writing-title', '接着改的');
  await press(page, '.send-proposal');
  await sees(page, feedCopy.title);
  expect((await mine()).map(({ title }) => title)).toEqual(['接着改的']);
}, 60_000);

test('a list goes on by itself when its end is reached, each proposal once', async () => {
  const other = await neighbourOn(stage.cloud);
  for (let left = 24; left > 0; left -= 1)
    await publish(left % 2 ? stage.person : other, { title: `第${String(left)}个` });
  const page = await stage.open('community/feed/index');
  await page.locator('.community-card:visible').first().waitFor();
  const cards = page.locator('.community-card:visible');
  const first = await cards.count();
  expect(first).toBe(20);
  await page.locator('.community-more:visible').scrollIntoViewIfNeeded();
  await page.mouse.move(180, 400);
  await page.mouse.wheel(0, 5000);
  await cards.nth(first).waitFor();
  const titles = await cards.locator('.community-card__title').allTextContents();
  expect(new Set(titles.filter((title) => title.startsWith('第'))).size).toBe(
    titles.filter((title) => title.startsWith('第')).length,
  );
});

test('one search after another has one field, which searches', async () => {
  await publish(stage.person);
  const page = await stage.open('community/feed/index');
  for (const words of ['按档', '收费', '没有的']) {
    await writeIn(page, '.community-search', words);
    await press(page, '.community-search-go');
    await sees(page, feedCopy.found(words));
    expect(await page.locator('.community-search:visible').count()).toBe(1);
  }
  await press(page, '.community-search-end');
  await page.locator('.community-card:visible').first().waitFor();
  expect(await page.locator('.community-search:visible').count()).toBe(1);
});

test('a double tap asks whether all of it shall go, and does not answer that unread', async () => {
  const id = await publish(stage.person);
  const page = await stage.open(`community/proposal/index?id=${id}`);
  const ask = page.locator('.withdraw-proposal:visible');
  await ask.click();
  await page.locator('.confirm-withdraw').waitFor();
  // Wherever the second tap of the two falls, it falls at once.
  await page.locator('.confirm-withdraw').dispatchEvent('click');
  await page.waitForTimeout(200);
  await page.locator('.confirm-withdraw').dispatchEvent('click');
  expect(await mine()).toMatchObject([{ state: 'published' }]);
  await page.locator('.confirm-withdraw').click();
  await sees(page, '已撤回');
}, 60_000);
