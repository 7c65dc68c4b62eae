/** The kinds of request a person can make, with the words the pages show. Policy sections 8, 9 and 11. */
export const requestKinds = {
  access: { label: '查询我的信息', hint: '请写明您想查询哪些信息。' },
  copy: { label: '获取副本', hint: '通过后您可以下载一份您的信息。可以不填说明。' },
  correct: { label: '更正信息', hint: '请写明哪一项不对，应该改成什么。' },
  delete: { label: '删除信息', hint: '请写明要删除哪些信息，以及为什么。' },
  withdraw: { label: '撤回同意', hint: '请写明要撤回哪一项同意。' },
  complaint: { label: '投诉', hint: '请写明发生了什么，您希望怎样解决。' },
  leak: { label: '举报泄露', hint: '请写明您发现什么信息可能泄露了，在哪里看到的。' },
  question: { label: '询问负责人', hint: '请写下您的问题。' },
  guardian: { label: '监护人请求', hint: '请写明孩子的情况和您希望我们怎样做。' },
  service: { label: '问客服', hint: '请写下您遇到的问题，越具体越好。' },
  /** What the community files for an author when WeChat is not sure of something: a person looks before others do. */
  publication: { label: '发布复核', hint: '' },
} as const;

/** The kind of a request. */
export type RequestKind = keyof typeof requestKinds;

/** The kinds that a person asks for by themselves, in the app or by letter. */
export const askedKinds = [
  ...(['access', 'copy', 'correct', 'delete', 'withdraw', 'complaint', 'leak', 'question'] as const),
  ...(['guardian', 'service'] as const),
] as const satisfies Exclude<RequestKind, 'publication'>[];

/** A kind that a person asks for. */
export type AskedKind = (typeof askedKinds)[number];

/** Whose turn it is in a state; nobody's once a request is closed. Only what waits for staff can be overdue. */
export type WaitsFor = 'subject' | 'staff' | 'recipient' | null;

interface State {
  label: string;
  /** At most five characters, as WeChat's message templates take a phrase. */
  short: string;
  open: boolean;
  waitsFor: WaitsFor;
}

/** Every state of a request, with its name and what it means to the person who asked. */
export const requestStates = {
  submitted: { label: '等您确认是您提出的', short: '等您确认', open: true, waitsFor: 'subject' },
  verified: { label: '已核实身份，等待办理', short: '等待办理', open: true, waitsFor: 'staff' },
  in_review: { label: '正在办理', short: '正在办理', open: true, waitsFor: 'staff' },
  seconding: { label: '正在由另一人复核', short: '正在复核', open: true, waitsFor: 'staff' },
  quoted: { label: '等您确认费用', short: '等确认费用', open: true, waitsFor: 'subject' },
  partly: { label: '部分同意', short: '部分同意', open: false, waitsFor: null },
  refused: { label: '未同意', short: '未同意', open: false, waitsFor: null },
  executing: { label: '正在执行', short: '正在执行', open: true, waitsFor: 'recipient' },
  done: { label: '已办完', short: '已办完', open: false, waitsFor: null },
  cancelled: { label: '已撤销', short: '已撤销', open: false, waitsFor: null },
  duplicate: { label: '重复请求', short: '重复请求', open: false, waitsFor: null },
  /** Somebody edited its row by hand; a new request has taken its place. */
  replaced: { label: '已换成新的请求', short: '已换新', open: false, waitsFor: null },
  appealed: { label: '申诉中', short: '申诉中', open: true, waitsFor: 'staff' },
  failed: { label: '执行遇到问题，正在重试', short: '正在重试', open: true, waitsFor: 'recipient' },
} as const satisfies Record<string, State>;

/** The state of a request. */
export type RequestState = keyof typeof requestStates;

/** How a request reached us (P49): both have the same states and the same clock. */
export const requestChannels = {
  app: { label: '小程序' },
  email: { label: '邮件' },
} as const;

/**
 * Who asks: the person, or the guardian of a child (未成年人网络保护条例, here Minors Online Regulations, 34: a guardian may ask
 * to see, copy, correct and delete what is held of the child).
 */
export const requestAskers = {
  subject: { label: '本人' },
  guardian: { label: '监护人' },
} as const;

/** Who asks. */
export type RequestAsker = keyof typeof requestAskers;

/** What a guardian can ask for a child: what touches the child's data, and a complaint. */
export const wardKinds = [
  ...(['access', 'copy', 'correct', 'delete', 'withdraw', 'complaint'] as const),
] as const satisfies RequestKind[];

/** How it became certain whose a request is (P58): by being in the app, or by a code for who cannot open it (P49). */
export const requestProofs = {
  session: { label: '登录状态和绑定的手机号' },
  code: { label: '发到绑定手机号的验证码' },
} as const;

/** How it became certain whose a request is. */
export type RequestProof = keyof typeof requestProofs;

