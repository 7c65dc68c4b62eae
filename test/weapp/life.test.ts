/** @jest-environment jsdom */
import { requestKinds, requestStates } from '../../src/contracts/request-vocabulary';
import { phoneCopy } from '../../src/copy/phone';
import { frozenCopy } from '../../src/copy/privacy/deregistration';
import { calendarCopy } from '../../src/copy/privacy/calendar';
import { expectGuest } from '../make/expect-answer';
import { until, type OpenPage } from './simulate';
import { setStage } from './stage';

/** The person whose life this is, and a second one who registers the other way. */
const LI = { openid: 'oLife-by-sms', number: '13900005151' };
const WANG = { openid: 'oLife-by-wechat', number: '13900006161' };

const SHENZHEN = '440300';

const stage = setStage();

const codeOfWeChat = async (person: { openid: string; number: string }) =>
  (await stage.cloud.post('/wechat/phone', person)).code;

/** Fills what registering needs. */
async function agree(page: OpenPage): Promise<void> {
  await page.press('.ui-radio_adult');
  await page.press('.login-agree');
  await until(
    () => !page.text().includes('还差'),
    () => page.text(),
  );
}

describe("a person who registers by WeChat's button", () => {
  test('[P01] is a member by a code that the server exchanged', async () => {
    stage.handTo(WANG.openid);
    const login = stage.mini.open('pages/login/index');
    await agree(login);
    login.send('.ui-phone', 'getphonenumber', { code: await codeOfWeChat(WANG) });
    const home = await stage.follow('reLaunch', login);
    await home.waitForText('昵称、头像、手机号和退出登录');
    expect(await stage.ask('account', 'session')).toMatchObject({
      status: 'member',
      account: { age: 'adult' },
    });
    const { fields } = (await stage.ask('account', 'profile')) as {
      fields: { field: string; value: unknown }[];
    };
    expect(fields).toContainEqual(expect.objectContaining({ field: 'phone', value: '139****6161' }));
    home.close();
  });
});

