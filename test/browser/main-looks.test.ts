import { startTestCloud, type TestCloud } from '../make/cloud';
import { makePerson, type Person } from '../make/person';
import { startChromium, type Chromium } from './chromium';
import { expectSound, LOOKS, openApp } from './main-app';

let on: TestCloud;
let browser: Chromium;
let member: Person;

beforeAll(async () => {
  on = await startTestCloud();
  browser = await startChromium();
  member = makePerson(on);
  await member.register();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await on.stop();
});

const pages = [
  { page: 'home', route: 'pages/home/index', who: 'guest', ready: '不登录也可以浏览' },
  { page: 'login', route: 'pages/login/index', who: 'guest', ready: '验证手机号并注册' },
  { page: 'city', route: 'pages/city/index', who: 'guest', ready: '热门城市' },
  { page: 'me', route: 'pages/me/index', who: 'member', ready: '昵称金丝雀' },
  { page: 'policy', route: 'pages/policy/index', who: 'guest', ready: '所有版本' },
] as const;

describe.each(pages)('the page $page', ({ page, route, who, ready }) => {
  test.each(LOOKS)(
    'fits a phone and is usable by everyone in the look $name',
    async ({ name, ...look }) => {
      const openid = who === 'member' ? { openid: member.openid } : {};
      const phone = await openApp(browser, on, { route, ...openid, ...look });
      await phone.page.getByText(ready).first().waitFor();
      await phone.screenshot(`main-${page}-${name}`, { fullPage: true });
      await expectSound(phone);
      await phone.close();
    },
    60_000,
  );
});
