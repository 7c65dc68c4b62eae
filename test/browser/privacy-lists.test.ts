import { faultsOf } from './axe';
import { collectedList, sharingList } from '../../src/contracts/data-map/derive/lists';
import { dataOf } from '../make/expect-answer';
import { privacy, setStage, thumb } from './privacy-stage';

const stage = setStage();
const guest = 'oGuest-who-reads-lists';

test('[P28] both lists are at most 4 taps from launch, also for a guest, and equal the data map', async () => {
  for (const [openid, name] of [
    [stage.person.openid, 'recipients'],
    [guest, 'recipients'],
    [guest, 'collected'],
  ] as const) {
    const page = await stage.open('home/index', openid);
    const hand = thumb();
    await hand.tap(page.locator('.home-centre'));
    await hand.tap(page.locator(`.to-${name}`));
    if (name === 'recipients') {
      await page.locator('.recipient').first().waitFor();
      for (const { recipient, name: called, why, fields, contact, agreement } of sharingList()) {
        const text = await page.locator(`.recipient_${recipient}`).innerText();
        for (const words of [called, why, ...fields, contact, agreement.reference])
          expect(text).toContain(words);
      }
      expect(await page.locator('.recipient').count()).toBe(sharingList().length);
    } else {
      for (const { category, items } of collectedList()) {
        await page.locator(`.group_${category}`).click();
        for (const { collection, field, label, when, keptFor } of items) {
          const text = await page.locator(`.collected_${collection}_${field}`).innerText();
          for (const words of [label, when, keptFor]) expect(text).toContain(words);
        }
      }
    }
    expect(hand.taps()).toBeLessThanOrEqual(4);
  }
}, 90_000);

test('[P29] what lies on the phone is written there, and what is not collected too', async () => {
  const page = await stage.open(privacy('collected'));
  await page.locator('.kept_signedOut').waitFor();
  await page.getByText('设备识别码').waitFor();
  await page.locator('.group_contact').click();
  await page.locator('.collected_accounts_phone').getByText('现在有').waitFor();
}, 60_000);

test('[P21] [P53] giving asks in a sheet of its own, taking back is one tap, and both have a receipt', async () => {
  const page = await stage.open(privacy('recipients'));
  const row = page.locator('.recipient_visit[role=switch]');
  const [giving, taking] = [thumb(), thumb()];
  await giving.tap(row);
  await page.getByText('接收方：示例关联公司（上门服务）').waitFor();
  await stage.phone.screenshot('privacy-share-sheet');
  expect(stage.cloud.rows('disclosures')).toEqual([]);
  await giving.tap(page.locator('.share-agree'));
  await row.getByText('已同意', { exact: true }).waitFor();
  await taking.tap(row);
  await row.getByText('没有同意', { exact: true }).waitFor();
  expect(taking.taps()).toBeLessThan(giving.taps());
  await page.locator('.to-history').click();
  await page.getByText('撤回提供').waitFor();
  await page.getByText('同意提供').waitFor();
}, 60_000);

test('[P31] nothing about pages leaves the phone until it is allowed, nor after it was taken back', async () => {
  const sent: string[] = [];
  const page = await stage.open('home/index');
  page.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes('"usage"')) sent.push(body);
  });
  const walk = async (times: number) => {
    for (let turn = 0; turn < times; turn += 1) {
      await page.locator('.home-centre:visible').click();
      await page.locator('.to-consents:visible').waitFor();
      await page.goBack();
      await page.locator('.home-centre:visible').waitFor();
    }
  };
  const choose = async (word: string) => {
    await page.locator('.home-centre:visible').click();
    await page.locator('.to-consents:visible').click();
    await page.locator('.consent_analytics').click();
    await page.locator('.consent_analytics').getByText(word, { exact: true }).waitFor();
    await page.goBack();
    await page.goBack();
    await page.locator('.home-centre:visible').waitFor();
  };
  await walk(4);
  expect(sent).toEqual([]);
  await choose('已开启');
  await walk(4);
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.join()).toContain('pages/privacy/centre/index');
  // What was sent may still be arriving.
  await page.waitForTimeout(1000);
  expect(stage.cloud.rows('usage').length).toBeGreaterThan(0);
  await choose('已关闭');
  const before = sent.length;
  await page.waitForTimeout(1000);
  expect(stage.cloud.rows('usage')).toEqual([]);
  await walk(4);
  expect(sent).toHaveLength(before);
  expect(stage.cloud.rows('usage')).toEqual([]);
}, 120_000);

test('[P54] a receipt can be read, and the checker in the copy finds it intact', async () => {
  dataOf(await stage.person.choose('analytics'));
  const page = await stage.open(privacy('history'));
  await page.locator('.history-event').first().click();
  await page.getByText('怎样撤回').waitFor();
  await page.getByText('万物云空间科技服务股份有限公司').waitFor();
  expect(await page.getByText('承诺值').count()).toBe(0);
  await page.locator('.receipt-checking').click();
  await page.getByText('承诺值').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await stage.phone.screenshot('privacy-receipt');
}, 60_000);