describe('the life of an account on a phone', () => {
  let page: OpenPage;

  test('[P02] begins on the home page as a guest, and with a code sent by SMS', async () => {
    stage.handTo(LI.openid);
    page = stage.mini.open('pages/home/index');
    await page.waitForText('不登录也可以浏览');
    await page.press('.home-login');
    const login = await stage.follow('navigateTo');
    await agree(login);
    await login.press('.ui-tab_sms');
    await login.waitForText(phoneCopy.codeHint);
    login.input('.phone-number', LI.number);
    await login.press('.phone-send');
    await login.waitForText(phoneCopy.sent(LI.number));
    const [message] = await stage.cloud.outbox();
    const code = /\d{6}/.exec(message?.text ?? '')?.[0] ?? '';
    const wrong = code === '000000' ? '000001' : '000000';
    login.input('.phone-code', wrong);
    await login.press('.phone-submit');
    await login.waitForText('短信验证码不对');
    expectGuest(await stage.ask('account', 'session'));
    login.input('.phone-code', code);
    await login.press('.phone-submit');
    page = await stage.follow('reLaunch', login, page);
    await page.waitForText('昵称、头像、手机号和退出登录');
    expect(await stage.ask('account', 'session')).toMatchObject({
      status: 'member',
      account: { city: null },
    });
    expect(await stage.cloud.rows('accounts')).toHaveLength(2);
  });

  test('[P12] the city picked shows on the home page and lies in the account', async () => {
    expect(page.text()).not.toContain('深圳');
    await page.press('.home-city');
    const picker = await stage.follow('navigateTo');
    await picker.press(`.city-row_${SHENZHEN}`);
    await stage.mini.waitForCall('navigateBack');
    picker.close();
    await page.waitForText('深圳');
    expect(await stage.ask('account', 'session')).toMatchObject({ account: { city: SHENZHEN } });
    page.close();
  });

  test('[P53] a consent goes on and off, one tap each, and both are on record', async () => {
    const granted = async () => {
      const { items } = (await stage.ask('consent', 'current')) as {
        items: { purpose: string; granted: boolean }[];
      };
      return items.filter((item) => item.granted).map(({ purpose }) => purpose);
    };
    page = stage.mini.open('pages/privacy/consents/index');
    await stage.settled(page);
    expect(page.attribute('.consent_same-city', 'aria-checked')).toBe('false');
    expect(await granted()).toEqual([]);
    await page.press('.consent_same-city');
    await page.waitForText(' 开启');
    expect(page.attribute('.consent_same-city', 'aria-checked')).toBe('true');
    expect(await granted()).toEqual(['same-city']);
    await page.press('.consent_same-city');
    await page.waitForText(' 关闭');
    expect(page.attribute('.consent_same-city', 'aria-checked')).toBe('false');
    expect(await granted()).toEqual([]);
    page.close();
    page = stage.mini.open('pages/privacy/history/index');
    await stage.settled(page);
    expect(page.text()).toMatch(/撤回.*同意/);
    page.close();
  });

  test('[P47] a copy is asked for, staff approve, the progress says so, and hands it over', async () => {
    const form = stage.mini.open('pages/privacy/request/index');
    await form.press('.ui-radio_copy');
    await form.waitForText(requestKinds.copy.hint);
    form.input('.request-words', '请给我一份');
    await form.press('.submit-request');
    const progress = await stage.follow('redirectTo', form);
    await progress.waitForText(requestStates.verified.label);
    await progress.waitForText(calendarCopy.left(15));
    expect(progress.text()).toContain('请给我一份');
    expect(progress.has('.download-copy')).toBe(false);
    progress.close();

    const { requests } = (await stage.ask('request', 'mine')) as {
      requests: { id: string; state: string }[];
    };
    expect(requests).toMatchObject([{ kind: 'copy', state: 'verified' }]);
    const [{ id } = { id: '' }] = requests;
    await stage.cloud.post('/api/staff-decisions', {
      requestId: id,
      expectedVersion: 1,
      decision: 'approve',
      replyText: '副本好了',
      reviewer: '王审',
      submit: true,
    });
    await stage.cloud.post('/timer/reconcile');
    expect(await stage.ask('request', 'read', { id })).toMatchObject({ state: 'done' });

    const answered = stage.mini.open('pages/privacy/progress/index', { id });
    await answered.waitForText('副本好了');
    expect(answered.text()).toContain('已办完');
    await answered.press('.download-copy');
    const { data } = (await stage.mini.waitForCall('writeFileSync')) as { data: string };
    expect(atob(data).slice(0, 2)).toBe('PK');
    answered.close();
  });

  test("[P55] leaving takes a tick and the bound phone; another phone's proof does not do it", async () => {
    const leaving = stage.mini.open('pages/privacy/deregister/index');
    await leaving.press('.leave-certain');
    await until(
      () => !leaving.text().includes('勾选后'),
      () => leaving.text(),
    );
    const other = await codeOfWeChat({ ...LI, number: '13700001111' });
    leaving.send('.ui-phone', 'getphonenumber', { code: other });
    await leaving.waitForText('这不是您绑定的手机号');
    expect(await stage.ask('account', 'session')).toMatchObject({ status: 'member' });
    leaving.send('.ui-phone', 'getphonenumber', { code: await codeOfWeChat(LI) });
    page = await stage.follow('redirectTo', leaving);
    await page.waitForText(frozenCopy.title);
    await page.waitForText('24:00（北京时间）');
    expect(await stage.ask('account', 'session')).toMatchObject({
      status: 'frozen',
      account: { eraseAfter: expect.stringMatching(/T16:00:00/) as unknown },
    });
  });

  test('a frozen account is led from its own pages to the frozen one', async () => {
    const own = stage.mini.open('pages/privacy/consents/index');
    expect(await stage.mini.waitForCall('redirectTo')).toMatchObject({ url: '/pages/privacy/frozen/index' });
    own.close();
    const home = stage.mini.open('pages/home/index');
    await home.waitForText('账号正在注销，暂时不能使用');
    home.close();
  });

  test('it is restored by one tap, with what it had', async () => {
    await page.press('.restore');
    await page.waitForText(frozenCopy.restored.title);
    expect(await stage.ask('account', 'session')).toMatchObject({
      status: 'member',
      account: { city: SHENZHEN, eraseAfter: null },
    });
    await page.press('.to-home');
    const home = await stage.follow('reLaunch', page);
    await home.waitForText('昵称、头像、手机号和退出登录');
    await home.waitForText('深圳');
    home.close();
  });
});
