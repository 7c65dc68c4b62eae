import type { RequestKind } from '@/contracts/request-vocabulary';

/** Until when there is an answer: of the kind that was chosen, of them all while none is. */
function answeredIn(kind: RequestKind | undefined): string {
  switch (kind) {
    case undefined:
      return '提交后 15 个工作日内答复；询问负责人的，15 天内；举报泄露排在最前面，下一个工作日结束前。';
    case 'question':
      return '提交后 15 天内答复，休息日也算。';
    case 'leak':
      return '举报泄露排在最前面，下一个工作日结束前答复。';
    default:
      return '提交后 15 个工作日内答复。';
  }
}

/** Making a request. */
export const requestCopy = {
  title: '提出请求',
  lead: '一般不收费，要收会先报价，您同意才收。不需要别的证件，登录了就证明是您本人。',
  guest: { title: '登录后才能提出请求', text: '不登录也可以继续浏览其他页面。' },
  kind: '您想办什么',
  promise: (kind: RequestKind | undefined) => `${answeredIn(kind)}办完会通知您。`,
  details: '写明情况',
  which: {
    correct: '哪一项不对',
    withdraw: '撤回哪一项同意',
    delete: '删除哪些（可以选几项）',
  },
  ground: '为什么要删除',
  wholeAccount: {
    title: '整个账号',
    text: '想全部删除，注销账号更快：不用等我们办理，提交后马上停用，过了反悔期由程序删除。',
  },
  withdraw: {
    title: '自己关更快：去同意管理',
    text: '点一下开关就撤回了，马上生效，不用等我们办理。',
    none: '现在没有打开的同意，没有可以撤回的。',
  },
  newValue: '应该改成什么',
  other: '其他信息',
  otherHint: '在下面写明',
  selfNote: (labels: readonly string[]) => `${labels.join('、')}，您可以在“我的信息”里自己改，马上生效。`,
  toInformation: '去我的信息',
  submit: '提交请求',
  missing: {
    kind: '请先选择您想办什么。',
    field: '请选择一项。',
    purpose: '请选择要撤回的同意；没有打开的同意，就没有要撤回的。',
    fields: '请至少选择一项要删除的信息。',
    ground: '请选择为什么要删除。',
    value: '请填写应该改成什么。',
    words: '请写几句说明。',
  },
  about: {
    proposals: '投诉的是您刚才看的方案。工作人员会打开看，投诉人是谁不告诉作者。',
    comments: '投诉的是您刚才看的评论。工作人员会打开看，投诉人是谁不告诉作者。',
    pictures: '投诉的是您刚才看的图片。工作人员会打开看，投诉人是谁不告诉作者。',
  },
  contact: { title: '想马上有人回？', open: '在微信里找客服' },
  minors: {
    title: '有专人办理',
    own: '你还没满 18 周岁，你的请求由专门负责未成年人的人办理。',
    guardian: '涉及孩子的请求由专门负责未成年人的人办理。',
    complaint:
      '替孩子投诉：孩子有账号的，到“我是监护人”里替孩子提；没有账号的，请选“监护人请求”。由专门负责未成年人的人办理。',
  },
  /** A guardian's, for a child. */
  ward: {
    title: '替孩子提出请求',
    text: (name: string) =>
      `这是替${name}提的：办的是孩子的信息，答复给您看，副本也给您。孩子看得到您提过什么。`,
    access: '查询孩子的信息',
    gone: '没有找到这个孩子，请回到“我是监护人”，从孩子的列表里选择。',
    wholeAccount: { title: '孩子的整个账号', text: '想全部删除，收回同意更快：马上停用，很快删除。' },
  },
  wrongValue: (label: string) => `“${label}”填得不对，请检查后重新填写。`,
} as const;

/** The list of requests. */
export const requestsCopy = {
  title: '我的请求',
  lead: '从新到旧。点一条，看进度和答复。',
  group: '全部请求',
  submitted: (at: string) => `${at} 提交`,
  due: (day: string, left: number) => `最晚 ${day} 答复，还剩 ${String(left)} 个工作日`,
  dueOn: (day: string) => `最晚 ${day} 答复`,
  overdue: (day: string) => `已超过最晚答复日 ${day}`,
  empty: { title: '您还没有提过请求', text: '想查询、更正、删除或投诉，都可以在这里提出。' },
  ward: {
    title: '替孩子提的请求',
    group: '您替孩子提的请求',
    empty: {
      title: '您还没有替这个孩子提过请求',
      text: '想查询、更正、删除孩子的信息，或者投诉，都可以提出。',
    },
    make: '替孩子提出请求',
  },
  make: '提出请求',
} as const;
