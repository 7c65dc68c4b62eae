/** Words of the parts that every page is made of. */
export const uiCopy = {
  switch: { on: '已开启', off: '已关闭' },
  fieldError: (error: string) => `错误：${error}`,
  loading: '正在加载',
  back: '返回',
  notice: { info: '说明', warn: '请注意', error: '出错了' },
  simulated: '由本地云模拟',
  offline: '网络已断开，连上后可继续操作',
  phoneNumber: '微信绑定的手机号',
  phoneNumberHint: '试用时填任意手机号',
  phoneNumberFirst: '填满 11 位，下面的按钮就能点',
  close: '关闭',
  fold: { open: '展开', close: '收起' },
  notOpened: '页面没有打开，请再试一次',
  notLoaded: '没有加载出来',
  retry: '重试',
  steps: { done: '已完成', now: '进行中', later: '未开始' },
} as const;
