import { faultsOf } from './axe';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { editRequest } from '../make/edit-request';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { PHONE, startChromium, type Chromium, type Phone } from './chromium';

const WIDE = { width: 1280, height: 800 } as const;

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

const submit = async (kind: string, more: object = {}) =>
  String(dataOf(await member.call('request', 'submit', { kind, ...more }))['id']);
const accessible = async ({ page }: Phone) => {
  expect(await faultsOf(page)).toEqual([]);
};
const openDesk = async (
  name: string,
  look: { viewport?: { width: number; height: number }; colorScheme?: 'dark' } = {},
) => {
  const desk = await browser.openPhone({ url: `${on.cloud.url}/console/#staff`, viewport: WIDE, ...look });
  await desk.page.getByRole('textbox', { name: /^经办人/ }).fill(name);
  return desk;
};
const line = ({ page }: Phone, id: string) => page.locator('.queue li').filter({ hasText: id });
const openRequest = async (desk: Phone, id: string) => {
  await line(desk, id).getByRole('button').click();
  await desk.page.getByText('这次查看已记入操作记录').waitFor();
};
const handIn = async ({ page }: Phone, said: string | RegExp) => {
  await page.getByRole('button', { name: '提交决定' }).click();
  await page.getByRole('button', { name: '立即处理' }).click();
  await page.locator('form').getByText(said).waitFor();
};

test('the list says whose, what and how urgent in words, and shows what staff choose of it', async () => {
  const [question, leak] = [
    await submit('question', { details: '请问' }),
    await submit('leak', { details: '看到了' }),
  ];
  dataOf(await on.timer('reconcile'));
  const desk = await openDesk('小赵');
  const { page } = desk;
  const said = (await line(desk, leak).textContent()) ?? '';
  expect(said).toContain(`${member.number.slice(0, 3)}****${member.number.slice(-4)}`);
  expect(said).not.toContain(member.number);
  expect(said).toMatch(/举报泄露.*两个工作日内.*小程序.*还有 \d+ 个工作日/);
  // A report of a leak comes first.
  await expect(page.locator('.queue li').first().textContent()).resolves.toContain(leak);
  await page.getByLabel(/^请求类型/).selectOption({ label: '询问负责人' });
  await line(desk, leak).waitFor({ state: 'detached' });
  await line(desk, question).waitFor();
  await page.getByLabel('紧急程度').selectOption({ label: '已超期' });
  await page.getByText('这一页没有符合条件的请求').waitFor();
  await page.getByLabel('紧急程度').selectOption('');
  await page.getByLabel('只看未成年人').check();
  await page.getByText('这一页没有符合条件的请求').waitFor();
  await accessible(desk);
  expect(desk.problems).toEqual([]);
  await desk.close();
  for (const id of [question, leak]) dataOf(await member.call('request', 'cancel', { id }));
});

