/** One request: how far it is, its answer, what can be done. */
export const progressCopy = {
  title: '办理进度',
  number: (id: string) => `编号 ${id}`,
  missing: '没有指明是哪个请求，请从我的请求里打开。',
  unknown: {
    title: '没有找到这个请求',
    text: '它可能是另一个账号提的，或者保存期满，已经删掉了。您的请求都在“我的请求”里。',
  },
  toList: '打开我的请求',
  provisional: '国家还没有公布这段时间的放假安排，期限是暂定的，公布后可能变动几天。',
  overdue: {
    title: '已超期',
    text: (day: string) => `我们没有在 ${day} 前答复，对不起。您可以投诉。`,
    complain: '去投诉',
  },
  unhappy: '还不满意，去投诉',
  yours: {
    group: '您的请求',
    channel: '提出方式',
    askedBy: '谁提出的',
    forChild: '监护人替孩子提出',
    ground: '删除的理由',
    about: { title: '针对的内容', proposals: '一个方案', comments: '一条评论', pictures: '方案的一张图片' },
    noDetails: '没有写说明',
    appeal: '您的申诉理由',
  },
  answer: {
    group: '答复',
    decision: '决定',
    items: '删除的项目',
    at: '时间',
    reason: '理由',
    law: '依据',
    reply: '说明',
    alternative: '您还可以这样做',
    fee: '费用',
    duplicate: { title: '重复的是这个请求', desc: '点开看它的进度和答复' },
    replaced: { title: '新的请求', desc: '照原来的重新登记，已经开始算的期限照旧；点开看进度' },
    /** Of a letter: nobody works on it and no time runs before its person has confirmed it. */
    replacedUnconfirmed: { title: '新的请求', desc: '照原来的登记，还等您确认；点开确认' },
    digest: {
      title: '副本的校验值（SHA-256）',
      desc: '您手里的文件算出来和它一样，就是我们最近一次给您的那份，没有被改过。',
    },
  },
  yuan: (amount: string) => `${amount} 元`,
  authority: {
    group: '向主管部门投诉',
    title: '网信部门的举报中心',
    desc: '网站 www.12377.cn，电话 12377',
    tips: '您有权向主管部门投诉（《个人信息保护法》第六十五条）；请求被拒绝的，也可以向法院起诉（第五十条）。',
  },
} as const;

/** What has happened to a request, what happens now, and what comes. */
export const timelineCopy = {
  line: (at: string, by: string) => `${at} · ${by}`,
  by: {
    subject: '您',
    guardian: '监护人',
    staff: '工作人员',
    timer: '系统',
    recipient: '收到过您信息的接收方',
  },
  verifiedBy: (proof: string, who: string) => `${proof}证明是${who}本人`,
  /** Of what somebody published. */
  heldBack: '微信的检查没有把握，先由人看一看',
  /** What led to a state. */
  steps: {
    submitted: '收到署您手机号的来信',
    verified: '提出请求，身份已核实',
    in_review: '开始办理',
    seconding: '有人提出了答复，等另一人复核',
    quoted: '报了费用',
    partly: '部分同意',
    refused: '没有同意',
    executing: '同意，开始执行',
    done: '办完',
    cancelled: '撤销了请求',
    duplicate: '和另一个请求重复',
    replaced: '记录被人直接改过，已换成新的请求',
    appealed: '提出申诉',
    failed: '执行遇到问题',
  },
  /** Where it matters what was before, or who did it: `before>state` or `by:state`. */
  particular: {
    'submitted>verified': '确认是您提出的，身份已核实',
    'quoted>verified': '同意费用，继续办理',
    'seconding>in_review': '复核退回，重新办理',
    'seconding>appealed': '复核退回，重新办理申诉',
    'timer:cancelled': '到期没有确认，请求结束',
  },
  /** What a state that is not the end means to the person. */
  now: {
    submitted: '请在下面确认。您确认以前没有人办理，期限也不开始。',
    seconding: '这个答复要两个人都同意才算数',
    quoted: '等您确认费用后继续办理',
    executing: '我们这里已经办了，等接收方确认删除',
    appealed: '换一位工作人员办理',
    failed: '系统会自动再试，不用您做什么',
  },
  answer: '答复您',
  due: (day: string) => `最晚 ${day} 答复`,
} as const;

/** What the person may do with a request. */
export const moveCopy = {
  verify: {
    button: '是我提出的',
    title: '这封信是您写的吗',
    text: () => '确认后我们开始办理，期限从现在算起。不是您写的，请撤销。',
    confirm: '是我提出的',
  },
  cancel: {
    button: '撤销请求',
    title: '撤销这个请求吗',
    text: () => '撤销后不再办理。以后可以重新提出。',
    confirm: '确定撤销',
  },
  acceptFee: {
    button: '同意付费并继续',
    title: '同意这项费用吗',
    text: (fee: string) => `费用 ${fee}。同意后继续办理，期限从现在算起；这里不收款。`,
    confirm: '同意',
  },
  declineFee: {
    button: '不同意付费',
    title: '不同意这项费用吗',
    text: (fee: string) => `不用付 ${fee}。请求结束，以后可以重新提出。`,
    confirm: '不同意付费',
  },
  appeal: {
    button: '不满意，申诉',
    title: '申诉',
    text: '会换一位工作人员重新决定。一个请求能申诉一次。',
    label: '您为什么不满意',
    missing: '请写明您为什么不满意。',
    confirm: '提交申诉',
  },
  download: { button: '下载副本', until: (at: string) => `${at} 前可以下载` },
} as const;
