/** The privacy centre: a person's rights as entries. */
export const centreCopy = {
  title: '您的信息由您做主',
  lead: '查看、更正、撤回、注销，都在这里办。',
  guest: { title: '您还没有登录', text: '您没有在这里留下个人信息。登录或注册后，可以管理自己的信息。' },
  groups: { see: '我的信息', choose: '我的选择', ask: '我的请求', leave: '规则和账号' },
  entries: {
    information: { title: '我的信息', desc: '查看、更正、下载副本' },
    collected: { title: '已收集个人信息清单', desc: '收集什么、为什么、保存多久' },
    recipients: { title: '第三方共享清单', desc: '谁能收到什么，一项一个开关' },
    consents: { title: '同意管理', desc: '一项一个开关，随时能撤回' },
    history: { title: '同意记录', desc: '每次同意和撤回都有回执' },
    request: { title: '提出请求', desc: '查询、副本、更正、删除、投诉' },
    leak: { title: '举报泄露', desc: '排在最前面，下一个工作日结束前答复' },
    requests: { title: '我的请求', desc: '查看进度和答复' },
    policy: { title: '隐私政策', desc: '现在的版本和以前的版本' },
    certificate: { title: '注销证明', desc: '以前的账号删除得怎么样了' },
    deregister: { title: '注销账号', desc: '删除账号和个人信息' },
  },
  nextDue: (day: string) => `最晚 ${day} 答复`,
  overdue: (day: string) => `已过 ${day}，可以投诉`,
  noneOpen: '没有办理中的请求',
  requestsFailed: '进度没有读出来，点开重试',
  contact: {
    title: '联系个人信息保护负责人',
    desc: '想写信办理也可以，期限和这里一样。',
  },
} as const;
