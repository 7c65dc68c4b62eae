import { dataOf } from '../make/expect-answer';
import { inCity, neighbourOn, press, publish, writeIn, WUHAN } from './community-pages';
import { expectSound, LOOKS } from './main-app';
import { setStage } from './privacy-stage';

const stage = setStage();

const prices = {
  rows: [
    { item: '保洁', level: '每天一次，周末两次', unit: 'sqm-month', fen: 85 },
    { item: '电梯维护', unit: 'home-year', fen: 36_000 },
    { item: '上门维修', unit: 'once', fen: 5000 },
  ],
};

describe.each(LOOKS)('in the look $name', ({ name, ...look }) => {
  const shoot = async (part: string) => {
    await stage.phone.screenshot(`community-${part}-${name}`);
    await expectSound(stage.phone);
  };

  test('the list and its question fit a phone and are usable by everyone', async () => {
    dataOf(await inCity(stage.person));
    dataOf(await stage.person.choose('location-tag'));
    await publish(stage.person, { byline: '三栋的一位业主', place: WUHAN, prices });
    const page = await stage.open('community/feed/index', undefined, look);
    await page.locator('.community-card').first().waitFor();
    await shoot('feed');
    await press(page, '.community-chip_city');
    await page.locator('.ui-sheet').waitFor();
    await shoot('feed-consent');
    await press(page, '.purpose-agree');
    await page.locator('.community-change-city').waitFor();
    await shoot('feed-city');
  }, 120_000);

  test('the whole fits a phone and is usable by everyone', async () => {
    const id = await publish(stage.person, { byline: '三栋的一位业主', prices });
    const other = await neighbourOn(stage.cloud);
    dataOf(await other.call('community', 'comment', { id, attempt: 'look', text: '说得好。' }));
    const page = await stage.open(`community/proposal/index?id=${id}`, other.openid, look);
    await page.locator('.comment').first().waitFor();
    await shoot('proposal');
    await page.locator('.send-comment').scrollIntoViewIfNeeded();
    await stage.phone.screenshot(`community-comments-${name}`);
    await press(page, '.remove-comment');
    await page.locator('.ui-dialog').waitFor();
    await shoot('remove');
  }, 120_000);

  test('the form fits a phone and is usable by everyone', async () => {
    const id = await publish(stage.person, { prices });
    const page = await stage.open(`community/publish/index?id=${id}`, undefined, look);
    await page.locator('.writing-title').waitFor();
    await shoot('publish');
    await press(page, '.edit-price');
    await page.locator('.ui-sheet').waitFor();
    await shoot('price');
    await press(page, '.save-price');
    await page.locator('.send-proposal').scrollIntoViewIfNeeded();
    await stage.phone.screenshot(`community-prices-${name}`);
    await writeIn(page, '.writing-text', '电话 13812345678');
    await press(page, '.send-proposal');
    await page.locator('.ui-dialog').waitFor();
    await shoot('contact');
  }, 120_000);

  test('the own proposals fit a phone and are usable by everyone', async () => {
    await publish(stage.person, { title: '一个标题长到要换行的、说弹性定价怎么分档的方案' });
    await publish(stage.person, { text: '免费领取' });
    const page = await stage.open('community/mine/index', undefined, look);
    await page.locator('.own-proposal').first().waitFor();
    await shoot('mine');
  }, 120_000);
});