/** The five grounds on which a person may ask for deletion; policy section 8.3, PIPL 47. */
export const deletionGrounds = {
  unlawful: { label: '你们处理信息违反了法律', law: '《个人信息保护法》第四十七条第一款第四项' },
  'no-consent': { label: '没有我的同意就收集或使用', law: '《个人信息保护法》第四十七条第一款第三项' },
  'broken-agreement': { label: '你们违反了和我的约定', law: '《个人信息保护法》第四十七条第一款第四项' },
  left: { label: '我不再使用，或者已经注销', law: '《个人信息保护法》第四十七条第一款第一项' },
  'service-ended': { label: '你们不再提供这项服务', law: '《个人信息保护法》第四十七条第一款第二项' },
} as const satisfies Record<string, { label: string; law: string }>;

/** What a deletion names that is meant of the whole account. */
export const WHOLE_ACCOUNT = 'account';

/** The code of a ground for deletion. */
export type DeletionGround = keyof typeof deletionGrounds;

/**
 * How near an answer's last day is, for staff; the reminders come at 5, 2 and 0 working days. What is due on a day off
 * is to be answered on the working day before.
 */
export const urgencies = {
  overdue: { label: '已超期', within: -1 },
  today: { label: '今天要答复', within: 0 },
  soon: { label: '两个工作日内', within: 2 },
  near: { label: '五个工作日内', within: 5 },
  later: { label: '五个工作日以后', within: null },
} as const satisfies Record<string, { label: string; within: number | null }>;

/** How near an answer's last day is. */
export type Urgency = keyof typeof urgencies;

/** What staff are reminded of; what is overdue goes to who supervises. */
export const noticeKinds = {
  'due-5': { label: '还有五个工作日到期', role: 'reviewer' },
  'due-2': { label: '还有两个工作日到期', role: 'reviewer' },
  'due-0': { label: '今天要答复', role: 'reviewer' },
  overdue: { label: '已经超期', role: 'supervisor' },
  unlisted: { label: '明年的放假安排还没有录入', role: 'supervisor' },
  altered: { label: '记录被直接改过', role: 'supervisor' },
} as const satisfies Record<string, { label: string; role: 'reviewer' | 'supervisor' }>;

/** What staff are reminded of. */
export type NoticeKind = keyof typeof noticeKinds;

interface Reason {
  label: string;
  /**
   * `may`: one of the four kinds that may be declined; `must`: one of the eight grounds on which the law forbids
   * answering.
   */
  class: 'may' | 'must';
  law: string;
}

/**
 * Why a request may be refused; policy section 8.6. GB/T 35273-2020 8.7 (e) lists the eight grounds, PIPL 50 asks
 * for the reason to be given.
 */
export const refusalReasons = {
  repetitive: { label: '没有正当理由的重复请求', class: 'may', law: 'GB/T 35273-2020 8.7' },
  disproportionate: { label: '需要过多的技术手段', class: 'may', law: 'GB/T 35273-2020 8.7' },
  'risk-to-others': { label: '会给他人的合法权益带来风险', class: 'may', law: 'GB/T 35273-2020 8.7' },
  impractical: { label: '不切实际，例如要动用备份磁带', class: 'may', law: 'GB/T 35273-2020 8.7' },
  'legal-duty': { label: '与我们履行法律规定的义务相关', class: 'must', law: 'GB/T 35273-2020 8.7 e) 1)' },
  'national-security': {
    label: '与国家安全、国防安全直接相关',
    class: 'must',
    law: 'GB/T 35273-2020 8.7 e) 2)',
  },
  'public-interest': {
    label: '与公共安全、公共卫生、重大公共利益直接相关',
    class: 'must',
    law: 'GB/T 35273-2020 8.7 e) 3)',
  },
  'criminal-justice': {
    label: '与刑事侦查、起诉、审判和执行判决等直接相关',
    class: 'must',
    law: 'GB/T 35273-2020 8.7 e) 4)',
  },
  malice: { label: '有充分证据表明存在主观恶意或滥用权利', class: 'must', law: 'GB/T 35273-2020 8.7 e) 5)' },
  'vital-interest': {
    label: '为保护生命、财产等重大权益而难以得到本人同意',
    class: 'must',
    law: 'GB/T 35273-2020 8.7 e) 6)',
  },
  'serious-harm': { label: '会严重损害您或他人的合法权益', class: 'must', law: 'GB/T 35273-2020 8.7 e) 7)' },
  'trade-secret': { label: '涉及商业秘密', class: 'must', law: 'GB/T 35273-2020 8.7 e) 8)' },
} as const satisfies Record<string, Reason>;

/** The code of a reason to refuse. */
export type RefusalReason = keyof typeof refusalReasons;

/** The keys of a table as a non-empty tuple, for enums. */
export const keysOf = <T extends object>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
