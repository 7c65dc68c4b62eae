import type { PageName } from './pages';

/** What a person can be told. */
interface Template {
  /** Whether it must arrive even where nobody opens the mini program: a short message goes out as well. */
  readonly sms: boolean;
  /** The page on which the person can do something about it. */
  readonly page: PageName;
}

const progress = 'pages/privacy/progress/index';
const information = 'pages/privacy/information/index';

/** Everything a person can be told, by name; the words stand in cloudfunctions/copy/messages.ts. */
export const messageTemplates = {
  'request-answered': { sms: false, page: progress },
  'request-quoted': { sms: false, page: progress },
  'request-finished': { sms: false, page: progress },
  'request-lapsed': { sms: false, page: progress },
  'request-to-verify': { sms: true, page: progress },
  'request-code': { sms: true, page: progress },
  'letter-answered': { sms: true, page: progress },
  'letter-finished': { sms: true, page: progress },
  'letter-lapsed': { sms: true, page: progress },
  'letter-checked': { sms: true, page: progress },
  'request-checked': { sms: false, page: progress },
  'request-replaced': { sms: false, page: progress },
  'leak-answered': { sms: true, page: progress },
  'account-frozen': { sms: true, page: 'pages/privacy/frozen/index' },
  'account-locked': { sms: true, page: 'pages/privacy/locked/index' },
  'phone-changed': { sms: true, page: 'pages/privacy/leak/index' },
  'account-unlocked': { sms: true, page: 'pages/privacy/leak/index' },
  'content-hidden': { sms: false, page: 'pages/community/mine/index' },
  'picture-refused': { sms: false, page: 'pages/community/mine/index' },
  incident: { sms: true, page: 'pages/privacy/requests/index' },
  'authorization-revoked': { sms: false, page: information },
  'authorization-cancelled': { sms: false, page: information },
} as const satisfies Record<string, Template>;

/** The name of something a person can be told. */
export type MessageTemplate = keyof typeof messageTemplates;

/** The templates that also go out as a short message. */
export type SmsTemplate = {
  [T in MessageTemplate]: (typeof messageTemplates)[T]['sms'] extends true ? T : never;
}[MessageTemplate];

/** Whether a template also goes out as a short message. */
export const isTexted = (template: MessageTemplate): template is SmsTemplate =>
  messageTemplates[template].sms;
