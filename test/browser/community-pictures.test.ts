import type { Page } from 'playwright-core';
import { pictureStates } from '../../src/contracts/community-vocabulary';
import { picturesCopy, proposalCopy } from '../../src/copy/community';
import { attachmentsCopy } from '../../src/copy/privacy/attachments';
import { notedJpeg, pngOf, smallJpeg, stripOf } from '../make/pictures';
import { dataOf } from '../make/expect-answer';
import { neighbourOn, press, publish, sees, writeIn } from './community-pages';
import { expectSound, LOOKS } from './main-app';
import { setStage } from './privacy-stage';

const stage = setStage();
const judged = () => stage.cloud.cloud.wechat.settled();

const file = (name: string, buffer: Buffer, mimeType = 'image/png') => ({ name, mimeType, buffer });
const photo = file('照片.jpg', notedJpeg('GPS 30.5 114.3'), 'image/jpeg');
const drawing = file('图.png', pngOf(120));

async function choose(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
  const picking = page.waitForEvent('filechooser');
  await press(page, '.add-picture');
  await (await picking).setFiles(files);
}
const shown = (page: Page) => page.locator('.proposal-picture__image:visible');
const rows = () => stage.cloud.rows('pictures');

/** A proposal with this picture, which WeChat has looked at. */
async function pictured(buffer: Buffer): Promise<string> {
  const id = await publish(stage.person);
  const picture = buffer.toString('base64');
  dataOf(await stage.person.call('community', 'addPicture', { id, picture }));
  await judged();
  return id;
}

test('pictures are chosen on the form, sent with the proposal, and seen by others once WeChat has looked', async () => {
  let page = await stage.open('community/publish/index');
  await writeIn(page, '.writing-title', '门厅改造');
  await writeIn(page, '.writing-text', '照片里是现在的样子。');
  await choose(page, photo, drawing);
  await page.locator('.pictures__image').nth(1).waitFor();
  await press(page, '.send-proposal');
  await sees(page, proposalCopy.edit);
  await judged();
  expect(rows().map(({ state }) => state)).toEqual(['published', 'published']);

  const other = await neighbourOn(stage.cloud);
  page = await stage.open('community/feed/index', other.openid);
  await page.locator('.community-card', { hasText: '门厅改造' }).click();
  await shown(page).nth(1).waitFor();
  expect(await page.locator('.add-picture:visible').count()).toBe(0);
  expect(await page.locator('.picture-remove:visible').count()).toBe(0);
});

test('the author sees what becomes of each, and takes one away', async () => {
  const id = await pictured(stripOf(5));
  const page = await stage.open(`community/proposal/index?id=${id}`);
  await sees(page, pictureStates.reviewing.label);
  expect(await shown(page).count()).toBe(0);
  await press(page, '.picture-remove');
  await page.locator('.pictures__image').waitFor({ state: 'detached' });
  expect(rows().filter(({ proposal }) => proposal === id)).toEqual([]);
});

test('the author is told when WeChat takes one away, and sees without a tap what it let through', async () => {
  const id = await publish(stage.person);
  const page = await stage.open(`community/proposal/index?id=${id}`);
  await choose(page, file('长条.png', stripOf(8)));
  await sees(page, picturesCopy.lost.title);
  await choose(page, drawing);
  await shown(page).waitFor();
}, 60_000);

test('nor is it missed where WeChat is quicker than the page', async () => {
  const id = await publish(stage.person);
  const page = await stage.open(`community/proposal/index?id=${id}`);
  await page.locator('.add-picture:visible').waitFor();
  await page.route('**/invoke/community', async (route) => {
    if (route.request().postData()?.includes('"read"') === true) await judged();
    await route.continue();
  });
  await choose(page, file('长条.png', stripOf(8)));
  await sees(page, picturesCopy.lost.title);
  expect(rows().filter(({ proposal }) => proposal === id)).toEqual([]);
}, 60_000);

