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
} as const;

/** The kind of a request. */
export type RequestKind = keyof typeof requestKinds;

/** Every state of a request, with its name and what it means to the person who asked. */
export const requestStates = {
  submitted: { label: '已提交', open: true },
  verified: { label: '已核实身份，等待办理', open: true },
  in_review: { label: '正在办理', open: true },
  quoted: { label: '等您确认费用', open: true },
  approved: { label: '已同意', open: true },
  partly: { label: '部分同意', open: false },
  refused: { label: '未同意', open: false },
  executing: { label: '正在执行', open: true },
  done: { label: '已办完', open: false },
  cancelled: { label: '已撤销', open: false },
  duplicate: { label: '重复请求', open: false },
  appealed: { label: '申诉中', open: true },
  failed: { label: '执行遇到问题，正在重试', open: true },
} as const;

/** The state of a request. */
export type RequestState = keyof typeof requestStates;

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

/** What staff may decide about a request. */
export const decisions = {
  approve: { label: '同意' },
  partly: { label: '部分同意' },
  refuse: { label: '不同意' },
  reply: { label: '答复' },
  quote: { label: '报费用' },
} as const;

/** A decision of staff. */
export type Decision = keyof typeof decisions;

/** The keys of a table as a non-empty tuple, for enums. */
export const keysOf = <T extends object>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
