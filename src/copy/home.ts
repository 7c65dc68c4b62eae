/** 首页. */
export const homeCopy = {
  lead: '一起讨论弹性定价、一起完善方案的平台。您的信息由您做主。',
  city: '当前城市',
  chooseCity: '请选择',
  guest: '注册或登录',
  guestHint: '不登录也可以浏览，什么都不用提供。',
  me: '我的',
  meHint: '昵称、头像、手机号和退出登录',
  checking: '正在确认登录状态',
  today: '现在可以做的',
  centre: '隐私中心',
  centreHint: '查看我的信息、管理同意、注销账号',
  requests: '我的请求',
  requestsHint: '查询、复制、更正、删除，看办理进度',
  policyHint: '我们收集什么、为什么、保存多久',
  coming: '社区还在建设中，做好以后会出现在这里。没有开放的功能，不会收集您的信息。',
  correct: '更正信息',
} as const;
