/** An instant as people in Beijing read it; takes a `Date` or ISO time. */
export const beijingTime = (instant: Date | string): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(instant));
