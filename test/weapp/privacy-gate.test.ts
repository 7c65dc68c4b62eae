/** @jest-environment jsdom */
import { commonCopy } from '../../src/copy/common';
import { phoneCopy } from '../../src/copy/phone';
import { privacyGateCopy as copy } from '../../src/copy/privacy-gate';
import { interfaces } from '../../src/contracts/data-map/interfaces';
import { startMiniProgram, until, type MiniProgram, type OpenPage } from './simulate';

let mini: MiniProgram;
const policy = {
  version: '1',
  digest: 'a'.repeat(64),
  updatedOn: '2025-04-25',
  effectiveOn: '2025-04-25',
  nodes: [],
};

beforeAll(() => {
  mini = startMiniProgram({
    cloud: (_name, { action }) =>
      Promise.resolve({ ok: true, data: action === 'session' ? { status: 'guest' } : policy }),
  });
});

beforeEach(() => {
  jest.restoreAllMocks();
  Object.assign(mini.privacy, { isNeeded: true, library: '3.6.6', isSilent: false });
  mini.privacy.heard.length = 0;
  mini.calls.length = 0;
});

/** Later than WeChat keeps quiet after a refusal of an earlier test. */
let hours = 0;
beforeEach(() => {
  hours += 1;
  const now = Date.now() + hours * 3_600_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});

const called = (api: string) => mini.calls.filter((call) => call.api === api).length;
const gone = (page: OpenPage, selector: string) =>
  until(
    () => !page.has(selector),
    () => page.text(),
  );
async function home(): Promise<OpenPage> {
  const page = mini.open('pages/home/index');
  await page.waitForText('不登录也可以浏览');
  return page;
}
/** A guest asks to copy the address, and the gate asks the guest. */
async function asking(): Promise<OpenPage> {
  const page = await home();
  page.tap('.contact-email');
  await page.waitForText(copy.title);
  return page;
}

test('a launch and a look around neither listen to WeChat nor call anything that it guards', async () => {
  const page = await home();
  expect(mini.privacy.isListened).toBe(false);
  expect(
    mini.calls.map(({ api }) => api).filter((api) => !/^cloud|Network|Storage|preload/.test(api)),
  ).toEqual([]);
  page.close();
});

test('what WeChat guards waits for the answer, in words from the data map, and goes on with 同意', async () => {
  const page = await asking();
  const { label, use } = interfaces.Clipboard;
  for (const words of [label, use.why, copy.without]) expect(page.text()).toContain(words);
  expect(mini.privacy.heard).toEqual([{ event: 'exposureAuthorization' }]);
  expect(called('setClipboardData')).toBe(0);
  page.send('.privacy-agree', 'agreeprivacyauthorization', {});
  await page.waitForText(commonCopy.copied);
  expect(mini.privacy.heard.slice(1)).toEqual([{ event: 'agree', buttonId: 'privacy-agree' }]);
  expect(called('setClipboardData')).toBe(1);
  expect(page.has('.ui-sheet')).toBe(false);
  // Agreed once, WeChat does not ask again.
  page.tap('.contact-email');
  await until(
    () => called('setClipboardData') === 2,
    () => page.text(),
  );
  page.close();
});

test('不同意 ends the call with a plain sentence, and the page works on', async () => {
  const page = await asking();
  await page.press('.privacy-disagree');
  await page.waitForText(commonCopy.copyFailed);
  expect(mini.privacy.heard.at(-1)).toEqual({ event: 'disagree' });
  expect(called('setClipboardData')).toBe(0);
  page.tap('.home-policy');
  await mini.waitForCall('navigateTo');
  page.close();
});

test('a second try within ten seconds of a refusal is told, for WeChat would neither ask nor answer', async () => {
  const page = await asking();
  page.tap('.ui-sheet__close');
  await gone(page, '.ui-sheet');
  mini.privacy.heard.length = 0;
  page.tap('.contact-email');
  await page.waitForText(copy.soon);
  expect(page.text()).toContain(copy.soonText(10));
  expect(mini.privacy.heard).toEqual([]);
  await page.press('.privacy-understood');
  await gone(page, '.ui-dialog');
  page.close();
});

