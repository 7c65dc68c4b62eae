/** Above what the phone kept from an earlier reading; the moment is Beijing's. */
export const offlineCopy = {
  from: (year: number, month: number, day: number, time: string) =>
    `没有网络，显示的是 ${String(year)}年${String(month)}月${String(day)}日 ${time} 的内容`,
} as const;
