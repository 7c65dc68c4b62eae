import { PROBE, WECHAT_PROBE } from './trial/probe';
import { startTrialCloud, type TrialCloud } from './trial/trial-cloud';
import { TEMPLATES } from './wechat/side';

let cloud: TrialCloud;

beforeAll(async () => {
  cloud = await startTrialCloud({
    wechat: WECHAT_PROBE,
    bare: { ...WECHAT_PROBE, config: {} },
    probe: PROBE,
    'wechat-events': { source: 'exports.main = (event) => ({ event, openid: process.env.WX_OPENID });' },
  });
}, 60_000);
afterAll(() => cloud.stop());
afterEach(() => cloud.post('/clock', { now: null }));

const NUMBER = '13800138000';
const open = async (api: string, data: unknown, openid?: string) =>
  (await cloud.invoke('wechat', { api, data }, openid)).body;
const phoneCode = async (openid = 'user-a') =>
  ((await cloud.post('/wechat/phone', { openid, number: NUMBER })).body as { code: string }).code;

describe('the phone button, through the unmodified wx-server-sdk', () => {
  const exchange = (code: string, openid = 'user-a') => open('phonenumber.getPhoneNumber', { code }, openid);

  it('tells the number once, in the shape of WeChat', async () => {
    const code = await phoneCode();
    expect(await exchange(code)).toMatchObject({
      errCode: 0,
      phoneInfo: {
        phoneNumber: NUMBER,
        purePhoneNumber: NUMBER,
        countryCode: '86',
        watermark: { appid: expect.stringMatching(/^wx/) as string },
      },
    });
    expect(await exchange(code)).toMatchObject({ errCode: 40029 });
  });

  it('refuses an unknown code, and the code of another person without using it up', async () => {
    expect(await exchange('made-up')).toMatchObject({ errCode: 40029 });
    const code = await phoneCode('user-a');
    expect(await exchange(code, 'user-b')).toMatchObject({ errCode: 40029 });
    expect(await exchange(code, 'user-a')).toMatchObject({ errCode: 0 });
  });

  it('lets a code live five minutes of the travelled clock', async () => {
    const [kept, late] = [await phoneCode(), await phoneCode()];
    const after = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    await cloud.post('/clock', { now: after(290) });
    expect(await exchange(kept)).toMatchObject({ errCode: 0 });
    await cloud.post('/clock', { now: after(301) });
    expect(await exchange(late)).toMatchObject({ errCode: 40029 });
  });

  it('works the same over node-sdk callWxOpenApi', async () => {
    const call = async (code: string) =>
      (
        await cloud.invoke(
          'probe',
          { action: 'wxApi', apiName: 'phonenumber.getPhoneNumber', requestData: { code } },
          'user-a',
        )
      ).body;
    const code = await phoneCode();
    expect(await call(code)).toMatchObject({ errcode: 0, phone_info: { phoneNumber: NUMBER } });
    expect(await call(code)).toMatchObject({ errcode: 40029 });
  });

  it('asks for a person and a mobile number', async () => {
    expect((await cloud.post('/wechat/phone', { openid: 'user-a', number: '123' })).status).toBe(400);
    expect((await cloud.post('/wechat/phone', { number: NUMBER })).status).toBe(400);
  });
});

describe('permission', () => {
  it('refuses an open API that config.json does not declare, and one nobody knows', async () => {
    const { body } = await cloud.invoke('bare', { api: 'phonenumber.getPhoneNumber', data: { code: 'x' } });
    expect(body).toMatchObject({ errCode: -604101 });
    expect(await open('wxacode.get', { path: 'x' })).toMatchObject({ errCode: -604100 });
  });
});

