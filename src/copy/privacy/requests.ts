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
    delete: '删除哪一项',
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
    value: '请填写应该改成什么。',
    words: '请写几句说明。',
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

/** One request: how far it is, its answer, what can be done. */
export const progressCopy = {
  title: '办理进度',
  number: (id: string) => `编号 ${id}`,
  missing: '没有指明是哪个请求，请从我的请求里打开。',
  toList: '打开我的请求',
  due: (day: string) => `最晚 ${day} 答复`,
  provisional: '国家还没有公布这段时间的放假安排，期限是暂定的，公布后可能变动几天。',
  overdue: {
    title: '已超期',
    text: (day: string) => `我们没有在 ${day} 前答复，对不起。您可以投诉。`,
    complain: '去投诉',
  },
  steps: { submitted: '提交请求', verified: '核实身份', review: '工作人员办理', answer: '答复您' },
  verifiedBy: '登录状态和绑定的手机号已经证明是您本人',
  cancelled: '您撤销了请求',
  appealed: '您提出了申诉，换一位工作人员办理',
  quoted: '等您确认费用后继续办理',
  unhappy: '还不满意，去投诉',
  yours: '您写的内容',
  noDetails: '没有写说明',
  answer: {
    group: '答复',
    decision: '决定',
    at: '时间',
    reason: '理由',
    law: '依据',
    reply: '说明',
    alternative: '您还可以这样做',
  },
  details: { field: '项目', value: '改成', purpose: '用途' },
  allowed: {
    group: '现在可以做',
    cancel: {
      button: '撤销请求',
      title: '撤销这个请求吗',
      text: '撤销后不再办理。以后可以重新提出。',
      confirm: '确定撤销',
    },
    appeal: {
      button: '不满意，申诉',
      title: '申诉',
      text: '会换一位工作人员重新决定。',
      label: '您为什么不满意',
      missing: '请写明您为什么不满意。',
      confirm: '提交申诉',
    },
    acceptFee: {
      button: '同意付费并继续',
      title: '同意这项费用吗',
      text: '同意后继续办理。不同意可以撤销请求，不收费。',
      confirm: '同意',
    },
    download: { button: '下载副本', until: (at: string) => `${at} 前可以下载` },
  },
} as const;
