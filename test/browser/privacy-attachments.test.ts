import { faultsOf } from './axe';
import type { Page } from 'playwright-core';
import { dataOf } from '../make/expect-answer';
import { pngOf, smallJpeg } from '../make/pictures';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();
const files = {
  screenshot: { name: '截图.png', mimeType: 'image/png', buffer: pngOf(120) },
  photo: { name: '照片.jpg', mimeType: 'image/jpeg', buffer: smallJpeg },
  large: { name: '大图.png', mimeType: 'image/png', buffer: pngOf(1200, { seed: 5 }) },
  words: { name: '其实是文字.png', mimeType: 'image/png', buffer: Buffer.from('不是图片') },
} as const;

async function choose(page: Page, ...names: (keyof typeof files)[]): Promise<void> {
  const picking = page.waitForEvent('filechooser');
  await page.locator('.add-picture').click();
  await (await picking).setFiles(names.map((name) => files[name]));
}
const pictures = (page: Page) => page.locator('.pictures__image');
const held = async () => {
  const id = await stage.newestRequest();
  return {
    id,
    ...(dataOf(await stage.person.call('request', 'read', { id })) as { attachments: { bytes: number }[] }),
  };
};
const faults = async (page: Page) => await faultsOf(page);

test('pictures are chosen on the form, sent once it is filed, and seen and taken away where its progress is', async () => {
  const page = await stage.open(privacy('request', '?kind=complaint'));
  await page.locator('.request-words textarea').fill('页面打不开，请看截图');
  await page.getByText('我们不靠图片核实身份').waitFor();
  await page.locator('.add-picture').scrollIntoViewIfNeeded();
  await stage.phone.screenshot('privacy-attachments-empty');
  await choose(page, 'screenshot', 'photo');
  await pictures(page).nth(1).waitFor();
  await choose(page, 'words');
  await page.getByText('有图片打不开，没有添加').waitFor();
  await choose(page, 'large');
  await pictures(page).nth(2).waitFor();
  // Three are the most.
  expect(await page.locator('.add-picture').count()).toBe(0);
  expect(await faults(page)).toEqual([]);
  await stage.phone.screenshot('privacy-attachments-form', { fullPage: true });
  await page.locator('.picture-remove').nth(1).click();
  await page.locator('.add-picture').waitFor();

  await page.locator('.submit-request').click();
  await page.getByText('您的请求', { exact: true }).waitFor();
  await pictures(page).nth(1).waitFor();
  const { attachments } = await held();
  expect(attachments).toHaveLength(2);
  for (const { bytes } of attachments) expect(bytes).toBeLessThanOrEqual(200_000);
  expect(await faults(page)).toEqual([]);
  await stage.phone.screenshot('privacy-attachments-progress', { fullPage: true });

  await page.locator('.picture-remove').first().click();
  await pictures(page).nth(1).waitFor({ state: 'detached' });
  expect((await held()).attachments).toHaveLength(1);
  await choose(page, 'photo');
  await pictures(page).nth(1).waitFor();
  expect((await held()).attachments).toHaveLength(2);
}, 90_000);

test('a picture that cannot be sent loses nothing: the request stands, and says what to do', async () => {
  const page = await stage.open(privacy('request', '?kind=question'));
  await page.locator('.request-words textarea').fill('请看图');
  await choose(page, 'photo');
  await pictures(page).waitFor();
  await page.route('**/invoke/request', (route) =>
    route.request().postData()?.includes('"attach"') === true ? route.abort() : route.continue(),
  );
  await page.locator('.submit-request').click();
  await page.getByText('请求已经提交，可是有 1 张图片没有传上去').waitFor();
  expect((await held()).attachments).toEqual([]);
  await choose(page, 'photo');
  await page.getByText('网络不通').waitFor();
  await page.unroute('**/invoke/request');
  await choose(page, 'photo');
  await pictures(page).waitFor();
  expect(await page.getByText('没有传上去').count()).toBe(0);
  expect((await held()).attachments).toHaveLength(1);
}, 90_000);

test('a picture that did not come is fetched again by a tap', async () => {
  const id = await stage.submit('complaint', '请看图');
  dataOf(await stage.person.call('request', 'attach', { id, picture: smallJpeg.toString('base64') }));
  const page = await stage.open('home/index');
  await page.route('**/invoke/request', (route) =>
    route.request().postData()?.includes('"action":"attachment"') === true ? route.abort() : route.continue(),
  );
  await page.goto(page.url().replace(/#.*/, `#/pages/${privacy('progress', `?id=${id}`)}`));
  await page.reload();
  const lost = page.getByText('没能打开');
  await lost.waitFor();
  await page.unroute('**/invoke/request');
  expect(await faults(page)).toEqual([]);
  await lost.scrollIntoViewIfNeeded();
  await stage.phone.screenshot('privacy-attachments-lost');
  await lost.click();
  await pictures(page).waitFor({ timeout: 10_000 });
}, 60_000);

test.each([
  ['light', 1],
  ['dark', 1],
  ['light', 1.5],
] as const)(
  'fits a phone, %s and with text %s times as large',
  async (colorScheme, fontScale) => {
    const id = await stage.submit('complaint', '请看图');
    for (const picture of [smallJpeg, pngOf(120)])
      dataOf(await stage.person.call('request', 'attach', { id, picture: picture.toString('base64') }));
    const look = { colorScheme, fontScale };
    const page = await stage.open(privacy('progress', `?id=${id}`), stage.person.openid, look);
    await pictures(page).nth(1).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await faults(page)).toEqual([]);
    await page.locator('.pictures').scrollIntoViewIfNeeded();
    await stage.phone.screenshot(`privacy-attachments-${colorScheme}-${String(fontScale)}`);
  },
  60_000,
);

test('what is answered shows its pictures, and neither takes nor gives any', async () => {
  const id = await stage.submit('question', '请看图');
  dataOf(await stage.person.call('request', 'attach', { id, picture: smallJpeg.toString('base64') }));
  await stage.decide(id, { expectedVersion: 2, decision: 'reply', replyText: '看到了' });
  const page = await stage.open(privacy('progress', `?id=${id}`));
  await pictures(page).waitFor();
  await page.getByText('工作人员要看图片，必须写明理由').waitFor();
  expect(await page.locator('.add-picture, .picture-remove').count()).toBe(0);
}, 60_000);
