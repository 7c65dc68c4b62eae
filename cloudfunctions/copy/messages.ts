import { labelAt } from '../../src/contracts/data-map/derive/field-path';
import type { MessageTemplate, SmsTemplate } from '../../src/contracts/message-templates';
import { requestKinds, requestStates } from '../../src/contracts/request-vocabulary';
import { beijingDay } from '../domain/calendar/iso-day';
import type { Told } from '../domain/told';

/** A request by its kind, as a person calls it. */
const ofKind = ({ kind }: Told) => (kind === undefined ? '您的请求' : `“${requestKinds[kind].label}”`);
const stateOf = ({ told }: Told) => requestStates[told ?? 'done'];
const dayOf = (at: string | undefined) => (at === undefined ? '' : beijingDay(new Date(at)));
/** The last day before an instant: what ends at midnight is said by the day that ends, as `24:00` of it. */
const lastDayOf = (end: string | undefined) =>
  end === undefined ? '' : beijingDay(new Date(Date.parse(end) - 1));

interface Words {
  /** Of the inbox, and the first keyword of WeChat's message: at most 20 characters. */
  title: string;
  /** What the inbox says; only the person reads it, behind their own login. */
  text: (told: Told) => string;
  /** WeChat's phrase: at most five characters. */
  phrase: (told: Told) => string;
}

const fixed = (phrase: string) => () => phrase;
const short = (told: Told) => stateOf(told).short;

/** What each template says. Nothing but the inbox's text may speak of the person. */
export const messageWords = {
  'request-answered': {
    title: '您的请求有了答复',
    text: (told) => `${ofKind(told)}：${stateOf(told).label}。请打开看答复。`,
    phrase: short,
  },
  'request-quoted': {
    title: '您的请求要收一点费用',
    text: (told) => `${ofKind(told)}要收一点费用。请打开看金额，再决定要不要继续；不同意就不收费。`,
    phrase: short,
  },
  'request-finished': {
    title: '您的请求已经执行完',
    text: (told) => `${ofKind(told)}已经执行完，收到过这些信息的接收方也都答复了。`,
    phrase: short,
  },
  'request-lapsed': {
    title: '您的请求到期，已经结束',
    text: (told) => `${ofKind(told)}到期没有等到您确认，已经结束。还需要的话，可以重新提出。`,
    phrase: short,
  },
  'request-to-verify': {
    title: '收到署您名义的来信',
    text: (told) =>
      `有人来信，用您的手机号提出${ofKind(told)}。是您写的，请打开确认；不是您写的，请撤销，我们不会办理。`,
    phrase: short,
  },
  'request-code': {
    title: '收到署您名义的来信',
    text: (told) =>
      `有人来信，用您的手机号提出${ofKind(told)}，说打不开小程序。是您写的，请把短信里的验证码告诉工作人员，或者打开确认；不是您写的，请不要告诉任何人，打开撤销。`,
    phrase: short,
  },
  'letter-answered': {
    title: '您来信提的请求有了答复',
    text: (told) => `${ofKind(told)}：${stateOf(told).label}。请打开看答复；打不开的，我们会回信告诉您。`,
    phrase: short,
  },
  'letter-finished': {
    title: '您来信提的请求执行完了',
    text: (told) => `${ofKind(told)}已经执行完，收到过这些信息的接收方也都答复了。`,
    phrase: short,
  },
  'letter-lapsed': {
    title: '您来信提的请求到期结束',
    text: (told) => `${ofKind(told)}到期没有等到您确认，已经结束。还需要的话，可以重新来信。`,
    phrase: short,
  },
  'letter-checked': {
    title: '您来信提的请求的记录核对过了',
    text: (told) =>
      `${ofKind(told)}的记录被人直接改过，我们已经核对好。请打开看看现在怎样；打不开的，我们会回信告诉您。`,
    phrase: fixed('已核对'),
  },
  'request-checked': {
    title: '您的请求的记录核对过了',
    text: (told) =>
      `${ofKind(told)}的记录被人直接改过，我们已经核对好。请打开看看；不对的，请写邮件告诉我们，邮箱在首页最下面。`,
    phrase: fixed('已核对'),
  },
  'request-replaced': {
    title: '您的请求已重新登记',
    text: (told) =>
      `${ofKind(told)}的记录被人直接改过，不能再用。我们照您原来的请求重新登记了，已经开始算的期限照旧，请打开看看。`,
    phrase: fixed('重新登记'),
  },
  'leak-answered': {
    title: '您举报的泄露有了答复',
    text: () => '您举报的泄露有了答复。请打开看我们查到什么、做了什么，您还可以怎样保护自己。',
    phrase: short,
  },
  'account-frozen': {
    title: '您的账号已经停用',
    text: ({ until }) =>
      `账号申请了注销，${lastDayOf(until)} 24:00 以前可以恢复，过后就删除。不是您本人操作的，请马上恢复，再锁住账号。`,
    phrase: fixed('账号停用'),
  },
  'account-locked': {
    title: '您的账号已经锁住',
    text: () =>
      '账号在所有设备上退出并锁住了。解锁要用绑定的手机号收验证码。不是您本人锁的，说明有人能用您的微信，请到微信里删掉不认识的登录设备，再改微信密码。',
    phrase: fixed('账号锁住'),
  },
  'phone-changed': {
    title: '您的账号换了绑定的号码',
    text: () =>
      '账号绑定的手机号换成了另一个。不是您本人换的，请在七天之内锁住账号，再用原来的号码收验证码解锁，就会换回原来的号码。',
    phrase: fixed('换号码'),
  },
  'account-unlocked': {
    title: '您的账号已经解锁',
    text: () =>
      '有人用绑定的手机号收验证码，解开了账号的锁；七天之内换过号码、用换之前的解锁的，绑定的已经换回那个号码。不是您本人解的，请马上重新锁住，并到微信里改密码。',
    phrase: fixed('账号解锁'),
  },
  'content-hidden': {
    title: '您发布的内容被隐藏了',
    text: () =>
      '您发布的一个方案、一条评论或者一张图片被人投诉，工作人员看过，认为不适合公开，已经隐藏。方案可以在“我的方案”里修改，或者原样再交，会有人再看；评论和图片可以删除。觉得处理得不对，请在“我的请求”里投诉。',
    phrase: fixed('内容隐藏'),
  },
  'picture-refused': {
    title: '有一张图片没有公开',
    text: () =>
      '您给方案加的一张图片，没有通过微信的检查，已经删除。方案的文字不受影响。可以换一张图片再加；觉得查错了，请在“我的请求”里投诉。',
    phrase: fixed('图片未公开'),
  },
  incident: {
    title: '个人信息安全通知',
    text: ({ about }) =>
      about === undefined
        ? '您的信息可能被不该看到的人看到过。请留意陌生的电话和短信。'
        : `您的“${labelAt(about.field)}”在 ${dayOf(about.from)} 至 ${dayOf(about.to)} 之间，可能被不该看到的人看到过。请留意陌生的电话和短信。`,
    phrase: fixed('请您查看'),
  },
  'authorization-revoked': {
    title: '按您在微信里的撤回处理完',
    text: () =>
      '微信告诉我们，您收回了一项授权。由它得来、可以不留的信息已经删除，收到过的接收方也会被要求删除。账号离不开的信息（如手机号）还在；不想保留，可以注销账号。',
    phrase: fixed('已处理'),
  },
  'authorization-cancelled': {
    title: '您的微信账号已经注销',
    text: () =>
      '微信告诉我们，您的微信账号注销了。由微信得来、可以不留的信息已经删除，收到过的接收方也会被要求删除。',
    phrase: fixed('已处理'),
  },
} as const satisfies Record<MessageTemplate, Words>;

