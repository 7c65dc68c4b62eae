import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsOf } from './axe';
import { startLocalCloud } from '../local-cloud/server';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { startChromium, type Chromium, type Phone } from './chromium';

const WIDE = { width: 1280, height: 800 } as const;

let browser: Chromium;
let on: TestCloud;

beforeAll(async () => {
  [browser, on] = await Promise.all([startChromium(), startTestCloud()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await on.stop();
});

/** Opens the workbench played by one person, whose every typed word is known to the test. */
async function openAs(
  person: Person,
  look: { viewport?: { width: number; height: number }; colorScheme?: 'light' | 'dark' } = {},
  others: readonly { name: string; openid: string; number: string }[] = [],
): Promise<Phone> {
  const bench = await browser.openPhone({ url: `${on.cloud.url}/`, viewport: WIDE, ...look });
  const cast = {
    people: [{ name: '小王', openid: person.openid, number: person.number }, ...others],
    current: person.openid,
  };
  await bench.page.evaluate(
    `localStorage.setItem('workbench-cast', ${JSON.stringify(JSON.stringify(cast))})`,
  );
  await bench.page.reload();
  await bench.page.frameLocator('iframe').getByText('隐私中心').first().waitFor();
  return bench;
}

const ticked = (bench: Phone) => bench.page.locator('.life .done strong').allTextContents();
const progress = (bench: Phone, count: number) => bench.page.getByText(`${String(count)} / 8`).waitFor();
const accessible = async ({ page }: Phone) => {
  expect(await faultsOf(page, 'iframe')).toEqual([]);
};

test('a newcomer finds people to play, a running clock and an empty database', async () => {
  const bench = await browser.openPhone({ url: `${on.cloud.url}/`, viewport: WIDE });
  const { page } = bench;
  await page.getByRole('button', { name: '小李' }).click();
  await page.getByText('数据库还是空的').waitFor();
  await progress(bench, 1);
  const frame = page.locator('iframe');
  const cast = JSON.parse(String(await page.evaluate("localStorage.getItem('workbench-cast')"))) as {
    current: string;
  };
  await expect(frame.getAttribute('src')).resolves.toBe(`/app/?openid=${cast.current}`);
  await page.getByRole('button', { name: '+1 天' }).click();
  await page.getByText('穿越中').waitFor();
  const { now } = (await (await fetch(`${on.cloud.url}/api/clock`)).json()) as { now: string };
  expect(Date.parse(now) - Date.now()).toBeGreaterThan(86_000_000);
  await page.getByRole('button', { name: '回到现在' }).click();
  await page.getByText('真实时间').waitFor();
  await accessible(bench);
  await bench.screenshot('workbench-new');
  expect(bench.problems).toEqual([]);
  await bench.close();
});

test('the number bound in the workbench is the one that the phone button knows', async () => {
  const person = makePerson(on);
  const bench = await openAs(person);
  await bench.page.getByLabel('微信绑定的手机号').fill('13800001111');
  const app = bench.page.frameLocator('iframe');
  await app.getByText('注册或登录').first().click();
  const frame = bench.page.frames().find((one) => one.url().includes('/app/'));
  await frame?.waitForFunction("document.querySelector('.ui-phone-number input')?.value === '13800001111'");
  await bench.close();
});

test('the life of an account ticks itself from the stored rows, and nothing typed is ever shown in clear', async () => {
  const person = makePerson(on);
  const bench = await openAs(person);
  const { page } = bench;
  await progress(bench, 1);

  dataOf(await person.register());
  await page.getByText('已注册').waitFor();
  await progress(bench, 2);
  const rows = page.locator('.rows-card');
  await rows.getByText('这是您').first().waitFor();
  // Nothing was there at the last tap, so every column is new.
  await rows.locator('.fresh').first().waitFor();
  await bench.screenshot('workbench-registered');
  expect(await rows.getByText('已加密').count()).toBeGreaterThan(3);

  dataOf(await person.call('account', 'switchCity', { code: '420100' }));
  const { items } = dataOf(await person.call('consent', 'current')) as { items: { purpose: string }[] };
  for (const granted of [true, false]) {
    dataOf(await person.choose(String(items[0]?.purpose), granted));
  }
  const request = dataOf(await person.call('request', 'submit', { kind: 'copy' }));
  await progress(bench, 5);
  await page.locator('.life .next').getByText('工作人员处理').waitFor();

  await on.post('/api/staff-decisions', {
    requestId: request['id'],
    expectedVersion: request['version'],
    decision: 'approve',
    reviewer: '小赵',
    submit: true,
  });
  await page.getByRole('button', { name: '立即运行“处理决定和通知”' }).click();
  await page.getByText('"applied": 1').waitFor();
  await page.getByText('微信服务通知').waitFor();
  await progress(bench, 6);

  await expect(page.getByRole('button', { name: '过了反悔期' }).isDisabled()).resolves.toBe(true);
  dataOf(await person.deregister());
  await page.getByText('注销中，已冻结').waitFor();
  await progress(bench, 7);
  for (const typed of [person.openid, person.number, person.nickname, person.address, person.wechatId]) {
    expect(await rows.textContent()).not.toContain(typed);
  }
  await page.getByRole('button', { name: '过了反悔期' }).click();
  await page.getByText('穿越中').waitFor();
  await page.getByRole('button', { name: '立即运行“到期清除”' }).click();
  await page.getByText('"erased": 1').waitFor();
  await page.getByText('已注销，信息已清除').waitFor();
  await progress(bench, 8);
  expect(await ticked(bench)).toHaveLength(8);
  await bench.screenshot('workbench-erased', { fullPage: true });
  expect(bench.problems).toEqual([]);

  await page.reload();
  await progress(bench, 8);
  await on.travel(null);
  await bench.close();
}, 60_000);

test('another person on the phone is not taken for the one who was erased', async () => {
  const [gone, other] = [makePerson(on), makePerson(on)];
  dataOf(await gone.register());
  const bench = await openAs(gone, {}, [{ name: '小李', openid: other.openid, number: other.number }]);
  const { page } = bench;
  await page.getByText('已注册').waitFor();
  dataOf(await gone.deregister());
  await page.getByText('注销中，已冻结').waitFor();
  await page.getByRole('button', { name: '过了反悔期' }).click();
  await page.getByText('穿越中').waitFor();
  await page.getByRole('button', { name: '立即运行“到期清除”' }).click();
  await page.getByText('已注销，信息已清除').waitFor();

  await page.getByRole('button', { name: '小李' }).click();
  await progress(bench, 1);
  await page.getByText('已注销，信息已清除').waitFor({ state: 'detached' });
  // The next answer comes within a second; only then would a mistaken subject show.
  await page.waitForResponse((response) => response.url().includes(`openid=${other.openid}`));
  await progress(bench, 1);
  expect(await page.evaluate("localStorage.getItem('workbench-subjects')")).not.toContain(other.openid);
  await on.travel(null);
  await bench.close();
});

test.each(['light', 'dark'] as const)(
  'an SMS code can be read and copied on a phone-wide page in %s',
  async (colorScheme) => {
    const person = makePerson(on);
    const bench = await openAs(person, { viewport: { width: 390, height: 844 }, colorScheme });
    const { page } = bench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    dataOf(await person.call('account', 'sendSmsCode', { number: person.number }));
    const button = page.getByRole('button', { name: /^复制验证码/ });
    await button.click();
    await page.getByRole('button', { name: /^已复制/ }).waitFor();
    const code = /验证码是 (\d{6})/.exec((await on.outbox())[0]?.text ?? '')?.[1];
    await expect(page.evaluate('navigator.clipboard.readText()')).resolves.toBe(code);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await accessible(bench);
    await bench.screenshot(`workbench-narrow-${colorScheme}`, { fullPage: true });
    await bench.close();
  },
);

test('without the H5 build the page says so, and everything else works', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'workbench-'));
  const cloud = await startLocalCloud({ dir, port: 0, timers: false, appDir: join(dir, 'none') });
  const bench = await browser.openPhone({ url: `${cloud.url}/`, viewport: WIDE, colorScheme: 'dark' });
  await bench.page.getByText('小程序的 H5 版本还没有构建好').waitFor();
  await bench.page.getByText('数据库还是空的').waitFor();
  await bench.page.getByText('真实时间').waitFor();
  await accessible(bench);
  await bench.screenshot('workbench-without-app');
  await bench.close();
  await cloud.stop();
  rmSync(dir, { recursive: true });
});
