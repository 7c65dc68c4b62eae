/** What a recipient is to the controller: PIPL 21 (processor), 22 (successor), 23 (affiliate, partner). */
export const recipientKinds = {
  processor: '受托处理方',
  affiliate: '关联公司',
  partner: '合作方',
  successor: '接手方',
} as const;

/** A field of the map, as `collection.field`; that it exists is a law over the table. */
export type FieldPath = `${string}.${string}`;

/** Who may receive personal data, why, which fields and under which agreement. */
export interface Recipient {
  readonly name: string;
  readonly kind: keyof typeof recipientKinds;
  /** What it does with the data, in one sentence. Changing it voids every grant (P23). */
  readonly why: string;
  /** The only fields that may leave to it (P24). */
  readonly fields: readonly FieldPath[];
  /**
   * The only hosts at which the operator may connect it, so that no address leads abroad (P32); none where the
   * platform's own SDK speaks with it. Moving one is a change of code, seen by whoever reviews it.
   */
  readonly hosts: readonly string[];
  /** How a person reaches it. */
  readonly contact: string;
  /** The confidentiality or processing agreement and the last day it counts (P25). */
  readonly agreement: { readonly reference: string; readonly expiresOn: string };
  /**
   * The day, `YYYY-MM-DD` in Beijing, from which nothing is granted or delivered to it any more. Who once received
   * something is ended and never taken out of the table, for it must still be told to delete (P51).
   */
  readonly endedOn?: string;
  /** Shows how a recipient is connected, and is no company that exists. */
  readonly isExample?: true;
}

/** The last day of an agreement that names none: it counts until one side ends it. */
export const OPEN_ENDED = '2099-12-31';

/**
 * Everyone who can receive personal data; there is no one else (P28). A processor works for us under PIPL 21 and needs
 * no grant; everyone else needs each person's own (PIPL 23). `visit` and `survey` are reference recipients: they show
 * how an affiliate and a partner are connected, and receive nothing until the operator sets their address; the local
 * cloud plays both on this machine.
 */
export const recipients = {
  wechat: {
    name: '深圳市腾讯计算机系统有限公司（微信）',
    kind: 'processor',
    why: '核对您的微信身份和手机号，检查公开的文字和图片，送达微信通知。',
    fields: [
      ...['accounts.openid', 'accounts.phone', 'accounts.nickname'],
      ...['proposals.title', 'proposals.text', 'proposals.byline', 'proposals.prices'],
      ...['comments.text', 'comments.byline', 'pictures.picture'],
    ],
    hosts: [],
    contact: '腾讯隐私保护平台 privacy.qq.com',
    agreement: { reference: '微信小程序平台服务条款', expiresOn: OPEN_ENDED },
  },
  cloud: {
    name: '腾讯云计算（北京）有限责任公司',
    kind: 'processor',
    why: '存放加密后的信息，发送短信验证码；待检查的图片最多存放一小时。',
    fields: ['accounts.phone', 'pictures.picture'],
    // The key service; the database and the texts go by the platform's own SDK.
    hosts: ['kms.tencentcloudapi.com'],
    contact: '腾讯隐私保护平台 privacy.qq.com',
    agreement: { reference: '腾讯云服务协议', expiresOn: OPEN_ENDED },
  },
  visit: {
    name: '示例关联公司（上门服务）',
    kind: 'affiliate',
    why: '上门服务时联系您并找到地址；同意后几分钟内提供。',
    fields: ['accounts.nickname', 'accounts.phone', 'accounts.address'],
    hosts: ['visit.example.com', '127.0.0.1'],
    contact: 'wkwycpnlfzzx@onewo.com',
    agreement: { reference: '示例协议 GL-2026-01', expiresOn: '2027-12-31' },
    isExample: true,
  },
  survey: {
    name: '示例合作方（满意度回访）',
    kind: 'partner',
    why: '了解您所在城市的用户满不满意。',
    fields: ['accounts.nickname', 'accounts.city'],
    hosts: ['survey.example.com', '127.0.0.1'],
    contact: 'wkwycpnlfzzx@onewo.com',
    agreement: { reference: '示例协议 HZ-2026-01', expiresOn: '2027-12-31' },
    isExample: true,
  },
} as const satisfies Record<string, Recipient>;

/** The id of a recipient. */
export type RecipientId = keyof typeof recipients;
