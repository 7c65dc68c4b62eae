/** @jest-environment jsdom */
import { locateCopy } from '../../src/copy/city';
import { declaredRoutes, until, type OpenPage } from './simulate';
import { setStage } from './stage';

const WUHAN = '420100';
/** A spot of Wuhan; nothing that is sent, stored or written may hold a digit of it. */
const SPOT = { latitude: 30.60571, longitude: 114.26193 };
const TRACES = /30\.60|114\.26|latitude|longitude/;

const stage = setStage();
let people = 0;

/** Somebody new, registered, holds the phone. */
async function member(): Promise<void> {
  people += 1;
  const openid = `oLocate-${String(people)}`;
  stage.handTo(openid);
  const { code } = await stage.cloud.post('/wechat/phone', {
    openid,
    number: `1390000${String(7000 + people)}`,
  });
  const { version } = await stage.ask('policy', 'current');
  await stage.ask('account', 'register', {
    phone: { kind: 'wechat', code },
    policyVersion: version,
    age: 'adult',
  });
}
const choose = async (granted: boolean) => {
  const { version } = await stage.ask('policy', 'current');
  return stage.ask('consent', 'set', { purpose: 'locate', granted, policyVersion: version });
};
const isGranted = async () => {
  const { items } = (await stage.ask('consent', 'current')) as {
    items: { purpose: string; granted: boolean }[];
  };
  return items.find(({ purpose }) => purpose === 'locate')?.granted;
};
const answering = (answer: unknown) => {
  stage.phone.answers = { getFuzzyLocation: answer };
};
const apis = () => stage.mini.calls.map(({ api }) => api);
const located = () => apis().filter((api) => /location/i.test(api));

/** Every page of the mini program shares one session: it is asked anew when a page shows. */
async function openCity(): Promise<OpenPage> {
  const page = stage.mini.open('pages/city/index');
  await stage.settled(page);
  stage.mini.calls.length = 0;
  return page;
}

/** Somebody new who has agreed taps the button: the page has found a city and asks whether it is right. */
async function openFound(): Promise<OpenPage> {
  await member();
  await choose(true);
  const page = await openCity();
  page.tap('.city-locate');
  await page.waitForText(locateCopy.found.title('武汉'));
  return page;
}

beforeEach(() => {
  answering(SPOT);
});

test('[P10] no position is read before the ledger holds the consent, which a sheet of its own asks for', async () => {
  await member();
  const page = await openCity();
  page.tap('.city-locate');
  await page.waitForText('单独问您：定位找城市');
  for (const words of [
    '这是敏感个人信息',
    '为什么：用一次手机位置',
    '不开会怎样：自己从列表里选',
    '信息不离开这部手机',
  ])
    expect(page.text()).toContain(words);
  expect(located()).toEqual([]);
  expect(await isGranted()).toBe(false);
  await page.press('.consent-agree');
  await page.waitForText(locateCopy.found.title('武汉'));
  expect(await isGranted()).toBe(true);
  const order = stage.mini.calls.map(({ api, options }) =>
    api === 'cloud.callFunction' ? (options as { data: { action: string } }).data.action : api,
  );
  expect(order.indexOf('set')).toBeGreaterThan(-1);
  expect(order.indexOf('getFuzzyLocation')).toBeGreaterThan(order.indexOf('set'));
  expect(located()).toEqual(['getFuzzyLocation']);
  const { purpose, type } = (await stage.cloud.rows('ledger')).at(-1) ?? {};
  expect([purpose ?? 'locate', type]).toEqual(['locate', 'consent.granted']);
  page.close();
});

test('[P10] the position is on no wire and in no storage: only the city that was confirmed is sent', async () => {
  const page = await openFound();
  await page.press('.locate-yes');
  await stage.mini.waitForCall('setStorageSync');
  const sent = stage.mini.calls
    .filter(({ api }) => api === 'cloud.callFunction')
    .map(({ options }) => options);
  expect(sent).toEqual([
    { name: 'consent', data: { action: 'current' } },
    { name: 'account', data: { action: 'switchCity', code: WUHAN } },
  ]);
  expect(JSON.stringify([sent, [...stage.mini.storage]])).not.toMatch(TRACES);
  expect(JSON.stringify(await stage.cloud.everything())).not.toMatch(TRACES);
  expect((await stage.ask('account', 'session')).account).toMatchObject({ city: WUHAN });
  page.close();
});

test('[P12] whoever says that it is another city is back at the list with one tap, and nothing is sent', async () => {
  const page = await openFound();
  for (const words of [locateCopy.found.no, '什么也不会发给我们']) expect(page.text()).toContain(words);
  await page.press('.locate-no');
  await until(
    () => !page.has('.ui-dialog'),
    () => page.text(),
  );
  expect(stage.functionsCalled()).toEqual(['consent.current']);
  expect(page.text()).toContain(locateCopy.nearby);
  expect(page.text()).toContain('鄂州');
  expect(stage.mini.storage.size).toBe(0);
  page.close();
});

test('[P54] after the withdrawal the next tap asks anew, and nothing is read', async () => {
  const page = await openFound();
  await page.press('.locate-no');
  // As in the consents' page, or by WeChat's own settings, while this page stays open.
  await choose(false);
  stage.mini.calls.length = 0;
  page.tap('.city-locate');
  await page.waitForText('单独问您：定位找城市');
  expect(located()).toEqual([]);
  page.close();
});

