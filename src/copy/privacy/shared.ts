/** Words that several privacy pages share. */
export const sharedCopy = {
  guest: {
    title: '登录后才能查看',
    text: '这里是您自己的信息和选择。不登录也可以继续浏览其他页面。',
    login: '去登录或注册',
  },
  shut: { frozen: '账号正在注销，正在打开说明', locked: '账号已经锁住，正在打开说明' },
  openShut: '打开说明',
  stale: '没有更新成功，下面是上次的内容',
  retry: '重试',
  more: '查看更早的',
  cancel: '先不',
  saveCopy: {
    button: '下载我的信息副本',
    ready: '副本已准备好。点下面的按钮，发到您自己的聊天里保存。',
    share: '发给聊天保存',
    saved: '副本已经交给您，请自己保存好。',
    cancelled: '您取消了保存，可以再试一次。',
    failed: '没有保存成功，请再试一次。',
  },
} as const;

/** How an instant is written: `2025年4月25日 08:05`. */
export const DAY_AND_TIME = 'YYYY年M月D日 HH:mm';

/** How a day is written: `2025年4月25日`. */
export const DAY = 'YYYY年M月D日';

/** The end of a day: the same moment named 0:00 of the next would make people think they have a day more. */
export const endOfDay = (day: string): string => `${day} 24:00`;
