/** @jest-environment jsdom */
import { commentCopy, feedCopy, proposalCopy, publishCopy, purposeCopy } from '../../src/copy/community';
import { requestCopy } from '../../src/copy/privacy/requests';
import { communityOn, WUHAN } from './community-people';
import { until } from './simulate';
import { setStage } from './stage';

const FEED = 'pages/community/feed/index';
const PROPOSAL = 'pages/community/proposal/index';
const PUBLISH = 'pages/community/publish/index';

const stage = setStage();
const { member, phoneOf, choose, isGranted, publish, open, feeds, gone, noPosition } = communityOn(stage);

describe('the list', () => {
  // First: the session keeps a city for as long as the mini program runs.
  test('[P13] a guest sees the city that they picked on the phone, and nothing is held of them', async () => {
    await member(WUHAN);
    await choose('location-tag');
    await publish({ title: '武汉的方案', place: WUHAN });
    await publish({ title: '别处的方案' });
    stage.handTo('oCommunity-guest');
    const before = await stage.cloud.everything();
    const page = await open(FEED);
    page.tap('.community-chip_city');
    expect(await stage.mini.waitForCall('navigateTo')).toMatchObject({ url: '/pages/city/index' });
    await page.waitForText(feedCopy.noCity.title);
    const picker = await open('pages/city/index');
    picker.tap(`.city-chip_${WUHAN}`);
    await stage.mini.waitForCall('setStorageSync');
    picker.close();
    await page.waitForText('武汉的方案');
    await stage.settled(page);
    expect(page.text()).not.toContain('别处的方案');
    expect(feeds()).toEqual([{ action: 'feed', order: 'newest', place: WUHAN }]);
    expect(stage.functionsCalled()).not.toContain('consent.current');
    noPosition();
    expect(await stage.cloud.everything()).toEqual(before);
    page.close();
  });

  test('[P13] a member sees one city after agreeing to it by itself, and only its code is sent', async () => {
    await member(WUHAN);
    const page = await open(FEED);
    expect(page.text()).toContain('别处的方案');
    page.tap('.community-chip_city');
    await page.waitForText('看同城内容');
    for (const words of ['为什么：按您选的城市', '不开会怎样：看到的是全部城市', purposeCopy.withdraw])
      expect(page.text()).toContain(words);
    expect(feeds()).toEqual([]);
    expect(await isGranted('same-city')).toBe(false);
    await page.press('.purpose-agree');
    await until(
      () => !page.text().includes('别处的方案') && page.text().includes('武汉的方案'),
      () => page.text(),
    );
    expect(await isGranted('same-city')).toBe(true);
    expect(feeds()).toEqual([{ action: 'feed', order: 'newest', place: WUHAN }]);
    noPosition();
    page.close();
  });

  test('[P14] who does not agree keeps the list of all cities, and is asked again only at the next tap', async () => {
    await member(WUHAN);
    const page = await open(FEED);
    page.tap('.community-chip_city');
    await page.waitForText('看同城内容');
    await page.press('.purpose-refuse');
    await gone(page, '.ui-sheet');
    expect(page.text()).toContain('别处的方案');
    expect(stage.functionsCalled()).toEqual(['consent.current']);
    expect(await isGranted('same-city')).toBe(false);
    page.tap('.ui-tab_top');
    await until(
      () => feeds().length > 0,
      () => page.text(),
    );
    await stage.settled(page);
    expect(page.has('.ui-sheet')).toBe(false);
    expect(feeds()).toEqual([{ action: 'feed', order: 'top' }]);
    page.tap('.community-chip_city');
    await page.waitForText('看同城内容');
    page.close();
  });

  test('[P13] a child is told that it cannot, and no city is sent', async () => {
    await member(WUHAN);
    const { cloud } = stage.phone;
    const account = { ...((await stage.ask('account', 'session'))['account'] as object), age: 'child' };
    stage.phone.cloud = (name, data) =>
      data.action === 'session'
        ? Promise.resolve({ ok: true, data: { status: 'child', account } })
        : cloud(name, data);
    const page = await open(FEED);
    expect(page.text()).toContain(feedCopy.child);
    expect(page.has('.community-publish')).toBe(false);
    page.tap('.community-chip_city');
    await page.waitForText(purposeCopy.sameCity.child);
    stage.phone.cloud = cloud;
    expect(stage.functionsCalled()).toEqual([]);
    page.close();
  });

  test('goes on by a button, with nothing twice and nothing left out', async () => {
    await member();
    for (let more = 0; more < 20; more += 1) await publish();
    await member();
    const page = await open(FEED);
    // While the first page is read, somebody else publishes: the second begins where the first ended all the same.
    await publish({ title: '刚刚写的' });
    page.tap('.community-more');
    await gone(page, '.community-more');
    const titles = page.text().match(/方案\d+第一行/g) ?? [];
    expect(titles).toEqual([...new Set(titles)]);
    expect(page.text()).toContain('武汉的方案');
    expect(titles).toHaveLength(20);
    page.close();
  }, 60_000);

  test('finds by two characters at a tap, and says so when they are too few', async () => {
    await member();
    const page = await open(FEED);
    for (const short of ['武', '😀']) {
      page.input('.community-search', short);
      await until(
        () => !page.text().includes(feedCopy.searchShort(2)),
        () => 'still said to be short',
      );
      page.tap('.community-search-go');
      await page.waitForText(feedCopy.searchShort(2));
    }
    expect(stage.functionsCalled()).toEqual([]);
    page.input('.community-search', '武汉的');
    page.tap('.community-search-go');
    await page.waitForText(feedCopy.found('武汉的'));
    await stage.settled(page);
    expect(page.text()).toContain('武汉的方案');
    expect(page.text()).not.toContain('别处的方案');
    page.tap('.community-search-end');
    await page.waitForText('方案2');
    page.close();
  });

  test('that could not be read says why, and a tap reads it', async () => {
    await member();
    const { cloud } = stage.phone;
    stage.phone.cloud = (name, data) =>
      name === 'community' ? Promise.reject(new Error('request:fail')) : cloud(name, data);
    const page = await open(FEED);
    expect(page.text()).toContain('网络不通');
    stage.phone.cloud = cloud;
    page.tap('.ui-retry');
    await page.waitForText('刚刚写的');
    page.close();
  });
});

