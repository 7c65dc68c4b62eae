import { readFileSync } from 'node:fs';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();

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
  expect(await page.locator('.ui-ring').getAttribute('aria-label')).toBe('还剩 15 个工作日');
  await stage.phone.screenshot('privacy-progress');
  await page.locator('.cancel-request').click();
  await page.locator('.confirm-move').click();
  await page.getByText('您撤销了请求').waitFor();
  expect(await page.locator('.cancel-request').count()).toBe(0);
}, 60_000);

test.each([
  ['withdraw', '.ui-radio_same-city', { purpose: 'same-city' }],
  ['delete', '.ui-radio_address', { field: 'address' }],
])(
  'a request to %s is filled so that an approval carries it out',
  async (kind, choice, details) => {
    dataOf(await stage.person.choose('same-city'));
    const page = await stage.open(privacy('request', `?kind=${kind}`));
    await page.locator(choice).click();
    await page.locator('.submit-request').click();
    await page.getByText('您写的内容').waitFor();
    const id = await stage.newestRequest();
    expect(dataOf(await stage.person.call('request', 'read', { id })).details).toEqual(details);
    await stage.decide(id, { decision: 'approve' });
    expect(dataOf(await stage.person.call('request', 'read', { id })).state).toBe('done');
    const { fields } = dataOf(await stage.person.call('account', 'profile')) as {
      fields: { field: string; value: string | null }[];
    };
    if (kind === 'delete') expect(fields.find(({ field }) => field === 'address')?.value).toBeNull();
    else expect(await stage.grants()).toEqual([]);
  },
  60_000,
);

test('a refusal shows reason, law and another way, and can be appealed', async () => {
  const id = await stage.submit('access', '备份里的记录');
  const reason = { reasonCode: 'impractical', replyText: '只在磁带上。', alternative: '请看“我的信息”。' };
  await stage.decide(id, { decision: 'refuse', ...reason });
  const page = await stage.open(privacy('progress', `?id=${id}`));
  for (const words of ['不切实际', 'GB/T 35273-2020 8.7', '只在磁带上。', '请看“我的信息”。'])
    await page.getByText(words).first().waitFor();
  await page.locator('.appeal').click();
  await page.locator('.send-appeal').click();
  await page.getByText('请写明您为什么不满意。').waitFor();
  await page.locator('.appeal-reason textarea').fill('磁带也能读');
  await page.locator('.send-appeal').click();
  await page.getByText('换一位工作人员办理').waitFor();
}, 60_000);

test('a fee is paid only by the word of the person', async () => {
  const id = await stage.submit('access', '第十次');
  await stage.decide(id, { decision: 'quote', replyText: '邮寄费十元。' });
  const page = await stage.open(privacy('progress', `?id=${id}`));
  await page.getByText('邮寄费十元。').waitFor();
  await page.locator('.accept-fee').click();
  expect(dataOf(await stage.person.call('request', 'read', { id })).state).toBe('quoted');
  await page.locator('.confirm-move').click();
  await page.locator('.accept-fee').waitFor({ state: 'detached' });
  expect(dataOf(await stage.person.call('request', 'read', { id })).state).toBe('verified');
}, 60_000);

test('an approved copy is downloaded from its request', async () => {
  const id = await stage.submit('copy');
  await stage.decide(id, { decision: 'approve' });
  const page = await stage.open(privacy('progress', `?id=${id}`));
  const download = page.waitForEvent('download');
  await page.locator('.download-copy').click();
  expect(
    readFileSync(await (await download).path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
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