test('chosen pictures wait with the rest of the form, and whoever went back is not led away', async () => {
  const page = await stage.open('community/feed/index');
  await press(page, '.community-publish');
  await writeIn(page, '.writing-title', '电梯间');
  await writeIn(page, '.writing-text', '贴一张图。');
  await choose(page, drawing);
  await page.locator('.pictures__image:visible').waitFor();
  await page.goBack();
  await press(page, '.community-publish');
  await page.locator('.pictures__image:visible').waitFor();
  const sending = { release: () => undefined as unknown };
  const held = new Promise((resolve) => {
    sending.release = () => {
      resolve(undefined);
    };
  });
  await page.route('**/invoke/community', async (route) => {
    if (route.request().postData()?.includes('"addPicture"') === true) await held;
    await route.continue();
  });
  const begun = page.waitForRequest((request) => request.postData()?.includes('"addPicture"') === true);
  await press(page, '.send-proposal');
  await begun;
  await page.goBack();
  await press(page, '.community-mine');
  await page.waitForURL(/community\/mine/);
  const sent = page.waitForResponse(
    (response) => response.request().postData()?.includes('"addPicture"') === true,
  );
  sending.release();
  await sent;
  await page.waitForTimeout(500);
  expect(page.url()).toContain('community/mine');
});

test('a picture that could not be sent loses nothing: the proposal stands and says what to do', async () => {
  const page = await stage.open('community/publish/index');
  await writeIn(page, '.writing-title', '楼道照明');
  await writeIn(page, '.writing-text', '按层收费。');
  await choose(page, file('照片.jpg', smallJpeg, 'image/jpeg'));
  await page.locator('.pictures__image').waitFor();
  await page.route('**/invoke/community', (route) =>
    route.request().postData()?.includes('"addPicture"') === true ? route.abort() : route.continue(),
  );
  await press(page, '.send-proposal');
  await sees(page, picturesCopy.unsent(1));
  await page.unroute('**/invoke/community');
  await choose(page, file('照片.jpg', smallJpeg, 'image/jpeg'));
  await page.locator('.pictures__image').waitFor();
  await page.getByText(picturesCopy.unsent(1)).waitFor({ state: 'detached' });
});

test('what is no picture, and a fourth, are told and lose nothing', async () => {
  const page = await stage.open('community/publish/index');
  await writeIn(page, '.writing-title', '停车');
  await choose(page, file('其实是文字.png', Buffer.from('不是图片')));
  await sees(page, attachmentsCopy.problems.unreadable);
  for (const seed of [1, 2, 3]) {
    await choose(page, file(`${String(seed)}.png`, pngOf(60, { seed })));
    await page
      .locator('.pictures__image')
      .nth(seed - 1)
      .waitFor();
  }
  expect(await page.locator('.add-picture:visible').count()).toBe(0);
  expect(await page.locator('.writing-title input').inputValue()).toBe('停车');
});

test('a picture that did not come can be had by a tap', async () => {
  const id = await pictured(pngOf(90));
  const other = await neighbourOn(stage.cloud);
  const page = await stage.open('community/feed/index', other.openid);
  await page.route('**/invoke/community', (route) =>
    route.request().postData()?.includes('"picture"') === true ? route.abort() : route.continue(),
  );
  await page.evaluate((where) => {
    location.hash = `#/pages/community/proposal/index?id=${where}`;
  }, id);
  await sees(page, picturesCopy.again(1));
  await page.unroute('**/invoke/community');
  await press(page, '.proposal-picture_waiting');
  await shown(page).waitFor();
});

describe.each(LOOKS)('in the look $name', ({ name, ...look }) => {
  test('the pictures fit a phone and are usable by everyone', async () => {
    const id = await pictured(pngOf(120, { seed: 9 }));
    dataOf(
      await stage.person.call('community', 'addPicture', { id, picture: stripOf(5).toString('base64') }),
    );
    await judged();
    const page = await stage.open(`community/proposal/index?id=${id}`, undefined, look);
    await shown(page).waitFor();
    await page.locator('.pictures__image').nth(1).waitFor();
    await stage.phone.screenshot(`community-pictures-${name}`, { fullPage: true });
    await expectSound(stage.phone);
  }, 120_000);
});
