import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { setStage } from './privacy-stage';

const stage = setStage();

/** A request of somebody who accepted one message, and the address that WeChat's message about its answer opens. */
async function told(person: Person): Promise<string> {
  const asked = { kind: 'question', details: '怎样算超期', notify: true };
  const { id } = dataOf(await person.call('request', 'submit', asked));
  await stage.decide(String(id), { decision: 'reply', replyText: '一天也算' });
  const sent = (await stage.cloud.outbox()) as { to: string; kind: string; page?: string }[];
  const address = sent.find(({ to, kind }) => kind === 'subscribe' && to === person.openid)?.page ?? '';
  expect(address).toBe(`pages/privacy/progress/index?id=${String(id)}`);
  return address.replace(/^pages\//, '');
}

test('[P59] the message about an answer opens it on a cold start', async () => {
  const page = await stage.open(await told(stage.person));
  await page.getByText('一天也算').waitFor();
}, 60_000);

test('who logged out on this phone comes to the answer with one tap to log in', async () => {
  const address = await told(stage.person);
  await stage.open('me/index');
  const { page } = stage.phone;
  await page.locator('.sign-out').click();
  await page.locator('.sign-out-yes').click();
  await page.locator('.home-login').waitFor();
  await page.goto(`${stage.cloud.cloud.url}/app/#/pages/${address}`);
  await page.reload();
  await page.locator('.to-login').click();
  await page.locator('.login-come-back').click();
  await page.getByText('一天也算').waitFor();
}, 60_000);

test("a newcomer who opens somebody's message registers, and is told that it is not theirs, with the way on", async () => {
  const address = await told(stage.person);
  const other = makePerson(stage.cloud);
  const page = await stage.open(address, other.openid);
  await page.locator('.to-login').click();
  await page.locator('.ui-radio_adult').click();
  await page.locator('.login-agree').click();
  await page.locator('.ui-phone-number:visible input').fill(other.number);
  await page.locator('.ui-phone:visible').click();
  await page.getByText('没有找到这个请求', { exact: true }).waitFor();
  expect(await page.getByText('一天也算').count()).toBe(0);
  await page.locator('.to-list:visible').click();
  await page.getByText('您还没有提过请求').waitFor();
}, 60_000);

test.each([
  ['an id that nothing has', 'privacy/progress/index?id=01ZZZZ'],
  ['an id that none can be', `privacy/progress/index?id=${'%F0%9F%98%80'.repeat(40)}`],
])(
  '%s ends in a clear state that leads to the own requests',
  async (_, address) => {
    const page = await stage.open(address);
    await page.getByText('没有找到这个请求', { exact: true }).waitFor();
    expect(await page.locator('.ui-loading').count()).toBe(0);
    await stage.phone.screenshot('privacy-progress-unknown');
    await page.locator('.to-list').click();
    await page.locator('.make-request').waitFor();
  },
  60_000,
);

test('an account that was locked meanwhile is led from the message to where it is unlocked', async () => {
  const address = await told(stage.person);
  dataOf(await stage.person.call('account', 'lock', {}));
  const page = await stage.open(address);
  await page.locator('.phone-send').waitFor();
  expect(await page.getByText('一天也算').count()).toBe(0);
}, 60_000);
