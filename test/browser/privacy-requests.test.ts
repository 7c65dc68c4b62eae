import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();
const read = async (id: string) => dataOf(await stage.person.call('request', 'read', { id }));
const calendarSays = async () =>
  String(await stage.phone.page.locator('.ui-months').getAttribute('aria-label'));

test('[P59] a request is made, shows its deadline, and is taken back after a question', async () => {
  const page = await stage.open(privacy('requests'));
  await page.getByText('您还没有提过请求').waitFor();
  await page.getByText('还没有人看过您的信息').waitFor();
  await page.locator('.make-request').click();
  await page.locator('.submit-request').click();
  await page.getByText('请先选择您想办什么。').waitFor();
  await page.locator('.ui-radio_complaint').click();
  await page.locator('.submit-request').click();
  await page.getByText('请写几句说明。').waitFor();
  await page.locator('.request-words textarea').fill('等了很久没有人回复');
  await page.locator('.submit-request').click();
  await page.getByText('等了很久没有人回复').waitFor();
  expect(await calendarSays()).toContain('还剩 15 个工作日');
  const { calendar } = await read(await stage.newestRequest());
  expect(await page.locator('.ui-months__day').filter({ hasText: /\d/ }).count()).toBe(
    (calendar as unknown[]).length,
  );
  await stage.phone.screenshot('privacy-progress');
  await page.locator('.move-cancel').click();
  await page.locator('.confirm-move').click();
  await page.getByText('撤销了请求').waitFor();
  expect(await page.locator('.move-cancel').count()).toBe(0);
  expect(await page.locator('.ui-months').count()).toBe(0);
}, 60_000);

test('[P50] a deletion names one of five grounds and several items, and an approval carries it out', async () => {
  const page = await stage.open(privacy('request', '?kind=delete'));
  await page.locator('.submit-request').click();
  await page.getByText('请选择为什么要删除。').waitFor();
  await page.locator('.ui-radio_no-consent').click();
  await page.locator('.submit-request').click();
  await page.getByText('请至少选择一项要删除的信息。').waitFor();
  await page.locator('.request-item_address').click();
  await page.locator('.request-item_nickname').click();
  await stage.phone.screenshot('privacy-deletion', { fullPage: true });
  await page.locator('.submit-request').click();
  await page.getByText('项目：地址、昵称').waitFor();
  await page.getByText('没有我的同意就收集或使用').waitFor();
  const id = await stage.newestRequest();
  expect(await read(id)).toMatchObject({ ground: 'no-consent', details: { fields: 'address,nickname' } });
  await stage.decide(id, { decision: 'approve' });
  const { fields } = dataOf(await stage.person.call('account', 'profile')) as {
    fields: { field: string; value: string | null }[];
  };
  const held = fields.filter(({ field }) => ['address', 'nickname'].includes(field));
  expect(held.map(({ value }) => value)).toEqual([null, null]);
}, 60_000);

test('the whole account is deleted by leaving, to which the form leads', async () => {
  const page = await stage.open(privacy('request', '?kind=delete'));
  await page.locator('.request-to-deregister').click();
  await page.getByText('过了反悔期不能恢复').first().waitFor();
}, 60_000);

test('a lost answer and a second tap file one request', async () => {
  const page = await stage.open(privacy('request', '?kind=access'));
  let tries = 0;
  await page.route('**/invoke/request', async (route) => {
    if (!route.request().postData()?.includes('"submit"')) return route.continue();
    tries += 1;
    if (tries > 2) return route.continue();
    // The server files it; the phone never learns of that, nor when it asks again by itself.
    await route.fetch();
    await route.abort();
  });
  await page.locator('.submit-request').click();
  await page.getByText('网络不通，请检查网络后再试。').waitFor();
  await page.locator('.submit-request').click();
  await page.getByText('您的请求', { exact: true }).waitFor();
  expect(tries).toBe(3);
  expect((dataOf(await stage.person.call('request', 'mine'))['requests'] as unknown[]).length).toBe(1);
}, 60_000);

