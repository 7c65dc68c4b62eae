/** @jest-environment jsdom */
import { leakCopy } from '../../src/copy/privacy/leak';
import { uiCopy } from '../../src/copy/ui';
import { operations } from '../laws/contracts/operations';
import { declaredRoutes, until } from './simulate';
import { setStage } from './stage';
import type { WxCall } from './wx';

const GUEST = 'oLife-guest';

/**
 * All that a page may ask of WeChat before anybody has agreed to anything; none of it is about the person. Listening
 * for WeChat's privacy question reads nothing: a page with WeChat's own button must do it before the tap.
 */
const IMPERSONAL = ['cloud.init', 'cloud.callFunction', 'getNetworkType', 'onNeedPrivacyAuthorization'];
/** All that a page may ask of the server before anybody has registered. */
const READING = operations.flatMap(([name, { caller, writes }]) =>
  caller === 'mini-program' && writes === undefined ? [name] : [],
);

const stage = setStage();

/** The text that everybody reads is kept for when there is no network: it says nothing of who read it. */
const keepsPolicy = ({ api, options }: WxCall) => api === 'setStorageSync' && options === 'policyText';
async function expectNothingKeptButPolicy(): Promise<void> {
  const { policyText, ...others } = Object.fromEntries(stage.mini.storage);
  expect(others).toEqual({});
  if (policyText === undefined) return;
  const { data } = JSON.parse(policyText as string) as Record<string, unknown>;
  expect(data).toEqual(await stage.ask('policy', 'current'));
}

describe('a guest', () => {
  test('[P43] is told where to write of a leak without an account', async () => {
    stage.handTo(GUEST);
    const page = stage.mini.open('pages/privacy/leak/index');
    await stage.settled(page);
    expect(page.text()).toContain(leakCopy.byMail);
    expect(page.has('.contact-email')).toBe(true);
    page.close();
  });

  test.each(declaredRoutes())(
    '[P04] opens %s, reads it, and neither writes nor gives anything away',
    async (route) => {
      stage.handTo(GUEST);
      const before = await stage.cloud.everything();
      const page = stage.mini.open(route);
      await stage.settled(page);
      expect(page.has('.ui-retry')).toBe(false);
      expect(stage.functionsCalled().filter((call) => !READING.includes(call))).toEqual([]);
      const personal = stage.mini.calls.filter(
        (call) => !IMPERSONAL.includes(call.api) && !keepsPolicy(call),
      );
      expect(personal.map(({ api }) => api)).toEqual([]);
      await expectNothingKeptButPolicy();
      expect(await stage.cloud.everything()).toEqual(before);
      page.close();
    },
  );

  test('sees on the home page that the network went, and that it came back', async () => {
    const page = stage.mini.open('pages/home/index');
    await stage.settled(page);
    expect(page.text()).not.toContain(uiCopy.offline);
    stage.mini.setOnline(false);
    await page.waitForText(uiCopy.offline);
    stage.mini.setOnline(true);
    await until(
      () => !page.text().includes(uiCopy.offline),
      () => page.text(),
    );
    page.close();
  });

  test.each([1, 1.4])('who set text %f times as large in WeChat sees it so', async (scale) => {
    stage.phone.fontSizeScaleFactor = scale;
    const page = stage.mini.open('pages/home/index');
    await stage.settled(page);
    expect(page.attribute('.ui-page', 'style')).toContain(`--font-scale: ${String(scale)};`);
    page.close();
    delete stage.phone.fontSizeScaleFactor;
  });
});
