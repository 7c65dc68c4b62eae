import { faultsOf } from './axe';
import { dataOf } from '../make/expect-answer';
import { makeFamily } from '../make/family';
import { SHOWN } from './main-app';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();
/** The page on top: those below it stay there, shaded. */
const TOP = `${SHOWN}:last-child`;

test('[P65] a guardian asks for the child by name, reads the answer, takes the copy, and finds it again', async () => {
  const { guardian, child } = await makeFamily(stage.cloud);
  const page = await stage.open(privacy('guardian'), guardian.openid);
  const shown = page.locator(TOP);
  await shown.locator('.ward-request').click();
  await shown.getByText('办的是孩子的信息').waitFor();
  expect(await shown.innerText()).toContain('您是妈妈');
  expect(await shown.innerText()).not.toContain(child.nickname);
  expect(page.url()).not.toMatch(new RegExp(`${child.number}|${encodeURIComponent(child.nickname)}`));
  expect(await shown.locator('.ui-radio_leak').count()).toBe(0);
  await shown.getByText('由专门负责未成年人的人办理').waitFor();
  await shown.locator('.ui-radio_copy').click();
  await stage.phone.screenshot('ward-request', { fullPage: true });
  await shown.locator('.submit-request').click();
  await shown.locator('.asked-by').waitFor();
  const { wards } = dataOf(await guardian.call('account', 'wards')) as { wards: { ward: string }[] };
  const ward = wards[0]?.ward ?? '';
  const { requests } = dataOf(await guardian.call('request', 'mine', { ward })) as {
    requests: { id: string }[];
  };
  const id = requests[0]?.id ?? '';
  await stage.decide(id, { decision: 'approve' });
  await stage.open(privacy('requests', `?ward=${ward}`), guardian.openid);
  const list = stage.phone.page.locator(TOP);
  await list.getByText('您替孩子提的请求').waitFor();
  await list.locator('.request-row').click();
  await list.locator('.download-copy').waitFor();
  await list.getByText('监护人替孩子提出').waitFor();
  await stage.phone.screenshot('ward-progress', { fullPage: true });
  const [file] = await Promise.all([
    stage.phone.page.waitForEvent('download'),
    list.locator('.download-copy').click(),
  ]);
  expect(file.suggestedFilename()).toContain('zip');
  // The child sees it, and has nothing to press.
  await stage.open(privacy('progress', `?id=${id}`), child.openid);
  await stage.phone.page.getByText('监护人替孩子提出').waitFor();
  expect(await stage.phone.page.locator('.download-copy').count()).toBe(0);
}, 90_000);

test('[P65] the form is for a child of the guardian’s alone', async () => {
  const { ward } = await makeFamily(stage.cloud);
  const page = await stage.open(privacy('request', `?ward=${ward}`));
  await page.getByText('没有找到这个孩子').waitFor();
  expect(await page.locator('.submit-request').count()).toBe(0);
}, 60_000);

test('a deletion for a child leads to the consent, never to the guardian’s own deregistration', async () => {
  const { guardian, ward } = await makeFamily(stage.cloud);
  const page = await stage.open(privacy('request', `?ward=${ward}&kind=delete`), guardian.openid);
  await page.locator('.request-to-deregister').click();
  await page.locator(TOP).locator('.guardian-ward').waitFor();
}, 60_000);

test.each([
  ['light', 1],
  ['dark', 1],
  ['light', 1.5],
] as const)(
  'the guardian’s pages fit a phone, %s with text of %d, and have no accessibility fault',
  async (colorScheme, fontScale) => {
    const { guardian, ward } = await makeFamily(stage.cloud);
    for (const [name, query] of [
      ['guardian', ''],
      ['request', `?ward=${ward}&kind=correct`],
      ['requests', `?ward=${ward}`],
    ] as const) {
      const page = await stage.open(privacy(name, query), guardian.openid, { colorScheme, fontScale });
      await page.locator('.ui-page__title').waitFor();
      await page.locator('.ui-loading').waitFor({ state: 'detached' });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      expect(await faultsOf(page)).toEqual([]);
      await stage.phone.screenshot(`ward-${name}-${colorScheme}-${String(fontScale)}`);
    }
  },
  60_000,
);
