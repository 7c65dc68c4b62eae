import type Cloud from 'wx-server-sdk';
import * as z from 'zod/mini';
import type { SmsTemplate } from '../../src/contracts/message-templates';
import { SMS_CODE_MINUTES } from '../../src/contracts/values';
import { setting, settingOr } from './environment';
import { Fault } from './fault';

/** What happened to a subscription message. One acceptance by the person allows one message. */
export type Delivery = 'sent' | 'not-subscribed';

/** What WeChat says of something to be published; `review` is for a person to decide. */
export type Verdict = 'pass' | 'review' | 'risky';

/** Where a text will be read, as WeChat asks. */
const scenes = { profile: 1, comment: 2, forum: 3 } as const;
export type ContentScene = keyof typeof scenes;

/** WeChat's side as the functions see it. */
export interface WeChat {
  /** The number behind the phone button's code (5 minutes, once), or undefined when WeChat refuses the code. */
  phoneNumber(code: string, openid: string): Promise<string | undefined>;
  sendSmsCode(number: string, code: string): Promise<void>;
  /** A short message by an approved template, with the values of its blanks in order. */
  sendSms(number: string, template: SmsTemplate, values: readonly string[]): Promise<void>;
  /** `values` by the template's keyword names. */
  notify(openid: string, page: string, values: Readonly<Record<string, string>>): Promise<Delivery>;
  /** WeChat's content check for text that others will see, at most 2,500 characters. */
  checkText(openid: string, text: string, scene: ContentScene): Promise<Verdict>;
  /** Asks WeChat to look at a picture at an address; answers by what the event with the verdict will be known. */
  checkPicture(openid: string, address: string): Promise<string>;
}

interface Reply {
  errCode?: number;
  phoneInfo?: { purePhoneNumber?: string; countryCode?: string };
  result?: { suggest?: string };
  traceId?: string;
  sendStatusList?: { code?: string }[];
}
type OpenApi = Record<string, Record<string, (params: object) => Promise<Reply>>>;

/** WeChat's codes that mean: this phone code is wrong, used or too old. */
const badCode = new Set([40029, 40163, 41008]);
const notSubscribed = new Set([43101, 43107]);

const errCodeOf = (error: unknown): number | undefined => (error as { errCode?: number }).errCode;

/**
 * Calls one open interface. The SDK is loaded at the first call that needs WeChat, so that others start without it.
 * `openapi` is a proxy on which every name exists, `then` too, so it must never be awaited or returned by itself.
 */
async function call(group: string, name: string, params: object): Promise<Reply> {
  const cloud = ((await import('wx-server-sdk')) as unknown as { default: typeof Cloud }).default;
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
  const method = (cloud.openapi as unknown as OpenApi)[group]?.[name];
  if (!method) throw new Fault(`openapi ${group}.${name} is missing`);
  return method(params);
}

/** The same with WeChat's own words left out of the error, for they may repeat what was sent. */
const called = (group: string, name: string, params: object): Promise<Reply> =>
  call(group, name, params).catch((error: unknown) => {
    throw new Fault(`${group}.${name}: WeChat answered ${String(errCodeOf(error))}`);
  });

/** The ids under which the carrier approved the templates, as JSON by name; the name itself where none is set. */
function smsTemplateId(template: SmsTemplate): string {
  const ids = z.parse(z.record(z.string(), z.string()), JSON.parse(settingOr('SMS_TEMPLATES', '{}')));
  return ids[template] ?? template;
}

/** One short message to one number. */
async function text(number: string, templateId: string, values: readonly string[]): Promise<void> {
  const { sendStatusList = [] } = await called('cloudbase', 'sendSms', {
    env: setting('TCB_ENV'),
    phoneNumberList: [`+86${number}`],
    smsType: 'Notification',
    templateId,
    templateParamList: values,
  });
  // WeChat answers 0 for the whole even where this number was refused.
  const refused = sendStatusList.find(({ code }) => code !== undefined && code !== 'Ok');
  if (refused) throw new Fault(`SMS: the carrier answered ${refused.code ?? 'nothing'}`);
}

/** What WeChat found, as a verdict; whatever it does not say is for a person to decide. */
export const verdictIn = (result: { suggest?: string } | undefined): Verdict => {
  const { suggest } = result ?? {};
  return suggest === 'pass' || suggest === 'risky' ? suggest : 'review';
};

/** What WeChat calls a picture. */
const PICTURE = 2;

/** The real adapter, on wx-server-sdk's open interface. */
export const wechat: WeChat = {
  async phoneNumber(code, openid) {
    try {
      const { phoneInfo } = await call('phonenumber', 'getPhoneNumber', { code, openid });
      return phoneInfo?.countryCode === '86' ? phoneInfo.purePhoneNumber : undefined;
    } catch (error) {
      if (badCode.has(errCodeOf(error) ?? 0)) return undefined;
      throw new Fault(`phone number: WeChat answered ${String(errCodeOf(error))}`);
    }
  },
  sendSmsCode: (number, code) =>
    text(number, settingOr('SMS_TEMPLATE_ID', 'verification-code'), [code, String(SMS_CODE_MINUTES)]),
  sendSms: (number, template, values) => text(number, smsTemplateId(template), values),
  async notify(openid, page, values) {
    try {
      await call('subscribeMessage', 'send', {
        touser: openid,
        templateId: settingOr('SUBSCRIBE_TEMPLATE_ID', 'request-answered'),
        page,
        data: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
      });
      return 'sent';
    } catch (error) {
      if (notSubscribed.has(errCodeOf(error) ?? 0)) return 'not-subscribed';
      throw new Fault(`subscription message: WeChat answered ${String(errCodeOf(error))}`);
    }
  },
  async checkText(openid, text, scene) {
    const { result } = await called('security', 'msgSecCheck', {
      content: text,
      version: 2,
      scene: scenes[scene],
      openid,
    });
    return verdictIn(result);
  },
  async checkPicture(openid, address) {
    const { traceId } = await called('security', 'mediaCheckAsync', {
      mediaUrl: address,
      mediaType: PICTURE,
      version: 2,
      scene: scenes.forum,
      openid,
    });
    if (!traceId) throw new Fault('mediaCheckAsync: WeChat named no look');
    return traceId;
  },
};
