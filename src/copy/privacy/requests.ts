/** Making a request. */
export const requestCopy = {
  title: '提出请求',
  lead: '不收费，不需要别的证件。您已经登录，这就证明是您本人。',
  kind: '您想办什么',
  promise:
    '提交后 15 个工作日内答复；询问负责人的，15 天内；举报泄露排在最前面，下一个工作日结束前。办完会通知您。',
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
    fields: '请至少选择一项要删除的信息。',
    ground: '请选择为什么要删除。',
    value: '请填写应该改成什么。',
    words: '请写几句说明。',
  },
  minors: {
    title: '有专人办理',
    own: '你还没满 18 周岁，你的请求由专门负责未成年人的人办理。',
    guardian: '涉及孩子的请求由专门负责未成年人的人办理。',
    complaint: '替孩子投诉，请选“监护人请求”：由专门负责未成年人的人办理。',
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
  dueToday: (day: string) => `最晚 ${day} 答复，就是今天或最近一个工作日`,
  overdue: (day: string) => `已超过最晚答复日 ${day}`,
  empty: { title: '您还没有提过请求', text: '想查询、更正、删除或投诉，都可以在这里提出。' },
  make: '提出请求',
} as const;
