/** @jest-environment jsdom */
import { commentCopy, feedCopy, proposalCopy, publishCopy, purposeCopy } from '../../src/copy/community';
import { until, type OpenPage } from './simulate';
import { setStage } from './stage';

const WUHAN = '420100';
const FEED = 'pages/community/feed/index';
const PROPOSAL = 'pages/community/proposal/index';
const PUBLISH = 'pages/community/publish/index';
/** What may not be asked of the phone, and what nothing that is sent may hold. */
const POSITION = /location|latitude|longitude|choosePoi/i;

const stage = setStage();
let people = 0;

/** Somebody new, registered, holds the phone. */
async function member(city?: string): Promise<string> {
  people += 1;
  const openid = `oCommunity-${String(people)}`;
  stage.handTo(openid);
  const number = `1390000${String(8000 + people)}`;
  const { code } = await stage.cloud.post('/wechat/phone', { openid, number });
  const { version: policyVersion } = await stage.ask('policy', 'current');
  const phone = { kind: 'wechat', code };
  await stage.ask('account', 'register', { phone, policyVersion, age: 'adult' });
  if (city !== undefined) await stage.ask('account', 'switchCity', { code: city });
  return openid;
}
const choose = async (purpose: string, granted = true) => {
  const { version: policyVersion } = await stage.ask('policy', 'current');
  await stage.ask('consent', 'set', { purpose, granted, policyVersion });
};
const isGranted = async (purpose: string) => {
  const { items } = (await stage.ask('consent', 'current')) as {
    items: { purpose: string; granted: boolean }[];
  };
  return items.find((item) => item.purpose === purpose)?.granted;
};
let written = 0;
const publish = async (more: object = {}): Promise<string> => {
  written += 1;
  const words = { title: `方案${String(written)}`, text: '第一行\n第二行' };
  const attempt = `w${String(written)}`;
  return String((await stage.ask('community', 'publish', { attempt, ...words, ...more }))['id']);
};
async function open(route: string, query: Record<string, string> = {}): Promise<OpenPage> {
  const page = stage.mini.open(route, query);
  await stage.settled(page);
  stage.mini.calls.length = 0;
  return page;
}
const sent = () =>
  stage.mini.calls.filter(({ api }) => api === 'cloud.callFunction').map(({ options }) => options);
const feeds = () =>
  sent()
    .map((each) => (each as { data: Record<string, unknown> }).data)
    .filter(({ action }) => action === 'feed');
const gone = (page: OpenPage, selector: string) =>
  until(
    () => !page.has(selector),
    () => page.text(),
  );
const noPosition = () => {
  expect(stage.mini.calls.map(({ api }) => api).filter((api) => POSITION.test(api))).toEqual([]);
  expect(JSON.stringify(sent())).not.toMatch(POSITION);
};

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
    page.tap('.purpose-agree');
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
    page.tap('.purpose-refuse');
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
    page.input('.community-search', '武');
    page.tap('.community-search-go');
    await page.waitForText(feedCopy.searchShort(2));
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
    page.tap('.confirm-remove');
    await page.waitForText(commentCopy.empty);
    expect(await stage.ask('community', 'comments', { id })).toMatchObject({ comments: [] });
    page.close();
  });

  test('of an author who is leaving says nothing of theirs, and the discussion stays', async () => {
    const author = await member();
    const id = await publish({ title: '要走的人' });
    await member();
    await stage.ask('community', 'comment', { id, attempt: 'stay', text: '留下的话' });
    stage.handTo(author);
    const number = `1390000${String(8000 + people - 1)}`;
    const { code } = await stage.cloud.post('/wechat/phone', { openid: author, number });
    await stage.ask('account', 'deregister', { phone: { kind: 'wechat', code } });
    await member();
    const page = await open(PROPOSAL, { id });
    for (const words of [proposalCopy.left.byline, '内容已随账号删除', '留下的话'])
      expect(page.text()).toContain(words);
    expect(page.text()).not.toContain('要走的人');
    page.close();
  });
});

describe('publishing', () => {
  const fill = (page: OpenPage, text: string) => {
    page.input('.writing-title', '新方案');
    page.input('.writing-text', text);
  };

  test('[P42] a phone number is shown to its author first, who goes back or means it', async () => {
    await member();
    const page = await open(PUBLISH);
    fill(page, '找我：13812345678');
    page.tap('.send-proposal');
    await page.waitForText(publishCopy.contact.title);
    expect(page.text()).toContain('里面像是写了电话');
    expect((await stage.ask('community', 'mine'))['proposals']).toEqual([]);
    page.tap('.contact-back');
    await gone(page, '.ui-dialog');
    page.tap('.send-proposal');
    await page.waitForText(publishCopy.contact.title);
    page.tap('.contact-go');
    expect(await stage.mini.waitForCall('redirectTo')).toHaveProperty('url');
    expect((await stage.ask('community', 'mine'))['proposals']).toHaveLength(1);
    const asked = sent().map((each) => (each as { data: Record<string, unknown> }).data);
    expect(asked.map(({ understood }) => understood)).toEqual([undefined, undefined, true]);
    page.close();
  });

  test('what is refused is said, and nothing that was typed is lost', async () => {
    await member();
    const page = await open(PUBLISH);
    fill(page, '赌博');
    page.tap('.send-proposal');
    await page.waitForText('没有通过微信的安全检查');
    page.close();
    const again = await open(PUBLISH);
    expect(again.text()).toContain(publishCopy.kept);
    again.tap('.send-proposal');
    await again.waitForText('没有通过微信的安全检查');
    again.tap('.writing-clear');
    await gone(again, '.writing-clear');
    again.close();
  });

  test('what a person has to look at first says so to its author', async () => {
    await member();
    const page = await open(PUBLISH);
    fill(page, '免费领取');
    page.tap('.send-proposal');
    const shown = await stage.follow('redirectTo', page);
    await shown.waitForText(proposalCopy.reviewing.text);
    shown.close();
  });

  test('[P11] a tag is off by itself, agreed to by itself, and confirmed by the city’s name', async () => {
    await member(WUHAN);
    const page = await open(PUBLISH);
    fill(page, '带标签的');
    expect(page.attribute('.writing-place', 'aria-checked')).toBe('false');
    page.tap('.writing-place');
    await page.waitForText('发布时带城市标签');
    expect(await isGranted('location-tag')).toBe(false);
    page.tap('.purpose-agree');
    await page.waitForText(publishCopy.confirm.title('武汉'));
    expect(page.attribute('.writing-place', 'aria-checked')).toBe('false');
    page.tap('.confirm-city');
    await until(
      () => page.attribute('.writing-place', 'aria-checked') === 'true',
      () => page.text(),
    );
    page.tap('.send-proposal');
    const shown = await stage.follow('redirectTo', page);
    await shown.waitForText('武汉');
    shown.close();
    noPosition();
    expect((await stage.ask('community', 'mine'))['proposals']).toMatchObject([{ place: WUHAN }]);
  });

  test('[P11] who does not agree to the tag publishes without one', async () => {
    await member(WUHAN);
    const page = await open(PUBLISH);
    fill(page, '不带标签的');
    page.tap('.writing-place');
    await page.waitForText('发布时带城市标签');
    page.tap('.purpose-refuse');
    await gone(page, '.ui-sheet');
    page.tap('.send-proposal');
    await stage.mini.waitForCall('redirectTo');
    page.close();
    expect((await stage.ask('community', 'mine'))['proposals']).toMatchObject([{ place: null }]);
    expect(JSON.stringify(sent())).not.toContain('place');
  });
});