test('a report, its points to look at, a proposal and its endorsement by somebody else', async () => {
  const id = await submit('complaint', { details: '请看看这件事' });
  dataOf(await on.timer('reconcile'));
  const first = await openDesk('小赵', { viewport: PHONE, colorScheme: 'dark' });
  await openRequest(first, id);
  await first.page.getByText('看以前的办理经过').waitFor();
  await first.page.getByRole('radio', { name: '不同意' }).check();
  await first.page.getByLabel(/^理由/).selectOption({ label: '涉及商业秘密' });
  await first.page.getByLabel('给用户的答复').fill('这件事涉及商业秘密。');
  expect(await first.page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
  await accessible(first);
  await first.screenshot('console-staff-phone', { fullPage: true });
  await handIn(first, '已生效，请求现在是“正在由另一人复核”');
  await first.close();

  const second = await openDesk('李审');
  await openRequest(second, id);
  await second.page.getByText('同事的意见，等您复核').waitFor();
  await expect(second.page.locator('.proposal').textContent()).resolves.toMatch(
    /不同意.*涉及商业秘密.*这件事涉及商业秘密。/,
  );
  await expect(second.page.getByRole('radio', { checked: true }).count()).resolves.toBe(0);
  await accessible(second);
  await second.screenshot('console-proposal', { fullPage: true });
  await second.page.getByRole('radio', { name: '复核同意' }).check();
  await handIn(second, '已生效，请求现在是“未同意”。');
  expect(second.problems).toEqual([]);
  await second.close();
});

test('the form of a deletion offers its items, and a refused row is filled anew from the request as it is', async () => {
  const id = await submit('delete', { details: { fields: 'nickname,address' } });
  dataOf(await on.timer('reconcile'));
  const desk = await openDesk('小钱');
  const { page } = desk;
  await openRequest(desk, id);
  // In words, as the person's own page has it.
  await page.getByText('项目：昵称、地址').waitFor();
  await page.getByRole('radio', { name: '标为重复' }).check();
  await page.getByLabel('重复的是哪个请求').fill(id);
  await page.getByLabel('给用户的答复').fill('昵称删，地址要留');
  await handIn(desk, '要是同一个人的另一个请求');
  await page.getByRole('button', { name: '看过最新内容，重新办理' }).click();
  // What was written is there still; only what the person named is offered, and one of it is needed.
  await page.getByRole('radio', { name: '部分同意' }).check();
  await expect(page.getByLabel('给用户的答复').inputValue()).resolves.toBe('昵称删，地址要留');
  await expect(page.getByRole('checkbox').count()).resolves.toBe(3);
  await page.getByText('至少选一项').waitFor();
  await page.getByLabel(/^理由/).selectOption({ label: '与我们履行法律规定的义务相关' });
  await page.getByRole('button', { name: '提交决定' }).click();
  await expect(page.getByText('已写入 staff_decisions').count()).resolves.toBe(0);
  // A consent takes all that was named, so there is nothing to choose.
  await page.getByRole('radio', { name: '同意', exact: true }).check();
  await expect(page.getByRole('checkbox').count()).resolves.toBe(1);
  await handIn(desk, '已生效，请求现在是“已办完”。');
  const { fields } = dataOf(await member.call('account', 'profile')) as {
    fields: { field: string; value: string | null }[];
  };
  for (const gone of ['nickname', 'address'])
    expect(fields.find(({ field }) => field === gone)?.value).toBeNull();
  await accessible(desk);
  expect(desk.problems).toEqual([]);
  await desk.close();
});

test('[P49] a letter is recorded by keyboard alone, and waits for the person to say that it is theirs', async () => {
  const desk = await openDesk('小孙');
  const { page } = desk;
  await page.getByText('登记来信').first().focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('来信人的手机号').focus();
  await page.keyboard.type(member.number);
  await page.keyboard.press('Tab');
  for (let step = 0; step < 7; step += 1) await page.keyboard.press('ArrowDown');
  await page.getByLabel('收信日').fill('2026-03-02');
  await page.getByLabel('来信内容').focus();
  await page.keyboard.type('请问怎么改地址？');
  await accessible(desk);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('已写入 staff_decisions').waitFor();
  await page.getByRole('button', { name: '立即处理' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('form').getByText('已登记，正在等用户确认是本人提出的。').waitFor();
  const { requests } = dataOf(await member.call('request', 'mine')) as {
    requests: { kind: string; state: string }[];
  };
  expect(requests.find(({ state }) => state === 'submitted')).toMatchObject({ kind: 'question' });
  expect(desk.problems).toEqual([]);
  await desk.close();
});

test('[P49] a letter of somebody who cannot open the app is verified in the page by the code they tell', async () => {
  const writer = makePerson(on);
  dataOf(await writer.register());
  const desk = await openDesk('小孙');
  const { page } = desk;
  const form = (name: string) => page.locator(`details.${name}`);
  await form('letter').locator('summary').click();
  await page.getByLabel('来信人的手机号').fill(writer.number);
  await page.getByLabel('收信日').fill('2026-03-02');
  await page.getByLabel('来信人打不开小程序').check();
  await page.getByLabel('来信内容').fill('请把我的地址删掉');
  await form('letter').getByRole('button', { name: '登记', exact: true }).click();
  await form('letter').getByRole('button', { name: '立即处理' }).click();
  const said = await form('letter').getByText('已登记，请求编号').innerText();
  const id = /编号 (\w+)/.exec(said)?.[1] ?? '';
  const [sms] = (await on.outbox()).filter(({ kind }) => kind === 'sms');
  const code = /\d{6}/.exec(sms?.text ?? '')?.[0] ?? '';

  await form('letter-code').locator('summary').click();
  await form('letter-code').getByLabel('请求编号').fill(id);
  const enter = async (entered: string, says: string) => {
    await page.getByLabel('来信人说的验证码').fill(entered);
    await form('letter-code').getByRole('button', { name: '提交', exact: true }).click();
    await form('letter-code').getByRole('button', { name: '立即处理' }).click();
    await form('letter-code').getByText(says).waitFor();
  };
  await accessible(desk);
  await enter(code === '000000' ? '000001' : '000000', '还能填 2 次');
  await desk.screenshot('console-letter-code', { fullPage: true });
  await form('letter-code').getByRole('button', { name: '再办一件' }).click();
  await enter(code, '身份已核实');
  expect(dataOf(await writer.call('request', 'read', { id }))).toMatchObject({
    state: 'verified',
    verifiedBy: 'code',
  });
  expect(desk.problems).toEqual([]);
  await desk.close();
}, 60_000);

test('a request that somebody edited by hand says what to do instead of deciding', async () => {
  const id = await submit('copy');
  dataOf(await on.timer('reconcile'));
  await editRequest(on, id, { state: 'refused' });
  const desk = await openDesk('小李');
  await line(desk, id).getByRole('button').click();
  await desk.page.getByText('已经停止办理并报警').waitFor();
  await desk.page.getByText('马上告诉主管').waitFor();
  await expect(desk.page.getByRole('button', { name: '提交决定' }).count()).resolves.toBe(0);
  await accessible(desk);
  await desk.close();
});

test('reminders stand above the list', async () => {
  await submit('question', { details: '快到期了' });
  dataOf(await on.timer('reconcile'));
  await on.travel(new Date(Date.now() + 60 * 24 * 60 * 60_000));
  dataOf(await on.timer('reconcile'));
  const desk = await openDesk('小周', { colorScheme: 'dark' });
  await desk.page.getByRole('heading', { name: '提醒' }).waitFor();
  await desk.page.getByText(/^已经超期：\d+ 件$/).waitFor();
  await accessible(desk);
  await desk.close();
  await on.travel(null);
});

test('a long list is read page by page, and forth and back', async () => {
  const people = Array.from({ length: 7 }, () => makePerson(on));
  for (const person of people) {
    dataOf(await person.register());
    for (let at = 0; at < 15; at += 1)
      dataOf(await person.call('request', 'submit', { kind: 'question', details: '请问' }));
  }
  dataOf(await on.timer('reconcile'));
  const desk = await openDesk('小吴');
  const { page } = desk;
  const lines = page.locator('.queue li');
  await page.getByText('这一页 100 件').waitFor();
  const first = await lines.first().textContent();
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByText('第 2 页').waitFor();
  await page.getByText(/这一页 \d{1,2} 件/).waitFor();
  expect(await lines.first().textContent()).not.toBe(first);
  await expect(page.getByRole('button', { name: '下一页' }).isDisabled()).resolves.toBe(true);
  await page.getByRole('button', { name: '上一页' }).click();
  await page.getByText('这一页 100 件').waitFor();
  expect(await lines.first().textContent()).toBe(first);
  await accessible(desk);
  await desk.close();
});
