/** @jest-environment jsdom */
import { keptFor } from '../../src/contracts/data-map/derive/presentation';
import { accounts } from '../../src/contracts/data-map/collections/accounts';
import { longest } from '../../src/contracts/data-map/longest';
import { purposes } from '../../src/contracts/data-map/vocabulary';
import { optionalItemCopy as copy } from '../../src/copy/optional-item';
import { uiCopy } from '../../src/copy/ui';
import { declaredRoutes, until, type OpenPage } from './simulate';
import { setStage } from './stage';

const stage = setStage();
const OPENID = 'oOptional';
const { address } = accounts.fields;

const profile = async () =>
  Object.fromEntries(
    ((await stage.ask('account', 'profile'))['fields'] as { field: string; value: unknown }[]).map(
      ({ field, value }) => [field, value],
    ),
  );

async function openMe(): Promise<OpenPage> {
  const page = stage.mini.open('pages/me/index');
  await page.waitForText(address.label);
  return page;
}

const corrections = () =>
  stage.mini.calls.flatMap(({ api, options }) => {
    if (api !== 'cloud.callFunction') return [];
    const { data } = options as { data: { action: string; field?: string; value?: string } };
    return data.action === 'correct' ? [[data.field, data.value]] : [];
  });

test('[P03] registers in the app with none of the optional items, and no page asks for one afterwards', async () => {
  stage.handTo(OPENID);
  const login = stage.mini.open('pages/login/index');
  await login.waitForText('还差：选择您的年龄');
  login.tap('.ui-radio_adult');
  login.tap('.login-agree');
  await until(
    () => !login.text().includes('还差'),
    () => login.text(),
  );
  const { code } = await stage.cloud.post('/wechat/phone', { openid: OPENID, number: '13900008801' });
  login.send('.ui-phone', 'getphonenumber', { code });
  (await stage.follow('reLaunch', login)).close();
  expect(await profile()).toMatchObject({ nickname: null, avatar: null, address: null, wechatId: null });
  for (const route of declaredRoutes().filter((each) => !/login|frozen|locked/.test(each))) {
    const page = stage.mini.open(route);
    await stage.settled(page);
    expect({ route, asks: page.has('.ask-item') || page.has('.ui-sheet') }).toEqual({ route, asks: false });
    page.close();
  }
  const me = await openMe();
  expect(me.text()).toContain(copy.skipped);
  me.close();
}, 120_000);

test('[P05] asks for an item when it is tapped, in the words of the data map, and 跳过 costs nothing', async () => {
  const page = await openMe();
  page.tap('.me-address');
  await page.waitForText(copy.title(address.label));
  for (const words of [
    copy.why(purposes[address.purpose].why),
    copy.keptFor(keptFor(address)),
    copy.optional(address.label),
  ])
    expect(page.text()).toContain(words);
  await page.press('.ask-item-skip');
  await until(
    () => !page.has('.ask-item'),
    () => page.text(),
  );
  expect(corrections()).toEqual([]);
  page.close();
});

test('[P05] saves what the person wants to give, once it is right, and nothing besides', async () => {
  const page = await openMe();
  page.tap('.me-wechatId');
  await page.waitForText(copy.title(accounts.fields.wechatId.label));
  page.input('.ask-item-field', '1');
  await page.waitForText(copy.wrong(accounts.fields.wechatId.label));
  page.tap('.ask-item-save');
  expect(corrections()).toEqual([]);
  page.input('.ask-item-field', 'a'.repeat(longest.wechatId));
  await page.waitForText(uiCopy.fieldFull(longest.wechatId));
  page.input('.ask-item-field', 'right_one');
  await page.press('.ask-item-save');
  await page.waitForText('right_one');
  await until(
    () => !page.has('.ask-item'),
    () => page.text(),
  );
  expect(corrections()).toEqual([['wechatId', 'right_one']]);
  expect(await profile()).toMatchObject({ nickname: null, address: null, wechatId: 'right_one' });
  page.close();
});

test('[P09] with every optional purpose refused, each page of a member opens whole', async () => {
  const { items } = (await stage.ask('consent', 'current')) as { items: { granted: boolean }[] };
  expect(items.some(({ granted }) => granted)).toBe(false);
  for (const route of declaredRoutes().filter((each) => !/login|frozen|locked/.test(each))) {
    const page = stage.mini.open(route);
    await stage.settled(page);
    expect({ route, failed: page.has('.ui-retry') }).toEqual({ route, failed: false });
    page.close();
  }
}, 120_000);
