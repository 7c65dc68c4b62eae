import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChromium, type Chromium } from '../browser/chromium';
import { buildStale } from '../local-cloud/build/products';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';

/** Whose life the pictures show. Nobody has this number: 139 0000 is given to no one. */
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

/** Photographs one page once its words stand there. */
async function take(
  { on, browser }: Studio,
  name: string,
  path: string,
  words: string,
  viewport?: typeof WIDE,
) {
  const phone = await browser.openPhone({ url: `${on.cloud.url}${path}`, ...(viewport && { viewport }) });
  const shown = path.startsWith('/app/') ? phone.page.locator('.taro_page_show') : phone.page;
  await shown.getByText(words).first().waitFor();
  await phone.page.waitForTimeout(500);
  copyFileSync(await phone.screenshot(`picture-${name}`), join(__dirname, `${name}.png`));
  await phone.close();
}

const page = (route: string) => `/app/?openid=${openid}#/pages/${route}`;

/** The life of an account, photographed at each station of the real program. */
async function takeAll(studio: Studio): Promise<void> {
  const { on } = studio;
  await take(studio, '1-guest', page('home/index'), '不登录也可以浏览');
  await take(studio, '2-register', page('login/index'), '您的年龄');
  await take(studio, '3-city', page('city/index'), '热门城市');
  const registration = { phone: await proof(studio), policyVersion: '1', age: 'adult', nickname: '小万' };
  await call(studio, 'account', 'register', registration);
  await call(studio, 'account', 'switchCity', { code: '420100' });
  await call(studio, 'consent', 'set', { purpose: 'same-city', granted: true, policyVersion: '1' });
  await take(studio, '4-consents', page('privacy/consents/index'), '已开启');
  const { id } = await call(studio, 'request', 'submit', { kind: 'copy', details: '请给我一份我的信息' });
  await take(studio, '5-progress', page(`privacy/progress/index?id=${String(id)}`), '还剩');
  await take(studio, '6-console', '/console', '获取副本', WIDE);
  await take(studio, 'workbench', `/?openid=${openid}`, '账号的一生', WIDE);
  const decision = { requestId: id, expectedVersion: 1, decision: 'approve', reviewer: '王审', submit: true };
  await on.post('/api/staff-decisions', decision);
  await on.timer('reconcile');
  await take(studio, '7-answer', page(`privacy/progress/index?id=${String(id)}`), '下载副本');
  await take(studio, '8-deregister', page('privacy/deregister/index'), '注销');
  await call(studio, 'account', 'deregister', { phone: await proof(studio) });
  await take(studio, '9-frozen', page('privacy/frozen/index'), '恢复');
}

/** `npm run pictures`: takes the README's pictures anew. */
async function main(): Promise<void> {
  await buildStale(console.log);
  const on = await startTestCloud();
  const browser = await startChromium();
  await takeAll({ on, browser });
  await browser.close();
  await on.stop();
}

void main();
