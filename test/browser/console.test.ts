import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { faultsOf } from './axe';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { startChromium, type Chromium, type Phone } from './chromium';

const WIDE = { width: 1280, height: 800 } as const;
const tabs = ['health', 'collections', 'functions', 'timers', 'outbox', 'logs', 'faults'] as const;

let browser: Chromium;
let on: TestCloud;
let member: Person;

beforeAll(async () => {
  [browser, on] = await Promise.all([startChromium(), startTestCloud()]);
  member = makePerson(on);
  dataOf(await member.register());
  dataOf(await member.call('account', 'sendSmsCode', { number: member.number }));
}, 120_000);

afterAll(async () => {
  await browser.close();
  await on.stop();
});

const accessible = async ({ page }: Phone) => {
  expect(await faultsOf(page)).toEqual([]);
};
const openConsole = (tab: string, look: { viewport?: typeof WIDE; colorScheme?: 'light' | 'dark' } = {}) =>
  browser.openPhone({ url: `${on.cloud.url}/console/#${tab}`, viewport: WIDE, ...look });

test('staff open a request under their name, decide it, and read what became of the decision', async () => {
  const words = '请告诉我你们有我的哪些信息 <b>粗体</b>';
  dataOf(await member.call('request', 'submit', { kind: 'access', details: words }));
  dataOf(await on.timer('reconcile'));
  const desk = await openConsole('staff');
  const { page } = desk;
  const open = page.getByRole('button', { name: /^办理查询我的信息/ });
  await expect(open.isDisabled()).resolves.toBe(true);
  await page.getByRole('textbox', { name: /^经办人/ }).fill('小赵');
  await open.click();
  await page.getByText(words).waitFor();
  await page.getByText('这次查看已记入操作记录').waitFor();
  expect(on.rows('audits')).toMatchObject([{ reviewer: '小赵', action: 'read' }]);
  await expect(page.locator('.facts').textContent()).resolves.not.toContain(member.number);

  await page.getByRole('radio', { name: '不同意', exact: true }).check();
  await page.getByLabel('理由').selectOption({ label: '没有正当理由的重复请求' });
  await page.getByLabel('给用户的答复').fill('昨天刚刚给过您一份。');
  await page.getByLabel('其他办法').fill('您可以在“我的信息”里随时查看。');
  await accessible(desk);
  await desk.screenshot('console-staff', { fullPage: true });
  await page.getByRole('button', { name: '提交决定' }).click();
  await page.getByText('等待处理').waitFor();
  await page.getByRole('button', { name: '立即处理' }).click();
  await page.getByText('已生效，请求现在是“未同意”。').first().waitFor();
  await page.getByText('没有待办的请求。').waitFor();
  await desk.screenshot('console-decided', { fullPage: true });
  expect(desk.problems).toEqual([]);
  await desk.close();
});

test('what lies under a mask is shown to who may, with a reason, for that look alone', async () => {
  const details = `请打${member.number}找我`;
  dataOf(await member.call('request', 'submit', { kind: 'question', details }));
  dataOf(await on.timer('reconcile'));
  const desk = await openConsole('staff');
  const { page } = desk;
  const audits = () => on.rows('audits').filter(({ action }) => action === 'unmask');
  const look = async (field: string, reason: string) => {
    await page.getByLabel('看哪一项').selectOption({ label: field });
    await page.getByRole('textbox', { name: /^为什么要看/ }).fill(reason);
    await page.getByRole('button', { name: '查看这一次' }).click();
  };
  const openAs = async (name: string) => {
    await page.getByRole('textbox', { name: /^经办人/ }).fill(name);
    await page.getByRole('button', { name: /^办理询问负责人/ }).click();
    await page.getByText('查看打码前的内容').click();
  };
  await openAs('小赵');
  await expect(page.getByRole('button', { name: '查看这一次' }).isDisabled()).resolves.toBe(true);
  await look('手机号', '想看看');
  await page.getByText('您的职责不能做这项操作').waitFor();
  expect(audits()).toEqual([]);
  await page.getByRole('button', { name: '关闭' }).click();

  await openAs('李审');
  await look('手机号', '要给用户回电话');
  await page.getByText(member.number, { exact: true }).waitFor();
  expect(audits()).toMatchObject([{ reviewer: '李审', outcome: 'phone' }]);
  await accessible(desk);
  await desk.screenshot('console-unmasked', { fullPage: true });
  await look('用户的说明', '要核对他写的号码');
  await page.getByText(details).waitFor();
  expect(audits()).toHaveLength(2);
  await page.getByRole('button', { name: '看完收起' }).click();
  await expect(page.content()).resolves.not.toContain(member.number);
  await page.reload();
  await page.getByRole('button', { name: /^办理询问负责人/ }).waitFor();
  await expect(page.content()).resolves.not.toContain(member.number);
  expect(audits()).toHaveLength(2);
  expect(desk.problems).toEqual([]);
  await desk.close();
});

