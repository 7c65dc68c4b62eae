import { dataOf } from '../make/expect-answer';
import { expectSound } from './main-app';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();

/** The looks of a phone, with the largest text that WeChat lets a person set. */
const LOOKS = [
  { name: 'light', colorScheme: 'light', fontScale: 1 },
  { name: 'dark', colorScheme: 'dark', fontScale: 1 },
  { name: 'large', colorScheme: 'light', fontScale: 1.75 },
] as const;

test('[P45] a member sees at once how much of each category is held, by words as well as by boxes', async () => {
  const page = await stage.open(privacy('centre'));
  const held = page.locator('.overview__held[role=button]');
  await held.getByText('联系方式').waitFor();
  const label = String(await held.getAttribute('aria-label'));
  for (const words of ['联系方式3 项里有 3 项', '个人资料2 项里有 1 项', '查看和更正'])
    expect(label).toContain(words);
  const filled = () => page.locator('.overview__box_held').count();
  const before = await filled();
  await held.click();
  await page.locator('.information_nickname:visible').waitFor();
  dataOf(await stage.person.call('account', 'correct', { field: 'nickname', value: '' }));
  await page.goBack();
  await held.getByText('2 项里有 0 项').waitFor();
  expect(await filled()).toBe(before - 1);
}, 60_000);

test('[P39] [P53] the consents that are on, the last look and the next deadline are told, each with its way', async () => {
  const page = await stage.open(privacy('centre'));
  const fact = (name: string) => page.locator(`.fact-${name}:visible`);
  await fact('consents').getByText('4 项里开了 0 项').waitFor();
  await fact('looks').getByText('没有人看过').waitFor();
  await fact('due').getByText('没有办理中的请求').waitFor();
  await fact('consents').click();
  await page.locator('.consent_same-city').click();
  await page.locator('.consent_same-city').getByText('已开启', { exact: true }).waitFor();
  await page.goBack();
  await fact('consents').getByText('4 项里开了 1 项').waitFor();
  await fact('receipts').click();
  await page.locator('.history-event').waitFor();
  const id = await stage.submit('question', '谁看过');
  await page.goBack();
  await fact('due')
    .getByText(/最晚 .+ 答复/)
    .waitFor();
  await stage.decide(id, { decision: 'reply', replyText: '答复' });
  await fact('looks').click();
  await page.locator('.look').first().waitFor();
  await page.goBack();
  await fact('looks').getByText('工作人员').waitFor();
}, 90_000);

test('what could not be read is said in its own place, and the rest stands', async () => {
  const page = await stage.open('home/index');
  await page.route('**/invoke/consent', (route) => route.abort());
  await page.locator('.home-centre').click();
  await page.locator('.fact-consents').getByText('没有读出来').waitFor();
  await page.locator('.fact-looks').getByText('没有人看过').waitFor();
}, 60_000);

test.each(LOOKS)(
  'the overview fits a phone and is usable by everyone in the look $name',
  async ({ name, ...look }) => {
    dataOf(await stage.person.choose('same-city'));
    await stage.submit('access', '登录记录');
    const page = await stage.open(privacy('centre'), stage.person.openid, look);
    await page.locator('.overview__box_held').first().waitFor();
    await page.locator('.fact-due').getByText('最晚').waitFor();
    await page.locator('.fact-looks').getByText('没有人看过').waitFor();
    await stage.phone.screenshot(`privacy-overview-${name}`);
    for (const target of [
      '.overview__held',
      '.fact-consents',
      '.fact-looks',
      '.fact-due',
      '.fact-receipts',
    ]) {
      const { height, x, width } = (await page.locator(target).boundingBox()) ?? {
        height: 0,
        x: 0,
        width: 999,
      };
      expect([target, height >= 44, x + width <= 390]).toEqual([target, true, true]);
    }
    await expectSound(stage.phone);
  },
  60_000,
);
