import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startChromium, type Chromium } from '../browser/chromium';
import { buildStale } from '../local-cloud/build/products';
import { startManagementCloud } from '../local-cloud/management/server';
import { answersBy, startTestCloud, type TestCloud } from '../make/cloud';
import { openTerminal } from '../make/cloud-command';
import { dataOf } from '../make/expect-answer';
import { makeOperator } from '../make/operator-file';

/** Whose life the pictures show: nobody's. */
const openid = 'oPictures';
const number = '13900002026';

const WIDE = { width: 1280, height: 800 };

interface Studio {
  on: TestCloud;
  browser: Chromium;
}

const call = async ({ on }: Studio, name: string, action: string, input: object = {}) =>
  dataOf(await on.invoke(name, { action, ...input }, openid));
const proof = async ({ on }: Studio) => ({ kind: 'wechat', code: await on.phoneCode(openid, number) });

/** How one picture is taken. */
interface Shot {
  path: string;
  /** Words that stand on the page when it is ready. */
  words: string;
  viewport?: typeof WIDE;
  /** What is done on the page first. */
  first?: (page: Page) => Promise<void>;
}

/** Photographs one page once its words stand there. */
async function take(
  { on, browser }: Studio,
  name: string,
  { path, words, viewport, first }: Shot,
): Promise<void> {
  const phone = await browser.openPhone({ url: `${on.cloud.url}${path}`, ...(viewport && { viewport }) });
  await first?.(phone.page);
  const shown = path.startsWith('/app/') ? phone.page.locator('.taro_page_show') : phone.page;
  await shown.getByText(words).first().waitFor();
  await phone.page.waitForTimeout(800);
  copyFileSync(await phone.screenshot(`picture-${name}`), join(__dirname, `${name}.png`));
  await phone.close();
}

/** Makes the workbench play the person of the pictures. */
async function playOurPerson(workbench: Page): Promise<void> {
  const cast = JSON.stringify({ people: [{ name: '小万', openid, number }], current: openid });
  await workbench.evaluate(`localStorage.setItem('workbench-cast', ${JSON.stringify(cast)})`);
  await workbench.reload();
}

/** Opens the only request as staff do. */
async function openRequest(console: Page): Promise<void> {
  await console.getByLabel('经办人').fill('王审');
  await console.getByRole('button', { name: '办理' }).first().click();
}

const page = (route: string) => `/app/?openid=${openid}#/pages/${route}`;

/** The life of an account, photographed at each station of the real program. */
async function takeAll(studio: Studio): Promise<void> {
  const { on } = studio;
  await take(studio, '1-guest', { path: page('home/index'), words: '不登录也可以浏览' });
  await take(studio, '2-register', { path: page('login/index'), words: '您的年龄' });
  await take(studio, '3-city', { path: page('city/index'), words: '热门城市' });
  const { version: policyVersion } = await call(studio, 'policy', 'current');
  const registration = { phone: await proof(studio), policyVersion, age: 'adult', nickname: '小万' };
  await call(studio, 'account', 'register', registration);
  await call(studio, 'account', 'switchCity', { code: '420100' });
  await call(studio, 'consent', 'set', { purpose: 'same-city', granted: true, policyVersion });
  await take(studio, '4-consents', { path: page('privacy/consents/index'), words: '已开启' });
  const { id } = await call(studio, 'request', 'submit', { kind: 'copy', details: '请给我一份我的信息' });
  await take(studio, '5-progress', { path: page(`privacy/progress/index?id=${String(id)}`), words: '还剩' });
  // The list for staff is written by the timer.
  await on.timer('reconcile');
  await take(studio, '6-console', {
    path: '/console',
    words: '请给我一份',
    viewport: WIDE,
    first: openRequest,
  });
  await take(studio, 'workbench', { path: '/', words: '已加密', viewport: WIDE, first: playOurPerson });
  const decision = { requestId: id, expectedVersion: 2, decision: 'approve', reviewer: '王审', submit: true };
  await on.post('/api/staff-decisions', decision);
  await on.timer('reconcile');
  await take(studio, '7-answer', {
    path: page(`privacy/progress/index?id=${String(id)}`),
    words: '下载副本',
  });
  await take(studio, '8-deregister', { path: page('privacy/deregister/index'), words: '注销' });
  await call(studio, 'account', 'deregister', { phone: await proof(studio) });
  await take(studio, '9-frozen', { path: page('privacy/frozen/index'), words: '恢复' });
}

const ENV = 'prod-1a2b3c';
/** What may stand in a web page as it is. */
const asText = (text: string) => text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));

/** Photographs what a terminal shows of a command against the stand-in for the management API. */
async function takeTerminal(
  { browser, on }: Studio,
  name: string,
  commands: readonly string[],
): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'pictures-'));
  const operator = join(dir, 'operator.json');
  const { secrets, file: content } = makeOperator();
  writeFileSync(operator, JSON.stringify(content));
  const cloud = await startManagementCloud([ENV], { answer: answersBy(on) });
  const terminal = openTerminal(cloud);
  try {
    const lines: string[] = [];
    for (const command of commands) {
      const { stdout } = await terminal.run([command, '--env', ENV, '--file', operator], secrets);
      lines.push(`$ npm run cloud -- ${command} --env ${ENV}`, ...stdout.trimEnd().split('\n'), '');
    }
    const phone = await browser.openPhone({ url: 'about:blank', viewport: WIDE });
    await phone.page.setContent(
      `<body style="margin:0;padding:24px 32px;background:#1d1f21;color:#e6e6e6;font:14px/1.7 'Noto Sans SC'">
       <pre style="margin:0;white-space:pre-wrap;font:inherit">${asText(lines.join('\n').trimEnd())}</pre></body>`,
    );
    const file = await phone.screenshot(`picture-${name}`, { fullPage: true });
    copyFileSync(file, join(__dirname, `${name}.png`));
    await phone.close();
  } finally {
    terminal.close();
    cloud.close();
    rmSync(dir, { recursive: true });
  }
}

/** What the operator sees: an environment planned, then done and verified, and whether the platform keeps up. */
async function takeOperating(studio: Studio): Promise<void> {
  await takeTerminal(studio, '10-plan', ['plan']);
  await takeTerminal(studio, '11-verify', ['apply', 'verify']);
  await take(studio, '12-health', {
    path: '/console/#health',
    words: '正常',
    viewport: WIDE,
  });
}

/** `npm run pictures`: takes the README's pictures anew. */
async function main(): Promise<void> {
  await buildStale(console.log);
  const on = await startTestCloud();
  const browser = await startChromium();
  await takeAll({ on, browser });
  await takeOperating({ on, browser });
  await browser.close();
  await on.stop();
}

void main();
