import { faultsOf } from './axe';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { pngOf, smallJpeg } from '../make/pictures';
import { startChromium, type Chromium } from './chromium';

let browser: Chromium;
let on: TestCloud;
let member: Person;
beforeAll(async () => {
  [browser, on] = await Promise.all([startChromium(), startTestCloud()]);
  member = makePerson(on);
  dataOf(await member.register());
}, 120_000);
afterAll(async () => {
  await browser.close();
  await on.stop();
});

test('[P40] staff see how many pictures there are, and one at a time, with a right, a reason and a row', async () => {
  const { id } = dataOf(await member.call('request', 'submit', { kind: 'complaint', details: '请看图' }));
  for (const picture of [smallJpeg, pngOf(120)])
    dataOf(await member.call('request', 'attach', { id, picture: picture.toString('base64') }));
  dataOf(await on.timer('reconcile'));
  const desk = await browser.openPhone({
    url: `${on.cloud.url}/console/#staff`,
    viewport: { width: 1280, height: 900 },
  });
  const { page } = desk;
  const audits = () => on.rows('audits').filter(({ action }) => action === 'unmask');
  const openAs = async (name: string) => {
    await page.getByRole('textbox', { name: /^经办人/ }).fill(name);
    await page.getByText('图片 2 张', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^办理投诉/ }).click();
    await page.getByText('查看图片（2 张）').click();
  };
  const look = async (reason: string) => {
    await page.getByRole('textbox', { name: /^为什么要看这一张/ }).fill(reason);
    await page.getByRole('button', { name: '查看这一张' }).click();
  };
  await openAs('小赵');
  await look('想看看');
  await page.getByText('您的职责不能做这项操作').waitFor();
  expect(audits()).toEqual([]);
  await page.getByRole('button', { name: '关闭' }).click();

  await openAs('李审');
  expect(await page.locator('img.picture').count()).toBe(0);
  await page.getByLabel('看哪一张').selectOption({ index: 1 });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/invoke/reconcile', async (route) => {
    if (route.request().postData()?.includes('"picture"') === true) await held;
    await route.continue();
  });
  await look('核对截图里的金额');
  // Another choice now would stand above this picture.
  expect(await page.getByLabel('看哪一张').isDisabled()).toBe(true);
  release();
  const shown = page.getByRole('img', { name: '用户添加的图片' });
  await shown.waitFor();
  expect(await page.getByLabel('看哪一张').isDisabled()).toBe(false);
  expect(await shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(120);
  expect(audits()).toMatchObject([{ reviewer: '李审', outcome: 'picture', requestId: id }]);
  expect(await faultsOf(page)).toEqual([]);
  await desk.screenshot('console-picture', { fullPage: true });
  await page.getByRole('button', { name: '看完收起图片' }).click();
  expect(await page.locator('img.picture').count()).toBe(0);
  expect(desk.problems).toEqual([]);
  await desk.close();
}, 90_000);
