/** @jest-environment jsdom */
import { operations } from '../laws/contracts/operations';
import { handsOn } from './hands';
import { declaredRoutes, type OpenPage } from './simulate';
import { setStage } from './stage';

const stage = setStage();
const { picture, newcomer, none, filed, own, survey, someone, phoneOf } = handsOn(stage);

/** Whom a page is for, and what it is opened with; a member with nothing besides where it is not named. */
const opening: Readonly<Record<string, () => Promise<Record<string, string>>>> = {
  'pages/login/index': newcomer,
  'pages/privacy/child-rules/index': newcomer,
  'pages/policy/compare/index': async () => ({ ...(await none()), from: '1', to: '2' }),
  'pages/community/proposal/index': own,
  'pages/community/survey/index': survey,
  'pages/community/mine/index': async () => {
    await own();
    return {};
  },
  'pages/community/surveys/index': async () => {
    await survey();
    return {};
  },
  'pages/community/feed/index': async () => {
    await own();
    return {};
  },
  'pages/privacy/progress/index': filed(),
  'pages/privacy/inbox/index': filed({ decision: 'reply', replyText: '已经查过' }),
  'pages/privacy/requests/index': async () => {
    await filed()();
    return {};
  },
  'pages/privacy/frozen/index': async () => {
    const openid = await someone();
    await stage.ask('account', 'deregister', { phone: await phoneOf(openid) });
    return {};
  },
};
const writing = new Set(operations.flatMap(([name, { writes }]) => (writes === undefined ? [] : [name])));
const turning = ['navigateTo', 'redirectTo', 'reLaunch', 'navigateBack'];

/** What somebody may paste by mistake, or on purpose. */
const pasted = [
  '字'.repeat(100_000),
  '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(20),
  'مرحبا‏ abc\u202e gnp.exe\u200b',
  '<script>alert(1)</script>"\'`${1}{{2}}',
  '\u0000\n\t ',
];
const HIDDEN = /[\u0000\u200b\u200f\u202e]/;

async function opened(route: string): Promise<OpenPage> {
  picture();
  const query = await (opening[route] ?? none)();
  const page = stage.mini.open(route, query);
  await stage.quiet();
  await stage.settled(page);
  stage.mini.calls.length = 0;
  return page;
}
/** How often each thing that leaves traces was done. */
function done(): Record<string, number> {
  const names = [
    ...stage.functionsCalled().filter((name) => writing.has(name)),
    ...stage.mini.calls.map(({ api }) => api).filter((api) => turning.includes(api)),
  ];
  return Object.fromEntries(names.map((name) => [name, names.filter((each) => each === name).length]));
}

describe.each(declaredRoutes())('%s', (route) => {
  test('does once what is tapped twice, whichever control it shows', async () => {
    let page = await opened(route);
    const controls = page.controls();
    page.close();
    expect(controls).not.toEqual([]);
    const twice: Record<string, unknown> = {};
    for (const { selector, at } of controls) {
      page = await opened(route);
      page.send(selector, 'tap', undefined, 2, at);
      await stage.quiet();
      const often = Object.entries(done()).filter(([, times]) => times > 1);
      if (often.length > 0) twice[`${selector} ${String(at)}`] = often;
      expect(page.text()).toMatch(/\p{Script=Han}/u);
      page.close();
    }
    expect(twice).toEqual({});
  }, 60_000);

  test('takes anything that is typed or pasted, and hides nothing in it', async () => {
    const page = await opened(route);
    for (const field of page.fields())
      for (const typed of pasted) {
        page.input(field, typed);
        await stage.quiet();
        const kept = page.attribute(`${field} .ui-field__input`, 'value');
        expect(kept).toEqual(expect.any(String));
        expect(kept).not.toMatch(HIDDEN);
        expect(page.text()).not.toMatch(/undefined|NaN|\[object/);
      }
    expect(Object.keys(done()).filter((name) => writing.has(name))).toEqual([]);
    page.close();
  });
});