test('a decision on an old version is refused with a sentence that staff can act on', async () => {
  const { id } = dataOf(await member.call('request', 'submit', { kind: 'copy' }));
  dataOf(await on.timer('reconcile'));
  const desk = await openConsole('staff', { colorScheme: 'dark' });
  const { page } = desk;
  await page.getByRole('textbox', { name: /^经办人/ }).fill('小钱');
  await page.getByRole('button', { name: /^办理获取副本/ }).click();
  await page.getByText('没有填写说明').waitFor();
  dataOf(await member.call('request', 'cancel', { id }));
  await page.getByRole('button', { name: '提交决定' }).click();
  await page.getByRole('button', { name: '立即处理' }).click();
  await page.getByText('没有生效：请求已有新变化').first().waitFor();
  await accessible(desk);
  await desk.screenshot('console-staff-dark', { fullPage: true });
  await desk.close();
});

test('developers see sealed documents, run a timer, and script a fault that then shows in the logs', async () => {
  const desk = await openConsole('collections');
  const { page } = desk;
  await page.getByRole('button', { name: /^账号( \d|$)/ }).click();
  await page.getByText('已加密').first().waitFor();
  expect(await page.textContent('main')).not.toContain(member.number);

  await page.getByRole('link', { name: '定时器' }).click();
  await page.getByRole('button', { name: '立即运行 retention' }).click();
  await page.getByText('retention 返回').waitFor();

  await page.getByRole('link', { name: '故障' }).click();
  await page.getByRole('combobox', { name: /^函数/ }).selectOption('account');
  await page.getByLabel('出什么事').selectOption('fail');
  await page.getByRole('button', { name: '安排' }).click();
  await page.getByText('account 在第 1 次数据库调用时数据库报错').waitFor();
  await page.getByRole('button', { name: '全部取消' }).click();
  await page.getByText('没有安排故障。').waitFor();
  await page.getByLabel('出什么事').selectOption('kill');
  await page.getByRole('button', { name: '安排' }).click();
  await page.getByText('account 在第 1 次数据库调用时进程被结束').waitFor();
  await on.post('/invoke/account', { action: 'session' }, { 'x-openid': member.openid });

  await page.getByRole('link', { name: '日志' }).click();
  await page.getByLabel('只看失败的').check();
  await page.getByText('FUNCTIONS_EXECUTE_FAIL').waitFor();
  // The killed call is told to the browser as nothing but a row.
  expect(desk.problems).toEqual([]);
  await desk.close();
});

test.each(tabs)('the tab %s is usable by everyone, wide and narrow, light and dark', async (tab) => {
  for (const look of [
    { name: 'wide', viewport: WIDE, colorScheme: 'light' },
    { name: 'narrow', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  ] as const) {
    const desk = await browser.openPhone({ url: `${on.cloud.url}/console/#${tab}`, ...look });
    await desk.page.locator('main .card').first().waitFor();
    await desk.page.locator('main :is(table, .document, select)').first().waitFor();
    expect(await desk.page.evaluate('document.documentElement.scrollWidth')).toBe(look.viewport.width);
    await accessible(desk);
    await desk.screenshot(`console-${tab}-${look.name}`);
    expect(desk.problems).toEqual([]);
    await desk.close();
  }
});

test('a script with the pair that the console shows reaches the database and the functions', async () => {
  const desk = await openConsole('functions');
  const shown = await desk.page.locator('pre', { hasText: 'serviceUrl' }).textContent();
  expect(shown).toContain(`${on.cloud.url}/admin`);
  const { TENCENTCLOUD_SECRETID: _id, TENCENTCLOUD_SECRETKEY: _key, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', shown ?? ''], { env });
  expect(stdout).toContain('total: 1');
  expect(stdout).toContain('ok: true');
  await desk.close();
});