describe('a guest', () => {
  test('[P04] reads everything, and is led to an account by what would write', async () => {
    await member();
    const id = await publish({
      byline: '老王',
      prices: { rows: [{ item: '保洁', unit: 'home-year', fen: 12_000 }] },
    });
    stage.handTo('oCommunity-guest');
    const before = await stage.cloud.everything();
    const page = await open(PROPOSAL, { id });
    for (const words of ['第一行\n第二行', '老王', proposalCopy.perHome('10'), commentCopy.empty])
      expect(page.text()).toContain(words);
    expect(page.has('.comment-text')).toBe(false);
    for (const control of ['.community-support', '.community-comment-login']) {
      page.tap(control);
      expect(await stage.mini.waitForCall('navigateTo')).toMatchObject({
        url: '/pages/login/index?next=back',
      });
      stage.mini.calls.length = 0;
    }
    page.close();
    const feed = await open(FEED);
    feed.tap('.community-publish');
    expect(await stage.mini.waitForCall('navigateTo')).toMatchObject({ url: '/pages/login/index?next=back' });
    feed.close();
    const form = await open(PUBLISH);
    expect(form.text()).toContain(publishCopy.guest.title);
    form.close();
    expect(await stage.cloud.everything()).toEqual(before);
  });
});

describe('a proposal', () => {
  test('a support shows at once, counts once however fast it is tapped, and goes back when it is refused', async () => {
    await member();
    const id = await publish();
    await member();
    const page = await open(PROPOSAL, { id });
    page.tap('.community-support');
    page.tap('.community-support');
    await page.waitForText(`${proposalCopy.supported} 1`);
    expect(stage.functionsCalled()).toEqual(['community.support']);
    await stage.settled(page);
    const { cloud } = stage.phone;
    stage.phone.cloud = (name, data) =>
      data.action === 'support' ? Promise.reject(new Error('request:fail')) : cloud(name, data);
    page.tap('.community-support');
    await page.waitForText(proposalCopy.notSupported);
    stage.phone.cloud = cloud;
    expect(page.text()).toContain(`${proposalCopy.supported} 1`);
    expect(await stage.ask('community', 'read', { id })).toMatchObject({ supports: 1, isSupported: true });
    page.close();
  });

  test('an own comment is taken away after a question', async () => {
    await member();
    const id = await publish();
    const page = await open(PROPOSAL, { id });
    page.input('.comment-text', '我的话');
    page.tap('.send-comment');
    await page.waitForText(commentCopy.sent.title);
    expect(page.text()).toContain('我的话');
    page.tap('.remove-comment');
    await page.waitForText(commentCopy.removeAsk.title);
    await page.press('.confirm-remove');
    await page.waitForText(commentCopy.empty);
    expect(page.text()).not.toContain(commentCopy.sent.title);
    expect(await stage.ask('community', 'comments', { id })).toMatchObject({ comments: [] });
    page.close();
  });

  test('a complaint begins with what it is about, also as WeChat hands it on', async () => {
    await member();
    const id = await publish();
    await member();
    const page = await open(PROPOSAL, { id });
    page.tap('.report_proposals');
    const { url } = (await stage.mini.waitForCall('navigateTo')) as { url: string };
    page.close();
    // WeChat decodes nothing of a page's query.
    const [, query = ''] = url.split('?');
    const pairs = query.split('&').map((pair) => pair.split('=') as [string, string]);
    const form = await open('pages/privacy/request/index', Object.fromEntries(pairs));
    await form.waitForText(requestCopy.about.proposals);
    form.close();
  });

  test('of an author who is leaving says nothing of theirs, and the discussion stays', async () => {
    const author = await member();
    const id = await publish({ title: '要走的人' });
    await member();
    await stage.ask('community', 'comment', { id, attempt: 'stay', text: '留下的话' });
    stage.handTo(author);
    await stage.ask('account', 'deregister', { phone: await phoneOf(author) });
    await member();
    const page = await open(PROPOSAL, { id });
    for (const words of [proposalCopy.left.byline, '内容已随账号删除', '留下的话'])
      expect(page.text()).toContain(words);
    expect(page.text()).not.toContain('要走的人');
    page.close();
  });
});
