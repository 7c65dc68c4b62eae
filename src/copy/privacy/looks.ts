/** Who looked at the person's data, and what happened to it. */
export const looksCopy = {
  title: '谁看过我的信息',
  none: '还没有人看过您的信息',
  titles: {
    read: '工作人员看了您的请求',
    decide: '工作人员办理了您的请求',
    unmask: '工作人员看了没有打码的内容',
    incident: '安全事件通知',
  },
  read: '手机号打了码',
  decide: '结果在请求的进度里',
  unmask: (label: string, reason: string) => `看的是“${label}”。理由：${reason}`,
  unreadable: '这条记录的内容打不开了',
  incident: (label: string, from: string, to: string) =>
    `${from} 到 ${to}，您的“${label}”可能被不该看到的人看到。请不要把验证码告诉任何人；有疑问请选“举报泄露”。`,
} as const;