/** The keywords of WeChat's one template for them all, by its names; none of them speaks of the person. */
export const keywordsOf = (template: MessageTemplate, told: Told, day: string) => ({
  thing1: messageWords[template].title,
  phrase2: messageWords[template].phrase(told),
  date3: day,
  thing4: '请打开小程序，在“通知”里查看。',
});

/** What a short message can name besides: a code that lies nowhere. */
export interface Texted extends Told {
  code?: string;
}

interface Text {
  /** As it is to be approved by the carrier; `{1}` stands for the first of `values`. */
  text: string;
  values: (told: Texted) => string[];
}

const plain = (text: string): Text => ({ text, values: () => [] });

/** What each short message says; a stranger who holds the phone learns nothing of the person from it. */
export const smsWords = {
  'request-to-verify': plain(
    '我们收到一封署您手机号的来信。请打开小程序“我的-通知”确认或撤销；您不确认，我们不会办理。',
  ),
  'request-code': {
    text: '有人来信，用您的手机号提出请求。验证码 {1}，{2} 前有效。是您写的，请告诉办理的工作人员；不是您写的，请不要告诉任何人。',
    values: ({ code, until }) => [code ?? '', dayOf(until)],
  },
  'letter-answered': plain('您来信提出的请求有了答复，我们会回信告诉您，也可以打开小程序“我的-通知”查看。'),
  'letter-finished': plain('您来信提出的请求已经执行完，收到过这些信息的接收方也都答复了。'),
  'letter-lapsed': plain('您来信提出的请求，到期没有等到您确认，已经结束。还需要的话，可以重新来信。'),
  'letter-checked': plain('您来信提出的请求，记录被人直接改过，我们已经核对好，会回信告诉您现在怎样。'),
  'leak-answered': plain('您举报的泄露有了答复。请打开小程序“我的-通知”查看。'),
  'account-frozen': {
    text: '您的账号申请了注销，{1} 24:00 以前可以恢复，过后就删除。不是您本人操作的，请马上打开小程序，点“恢复账号”，再锁住账号。',
    values: ({ until }) => [lastDayOf(until)],
  },
  'account-locked': plain(
    '您的账号已在所有设备上退出并锁住。请打开小程序，用这个手机号收验证码解锁。不是您本人锁的，请到微信里删掉不认识的登录设备，再改微信密码。',
  ),
  'phone-changed': plain(
    '您的账号换了绑定的号码，不再用这个。不是您本人换的，请在七天之内打开小程序锁住账号（停用了的，先恢复），再用这个号码收验证码解锁，就会换回来。',
  ),
  'account-unlocked': plain('您的账号已经解锁。不是您本人解的，请马上打开小程序重新锁住，再到微信里改密码。'),
  incident: plain('您的个人信息可能受到一次安全事件影响。请打开小程序“我的-通知”查看，并留意陌生来电。'),
} as const satisfies Record<SmsTemplate, Text>;
