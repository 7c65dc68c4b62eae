import { faultsOf } from './axe';
import { dataOf } from '../make/expect-answer';
import { privacy, setStage } from './privacy-stage';

const stage = setStage();

test('what a person is told waits in the inbox, counted on the way there, and opens what it speaks of', async () => {
  const empty = await stage.open(privacy('inbox'));
  await empty.getByText('还没有通知').waitFor();
  for (const words of ['第一个', '第二个']) {
    const id = await stage.submit('question', words);
    await stage.decide(id, { decision: 'reply', replyText: `${words}的答复` });
  }
  const me = await stage.open('me/index');
  await me.locator('.me-inbox').getByText('有 2 条没读').waitFor();
  const page = await stage.open(privacy('centre'));
  await page.locator('.to-inbox').getByText('有 2 条没读').waitFor();
  await page.locator('.to-inbox').click();
  await page.locator('.message-row_unread').nth(1).waitFor();
  await page.getByText('“询问负责人”：已办完。请打开看答复。').first().waitFor();
  await stage.phone.screenshot('privacy-inbox');
  await page.locator('.message-row').first().click();
  await page.getByText('第二个的答复').waitFor();
  await page.goBack();
  await page.locator('.message-row_unread').nth(1).waitFor({ state: 'detached' });
  await page.locator('.mark-all-read').click();
  await page.locator('.mark-all-read').waitFor({ state: 'detached' });
  expect(dataOf(await stage.person.call('request', 'inbox'))).toMatchObject({ unread: 0 });
}, 60_000);

test('all are marked read though the mark of one that was just opened is still under way', async () => {
  for (const words of ['第三个', '第四个'])
    await stage.decide(await stage.submit('question', words), { decision: 'reply', replyText: '好' });
  const page = await stage.open(privacy('inbox'));
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/invoke/request', async (route) => {
    const { action, id } = route.request().postDataJSON() as { action: string; id?: string };
    if (action === 'markRead' && id !== undefined) await held;
    await route.continue();
  });
  await page.locator('.message-row').first().click();
  await page.getByText('您的请求', { exact: true }).waitFor();
  await page.goBack();
  await page.locator('.mark-all-read').click({ timeout: 10_000 });
  await page.locator('.mark-all-read').waitFor({ state: 'detached', timeout: 10_000 });
  expect(dataOf(await stage.person.call('request', 'inbox'))).toMatchObject({ unread: 0 });
  release();
}, 60_000);

test('an acceptance in the tap that sends a request lets WeChat tell of the answer, once', async () => {
  const sent = async () => (await stage.cloud.outbox()).filter(({ to }) => to === stage.person.openid);
  const earlier = (await sent()).length;
  const page = await stage.open(privacy('request', '?kind=complaint'));
  await page.locator('.request-words textarea').fill('等了很久没有人回复');
  await page.locator('.submit-request').click();
  await page.getByText('您的请求', { exact: true }).waitFor();
  await stage.decide(await stage.newestRequest(), { decision: 'reply', replyText: '对不起' });
  expect((await sent()).slice(0, -earlier || undefined)).toMatchObject([
    { kind: 'subscribe', data: { thing1: '您的请求有了答复' } },
  ]);
}, 60_000);

test('the inbox fits a phone, dark and with large text, and has no accessibility fault', async () => {
  await stage.decide(await stage.submit('leak', '有人打电话'), { decision: 'reply', replyText: '查过了' });
  const look = { colorScheme: 'dark', fontScale: 1.5 } as const;
  const page = await stage.open(privacy('inbox'), stage.person.openid, look);
  await page.locator('.message-row_unread').waitFor();
  const rightmost =
    "Math.max(...[...document.querySelectorAll('.ui-page *')].map((e) => e.getBoundingClientRect().right))";
  expect(await page.evaluate(rightmost)).toBeLessThanOrEqual(390);
  for (const target of ['.message-row', '.mark-all-read']) {
    const { height } = (await page.locator(target).boundingBox()) ?? { height: 0 };
    expect([target, height >= 44]).toEqual([target, true]);
  }
  expect(await faultsOf(page)).toEqual([]);
  await stage.phone.screenshot('privacy-inbox-dark');
}, 60_000);
