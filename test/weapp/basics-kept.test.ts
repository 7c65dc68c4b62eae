/** @jest-environment jsdom */
import { accounts } from '../../src/contracts/data-map/collections/accounts';
import { logins } from '../../src/contracts/data-map/collections/logins';
import { longestOfDevice } from '../../src/contracts/data-map/longest';
import { purposes, consentPurposes } from '../../src/contracts/data-map/vocabulary';
import { consentsCopy } from '../../src/copy/privacy/consents';
import { deregisterCopy } from '../../src/copy/privacy/deregistration';
import { gone, handsOn } from './hands';
import { setStage } from './stage';

const stage = setStage();
const { newcomer, none, decide, proof } = handsOn(stage);
const DAY_MS = 24 * 60 * 60_000;

afterEach(() => stage.cloud.post('/clock', { now: null }));

/** Somebody new registers on the page, with WeChat's button; answers what the phone sent for it. */
async function register(): Promise<Record<string, unknown>> {
  await newcomer();
  const login = stage.mini.open('pages/login/index');
  await login.press('.ui-radio_adult');
  await login.press('.login-agree');
  await gone(login, '还差');
  stage.mini.calls.length = 0;
  login.send('.ui-phone', 'getphonenumber', await proof('own'));
  await stage.mini.waitForCall('reLaunch');
  login.close();
  const [sent] = stage.mini.calls.flatMap(({ options }) => {
    const { data } = (options ?? {}) as { data?: Record<string, unknown> };
    return data?.['action'] === 'register' ? [data] : [];
  });
  return sent ?? {};
}

test('[P06] registering tells of the phone what the data map declares, and nothing else leaves it', async () => {
  const { device, ...rest } = await register();
  const declared = Object.keys(logins.fields);
  const told = Object.keys(device as object);
  expect(told).not.toEqual([]);
  expect(told.filter((name) => !declared.includes(name) || !(name in longestOfDevice))).toEqual([]);
  expect(Object.keys(rest).sort()).toEqual(['action', 'age', 'phone', 'policyVersion']);
});

test('[P07] the login is in the security log, sealed, and gone the day after half a year', async () => {
  const before = await stage.cloud.rows('logins');
  await register();
  const own = async () =>
    (await stage.cloud.rows('logins')).filter(({ _id }) => !before.some((row) => row['_id'] === _id));
  const [row] = await own();
  expect(row).toMatchObject({ action: 'register' });
  for (const name of Object.keys(longestOfDevice)) expect(row?.[name] ?? 'v1.').toMatch(/^v\d\./);
  await stage.cloud.post('/clock', { now: new Date(Date.now() + 181 * DAY_MS).toISOString() });
  await stage.cloud.post('/timer/retention');
  expect(await own()).toEqual([]);
});

test('[P08] every purpose has a switch of its own, and of a new member none is on', async () => {
  await register();
  const page = stage.mini.open('pages/privacy/consents/index');
  for (const purpose of consentPurposes) await page.waitForText(purposes[purpose].label);
  for (const purpose of consentPurposes)
    expect(page.attribute(`.consent_${purpose}`, 'aria-checked')).toBe('false');
  expect(page.text()).not.toContain(consentsCopy.words.on);
  const { items } = (await stage.ask('consent', 'current')) as { items: { granted: boolean }[] };
  expect(items.filter(({ granted }) => granted)).toEqual([]);
  page.close();
});

test('[P15] what is told to customer service is answered where it was asked, and in the inbox', async () => {
  await none();
  const form = stage.mini.open('pages/privacy/request/index', { kind: 'service' });
  await stage.settled(form);
  form.input('.request-words', '方案打不开，一直转圈');
  await form.press('.submit-request');
  const progress = await stage.follow('redirectTo', form);
  await progress.waitForText('方案打不开，一直转圈');
  expect(progress.has('.open-contact')).toBe(false);
  const { requests } = (await stage.ask('request', 'mine')) as { requests: { id: string }[] };
  await decide({ requestId: requests[0]?.id, decision: 'reply', replyText: '请更新微信以后再试。' });
  progress.close();
  const inbox = stage.mini.open('pages/privacy/inbox/index');
  await inbox.press('.message-row');
  const answered = await stage.follow('navigateTo', inbox);
  await answered.waitForText('请更新微信以后再试。');
  answered.close();
});

test('[P56] leaving says that there is no way back, and offers the copy before anything can be confirmed', async () => {
  await none();
  const page = stage.mini.open('pages/privacy/deregister/index');
  await page.waitForText(deregisterCopy.warning.text);
  const text = page.text();
  const places = [deregisterCopy.warning.title, deregisterCopy.copy.text, deregisterCopy.confirm];
  expect(places.map((words) => text.indexOf(words))).toEqual(
    places.map((words) => text.indexOf(words)).sort((a, b) => a - b),
  );
  expect(page.takesTaps('.ui-phone')).toBe(false);
  await page.press('.save-copy');
  await page.waitForText('副本已准备好');
  expect(await stage.ask('account', 'session')).toMatchObject({ status: 'member' });
  expect(accounts.label).toBe('账号');
  page.close();
});