test('[P60] a refusal shows reason, law, another way and the authority, and is appealed once', async () => {
  const id = await stage.submit('access', '备份里的记录');
  const reason = { reasonCode: 'impractical', replyText: '只在磁带上。', alternative: '请看“我的信息”。' };
  await stage.decide(id, { decision: 'refuse', ...reason });
  const page = await stage.open(privacy('progress', `?id=${id}`));
  for (const words of ['不切实际', 'GB/T 35273-2020 8.7', '只在磁带上。', '请看“我的信息”。'])
    await page.getByText(words).first().waitFor();
  await page.locator('.authority').waitFor();
  await page.locator('.move-appeal').click();
  await page.locator('.send-appeal').click();
  await page.getByText('请写明您为什么不满意。').waitFor();
  await page.locator('.appeal-reason textarea').fill('磁带也能读');
  await page.locator('.send-appeal').click();
  await page.locator('.own-appeal', { hasText: '磁带也能读' }).waitFor();
  await page.getByText('换一位工作人员办理').waitFor();
  expect(await page.locator('.authority').count()).toBe(0);
  expect(await calendarSays()).toContain('还剩 15 个工作日');
  await stage.decide(id, { decision: 'refuse', expectedVersion: 3, reviewer: '李复', ...reason });
  const again = await stage.open(privacy('progress', `?id=${id}`));
  await again.getByText('www.12377.cn').waitFor();
  expect(await again.locator('.move-appeal').count()).toBe(0);
}, 60_000);

test('[P61] a fee is shown in yuan and counts only by the word of the person', async () => {
  const asked: string[] = [];
  for (const words of ['第一次', '第二次', '第三次', '第四次', '第五次'])
    asked.push(await stage.submit('access', words));
  const [accepted = '', declined = ''] = asked.slice(3);
  for (const id of [accepted, declined])
    await stage.decide(id, { decision: 'quote', fee: 10.5, replyText: '邮寄的成本费。' });
  const page = await stage.open(privacy('progress', `?id=${accepted}`));
  await page.locator('.fee').getByText('10.50 元').waitFor();
  await page.locator('.move-acceptFee').click();
  await page.getByText('费用 10.50 元。').waitFor();
  expect((await read(accepted)).state).toBe('quoted');
  await page.locator('.confirm-move').click();
  await page.locator('.move-acceptFee').waitFor({ state: 'detached' });
  expect((await read(accepted)).state).toBe('verified');
  await page.getByText('同意费用，继续办理').waitFor();
  const other = await stage.open(privacy('progress', `?id=${declined}`));
  await other.locator('.move-declineFee').click();
  await other.locator('.confirm-move').click();
  await other.locator('.move-declineFee').waitFor({ state: 'detached' });
  expect((await read(declined)).state).toBe('cancelled');
}, 90_000);

test('a repeated request leads to the one that it repeats', async () => {
  const [first, second] = [
    await stage.submit('access', '登录记录'),
    await stage.submit('access', '登录记录'),
  ];
  await stage.decide(second, { decision: 'duplicate', duplicateOf: first });
  const page = await stage.open(privacy('progress', `?id=${second}`));
  await page.locator('.to-repeated').click();
  await page.getByText(`编号 ${first}`).waitFor();
}, 60_000);

test("somebody else's request and a made-up one read the same", async () => {
  const id = await stage.submit('access', '我的秘密');
  const other = makePerson(stage.cloud);
  dataOf(await other.register());
  for (const asked of [id, '01NOSUCHREQUEST']) {
    const page = await stage.open(privacy('progress', `?id=${asked}`), other.openid);
    await page.getByText('没有找到这个请求').waitFor();
    expect(await page.getByText('我的秘密').count()).toBe(0);
  }
}, 60_000);

test('what was written is there again when the form is left and opened anew, until it is filed', async () => {
  const page = await stage.open(privacy('requests'));
  const open = () => page.locator('.make-request:visible').click();
  await open();
  await page.locator('.ui-radio_complaint:visible').click();
  await page.locator('.request-words:visible textarea').fill('三次没有人回');
  await page.goBack();
  await open();
  expect(await page.locator('.request-words:visible textarea').inputValue()).toBe('三次没有人回');
  await page.locator('.submit-request:visible').click();
  await page.getByText('三次没有人回').first().waitFor();
  await page.goBack();
  await open();
  await page.locator('.ui-radio_complaint:visible').waitFor();
  expect(await page.locator('.request-words:visible').count()).toBe(0);
}, 60_000);