describe('messages', () => {
  const sms = { env: 'local', smsType: 'Notification', templateId: TEMPLATES.sms };
  const notice = {
    touser: 'user-a',
    templateId: TEMPLATES.subscribe,
    page: 'pages/home/index',
    data: { thing1: { value: '申请已受理' }, date2: { value: '2025-05-01' } },
  };

  it('keeps an SMS in the outbox, newest first, with the number as people write it', async () => {
    const sent = await open('cloudbase.sendSms', {
      ...sms,
      phoneNumberList: [`+86${NUMBER}`],
      templateParamList: ['123456', '10'],
    });
    expect(sent).toMatchObject({ errCode: 0, sendStatusList: [{ code: 'Ok' }] });
    const { body } = await cloud.get('/wechat/outbox');
    expect((body as unknown[])[0]).toMatchObject({
      to: NUMBER,
      kind: 'sms',
      template: TEMPLATES.sms,
      data: ['123456', '10'],
      text: expect.stringContaining('123456') as string,
      at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    });
  });

  it('refuses a number that is no mainland mobile and a template nobody was granted', async () => {
    const before = cloud.wechat.outbox.list().length;
    const bad = { ...sms, phoneNumberList: ['13800138000'], templateParamList: ['1'] };
    expect(await open('cloudbase.sendSms', bad)).toMatchObject({
      sendStatusList: [{ code: 'InvalidParameterValue.IncorrectPhoneNumber' }],
    });
    expect(await open('cloudbase.sendSms', { ...bad, templateId: 'other' })).toMatchObject({
      errCode: 40037,
    });
    expect(cloud.wechat.outbox.list()).toHaveLength(before);
  });

  it('sends a subscription message to whoever has not declined', async () => {
    expect(await open('subscribeMessage.send', notice)).toMatchObject({ errCode: 0 });
    const { body } = await cloud.get('/wechat/outbox');
    expect((body as unknown[])[0]).toMatchObject({
      to: 'user-a',
      kind: 'subscribe',
      template: TEMPLATES.subscribe,
      data: { thing1: '申请已受理', date2: '2025-05-01' },
    });
    await cloud.post('/wechat/subscription', { openid: 'user-a', accepts: false });
    expect(await open('subscribeMessage.send', notice)).toMatchObject({ errCode: 43101 });
    await cloud.post('/wechat/subscription', { openid: 'user-a', accepts: true });
    expect(await open('subscribeMessage.send', notice)).toMatchObject({ errCode: 0 });
  });

  it('refuses a message with an empty or too long keyword, as WeChat does', async () => {
    for (const value of ['', '超过二十个字的内容会被微信拒绝因为 thing 只收二十个字']) {
      expect(await open('subscribeMessage.send', { ...notice, data: { thing1: { value } } })).toMatchObject({
        errCode: 47003,
        errMsg: expect.stringContaining('thing1') as string,
      });
    }
    expect(await open('subscribeMessage.send', { ...notice, templateId: 'other' })).toMatchObject({
      errCode: 40037,
    });
  });
});

it('checks content with the three verdicts of WeChat', async () => {
  const check = (content: string) =>
    open('security.msgSecCheck', { content, version: 2, scene: 1, openid: 'user-a' });
  expect(await check('今天天气很好')).toMatchObject({ result: { suggest: 'pass', label: 100 } });
  expect(await check('欢迎加微信')).toMatchObject({ result: { suggest: 'review' } });
  expect(await check('加微信一起赌博')).toMatchObject({ result: { suggest: 'risky', label: 20006 } });
  expect(await open('security.msgSecCheck', { content: 'x' })).toMatchObject({ errCode: 40097 });
});

it('opens CloudID values at the top level of the data only, and only for their owner', async () => {
  const { body } = await cloud.post('/wechat/phone', { openid: 'user-a', number: NUMBER });
  const { cloudID } = body as { cloudID: string };
  const event = { phone: { cloudID }, deep: { phone: { cloudID } } };
  const seen = (await cloud.invoke('probe', event, 'user-a')).body;
  expect(seen).toMatchObject({
    event: { phone: { cloudID, data: { phoneNumber: NUMBER } }, deep: { phone: { cloudID } } },
  });
  expect(seen).not.toHaveProperty('event.deep.phone.data');
  const stolen = (await cloud.invoke('probe', event, 'user-b')).body;
  expect(stolen).toHaveProperty('event.phone.errCode');
  expect(JSON.stringify(stolen)).not.toContain(NUMBER);
});

it('tells wx-server-sdk who calls', async () => {
  const { body } = await cloud.invoke('wechat', { who: true }, 'user-a');
  expect(body).toMatchObject({ OPENID: 'user-a', ENV: 'local', SOURCE: 'wx_client' });
});

it('pushes an event of WeChat to the function for it', async () => {
  const { body } = await cloud.post('/wechat/event', {
    Event: 'user_authorization_revoke',
    openid: 'user-a',
  });
  expect(body).toMatchObject({
    event: { MsgType: 'event', Event: 'user_authorization_revoke', OpenID: 'user-a' },
    openid: 'user-a',
  });
  expect((await cloud.post('/wechat/event', {})).status).toBe(400);
});
