/** @jest-environment jsdom */
import { proposalCopy, publishCopy } from '../../src/copy/community';
import { pngOf, smallJpeg } from '../make/pictures';
import { communityOn, WUHAN } from './community-people';
import { until, type OpenPage } from './simulate';
import { setStage } from './stage';
import { NOTES } from './wx';

const PUBLISH = 'pages/community/publish/index';

const stage = setStage();
const { member, isGranted, open, sent, gone, noPosition } = communityOn(stage);

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
    await page.press('.contact-back');
    await gone(page, '.ui-dialog');
    page.tap('.send-proposal');
    await page.waitForText(publishCopy.contact.title);
    await page.press('.contact-go');
    expect(await stage.mini.waitForCall('redirectTo')).toHaveProperty('url');
    expect((await stage.ask('community', 'mine'))['proposals']).toHaveLength(1);
    const asked = sent().map((each) => (each as { data: Record<string, unknown> }).data);
    expect(asked.map(({ understood }) => understood)).toEqual([undefined, undefined, true]);
    page.close();
  });

  test('a photo leaves the phone without where it was taken, and lies with the proposal', async () => {
    await member();
    stage.phone.answers = { chooseMedia: { tempFiles: [{ tempFilePath: '/tmp/photo.jpg' }] } };
    const page = await open(PUBLISH);
    fill(page, '照片里是门厅。');
    page.tap('.add-picture');
    await until(
      () => page.has('.pictures__image'),
      () => page.text(),
    );
    page.tap('.send-proposal');
    await stage.mini.waitForCall('redirectTo');
    const [added] = sent()
      .map((each) => (each as { data: Record<string, unknown> }).data)
      .filter(({ action }) => action === 'addPicture');
    expect(added?.['picture']).toBe(smallJpeg.toString('base64'));
    expect(JSON.stringify(stage.mini.calls)).not.toContain(
      Buffer.from(NOTES).toString('base64').slice(4, 16),
    );
    const shown = await stage.follow('redirectTo', page);
    await shown.waitForText(proposalCopy.edit);
    shown.close();
  });

  test('a screenshot arrives as the picture that it is', async () => {
    await member();
    stage.phone.answers = { chooseMedia: { tempFiles: [{ tempFilePath: '/tmp/shot.png' }] } };
    stage.phone.photo = pngOf(8);
    const page = await open(PUBLISH);
    fill(page, '截图里是账单。');
    page.tap('.add-picture');
    await until(
      () => page.has('.pictures__image'),
      () => page.text(),
    );
    page.tap('.send-proposal');
    const { url } = (await stage.mini.waitForCall('redirectTo')) as { url: string };
    page.close();
    const id = new URL(url, 'https://weapp.invalid').searchParams.get('id');
    expect(await stage.ask('community', 'read', { id })).toMatchObject({ pictures: [{}] });
    delete stage.phone.photo;
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
    await page.press('.purpose-agree');
    await page.waitForText(publishCopy.confirm.title('武汉'));
    expect(page.attribute('.writing-place', 'aria-checked')).toBe('false');
    await page.press('.confirm-city');
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
    await page.press('.purpose-refuse');
    await gone(page, '.ui-sheet');
    page.tap('.send-proposal');
    await stage.mini.waitForCall('redirectTo');
    page.close();
    expect((await stage.ask('community', 'mine'))['proposals']).toMatchObject([{ place: null }]);
    expect(JSON.stringify(sent())).not.toContain('place');
  });
});