test('a call to which WeChat says nothing at all still ends', async () => {
  mini.privacy.isSilent = true;
  const page = await home();
  page.tap('.contact-email');
  await page.waitForText(commonCopy.copyFailed);
  expect(called('setClipboardData')).toBe(0);
  page.close();
});

test("one tap on WeChat's phone button agrees and hands the number over, as the words beside it say", async () => {
  const page = mini.open('pages/login/index');
  const { label, use } = interfaces.PhoneNumber;
  await page.waitForText(phoneCopy.wechatAgrees(label, use.why));
  page.tap('.phone-guideline');
  await mini.waitForCall('openPrivacyContract');
  page.tap('.ui-radio_adult');
  page.tap('.login-agree');
  await until(
    () => page.takesTaps('.ui-phone'),
    () => page.text(),
  );
  expect(page.attribute('.ui-phone', 'id')).toBe('phone-agree');
  const openType = String(page.attribute('.ui-phone', 'open-type'));
  expect(await mini.privacy.touch('button.getPhoneNumber', openType)).toBe(true);
  expect(mini.privacy.heard).toEqual([]);
  expect(page.has('.privacy-agree')).toBe(false);
  page.close();
});

test.each(['2.33.1', '3.0.0'])(
  'library %s, which refuses such a tap, has the button alone',
  async (library) => {
    mini.privacy.library = library;
    const page = mini.open('pages/login/index');
    await page.waitForText(phoneCopy.wechatHint);
    page.tap('.ui-radio_adult');
    page.tap('.login-agree');
    await until(
      () => page.attribute('.ui-phone', 'open-type') === 'getPhoneNumber',
      () => page.text(),
    );
    page.close();
  },
);

test("WeChat's phone button waits for the same answer, and a page that closes says no", async () => {
  mini.privacy.library = '3.0.0';
  const page = mini.open('pages/login/index');
  await page.waitForText('您的年龄');
  page.tap('.ui-radio_adult');
  await until(
    () => page.has('.ui-phone'),
    () => page.text(),
  );
  const first = mini.privacy.touch('button.getPhoneNumber');
  await page.waitForText(interfaces.PhoneNumber.label);
  page.send('.privacy-agree', 'agreeprivacyauthorization', {});
  expect(await first).toBe(true);
  mini.privacy.isNeeded = true;
  const second = mini.privacy.touch('button.getPhoneNumber');
  await page.waitForText(interfaces.PhoneNumber.label);
  page.close();
  expect(await second).toBe(false);
});

test('the guideline can be read before answering', async () => {
  const page = await asking();
  await page.press('.privacy-guideline');
  await mini.waitForCall('openPrivacyContract');
  expect(page.has('.privacy-agree')).toBe(true);
  page.close();
  await until(
    () => mini.privacy.heard.length === 2,
    () => 'WeChat heard no answer',
  );
});

test('on a library that does not ask, our own question decides alone', async () => {
  mini.privacy.library = '2.28.0';
  const page = await asking();
  expect(called('setClipboardData')).toBe(0);
  await page.press('.privacy-guideline');
  expect(await mini.waitForCall('navigateTo')).toMatchObject({ url: '/pages/policy/index' });
  await page.press('.privacy-disagree');
  await page.waitForText(commonCopy.copyFailed);
  // Without WeChat nobody is kept waiting.
  page.tap('.contact-email');
  await page.waitForText(copy.title);
  await page.press('.privacy-agree');
  await page.waitForText(commonCopy.copied);
  expect(called('setClipboardData')).toBe(1);
  expect(mini.privacy.heard).toEqual([]);
  page.close();
});

test("on such a library WeChat's button is a plain one until the person has agreed", async () => {
  mini.privacy.library = '2.28.0';
  const page = mini.open('pages/login/index');
  await page.waitForText('您的年龄');
  page.tap('.ui-radio_adult');
  page.tap('.login-agree');
  await until(
    () => page.has('.ui-phone') && !page.text().includes('还差'),
    () => page.text(),
  );
  expect(page.attribute('.ui-phone', 'open-type')).not.toBe('getPhoneNumber');
  page.tap('.ui-phone');
  await page.waitForText(copy.again);
  await page.press('.privacy-agree');
  await until(
    () => page.attribute('.ui-phone', 'open-type') === 'getPhoneNumber',
    () => page.text(),
  );
  page.close();
});