test('[P10] a consent that could not be kept reads nothing', async () => {
  await member();
  const page = await openCity();
  page.tap('.city-locate');
  await page.waitForText('单独问您：定位找城市');
  const { cloud } = stage.phone;
  stage.phone.cloud = () => Promise.reject(new Error('cloud.callFunction:fail request:fail'));
  await page.press('.consent-agree');
  await page.waitForText('网络不通');
  stage.phone.cloud = cloud;
  expect(page.text()).toContain(locateCopy.notAsked);
  expect(located()).toEqual([]);
  page.close();
});

test.each([
  ['auth deny', 'refused'],
  ['system permission denied', 'blocked'],
  [':ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF', 'off'],
  ['timeout', 'slow'],
  ['something else', 'failed'],
] as const)('[P12] where WeChat answers %s, it is said why, and the list works', async (words, problem) => {
  await member();
  await choose(true);
  answering(new Error(words));
  const page = await openCity();
  page.tap('.city-locate');
  await page.waitForText(locateCopy.problems[problem]);
  expect(page.text()).toContain(locateCopy.instead);
  expect(page.has('.locate-allow')).toBe(problem === 'refused');
  await page.press('.locate-no');
  page.input('.city-search', 'wuhan');
  await page.waitForText('找到 1 个城市');
  page.tap(`.city-row_${WUHAN}`);
  await stage.mini.waitForCall('setStorageSync');
  expect((await stage.ask('account', 'session')).account).toMatchObject({ city: WUHAN });
  page.close();
});

test('a refusal in WeChat leads to where it is taken back', async () => {
  await member();
  await choose(true);
  answering(new Error('auth deny'));
  const page = await openCity();
  page.tap('.city-locate');
  await page.waitForText(locateCopy.problems.refused);
  await page.press('.locate-allow');
  await stage.mini.waitForCall('openSetting');
  page.close();
});

test.each([
  ['Hong Kong', { latitude: 22.2819, longitude: 114.158 }, locateCopy.outside],
  ['Paris', { latitude: 48.86, longitude: 2.35 }, locateCopy.far],
])('[P12] somebody in %s is told that the list has no city for it', async (_, position, words) => {
  await member();
  await choose(true);
  answering(position);
  const page = await openCity();
  page.tap('.city-locate');
  await page.waitForText(words);
  expect(page.has('.locate-yes')).toBe(false);
  page.close();
});

test('[P10] a guest is told why not, and led to an account; nothing is asked of WeChat or the server', async () => {
  stage.handTo('oLocate-guest');
  const page = await openCity();
  page.tap('.city-locate');
  await page.waitForText(locateCopy.guest.title);
  expect(stage.functionsCalled()).toEqual([]);
  expect(located()).toEqual([]);
  await page.press('.locate-login');
  expect(await stage.mini.waitForCall('navigateTo')).toMatchObject({ url: '/pages/login/index?next=back' });
  page.close();
});

test('[P10] a child is told that it cannot, and nothing is asked', async () => {
  await member();
  const { cloud } = stage.phone;
  const account = { ...((await stage.ask('account', 'session')).account as object), age: 'child' };
  stage.phone.cloud = (name, data) =>
    data.action === 'session'
      ? Promise.resolve({ ok: true, data: { status: 'child', account } })
      : cloud(name, data);
  const page = await openCity();
  page.tap('.city-locate');
  await page.waitForText(locateCopy.child);
  stage.phone.cloud = cloud;
  expect(stage.functionsCalled()).toEqual([]);
  expect(located()).toEqual([]);
  page.close();
});

test('[P10] whoever leaves while the consent is on its way is not located', async () => {
  await member();
  const page = await openCity();
  page.tap('.city-locate');
  await page.waitForText('单独问您：定位找城市');
  await page.press('.consent-agree');
  page.close();
  await until(
    () => stage.functionsCalled().includes('consent.set'),
    () => stage.functionsCalled().join(),
  );
  while ((await isGranted()) !== true) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(located()).toEqual([]);
});

test('[P14] whoever refuses finds everything else whole', async () => {
  await member();
  const page = await openCity();
  page.tap('.city-locate');
  await page.waitForText('单独问您：定位找城市');
  page.tap('.ui-sheet__close');
  page.tap(`.city-chip_${WUHAN}`);
  await stage.mini.waitForCall('setStorageSync');
  page.close();
  expect((await stage.ask('account', 'session')).account).toMatchObject({ city: WUHAN });
  // A member is led away from these.
  for (const route of declaredRoutes().filter((each) => !/login|frozen|locked/.test(each))) {
    const shown = stage.mini.open(route);
    await stage.settled(shown);
    expect({ route, failed: shown.has('.ui-retry') }).toEqual({ route, failed: false });
    shown.close();
  }
  const { version: policyVersion } = await stage.ask('policy', 'current');
  for (const purpose of ['same-city', 'location-tag', 'analytics'])
    expect(await stage.ask('consent', 'set', { purpose, granted: true, policyVersion })).toMatchObject({
      granted: true,
    });
  expect(await stage.ask('request', 'submit', { kind: 'copy' })).toHaveProperty('id');
  expect(located()).toEqual([]);
}, 120_000);
