import type { RequestKind } from '@/contracts/request-vocabulary';

interface Spoken {
  begun: string;
  today: string;
  due: string;
  left: string;
  holidays: readonly string[];
  madeUp: readonly string[];
}

const list = (title: string, days: readonly string[]): string =>
  days.length === 0 ? '' : `${title}：${days.join('、')}。`;

/** The calendar of the days left. */
export const calendarCopy = {
  left: (count: number) => `还剩 ${String(count)} 个工作日`,
  leftOfAll: (count: number) => `还剩 ${String(count)} 天`,
  lastDay: '今天是最后一天',
  due: (day: string) => `最晚 ${day} 答复`,
  month: 'YYYY年M月',
  day: 'M月D日',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  words: { begun: '开始', today: '今天', due: '截止', todayDue: '今天截止', rest: '休', madeUp: '班' },
  /** A question's time is counted in calendar days, every other in working days. */
  tips: (kind: RequestKind) =>
    kind === 'question'
      ? '询问的期限是 15 个自然日，从开始的第二天数起，休息日也算。'
      : '从开始的第二天数起。“休”是周末或假日，不算；“班”是调休上班的日子，要算。',
  spoken: ({ begun, today, due, left, holidays, madeUp }: Spoken) =>
    `日历：${begun} 开始，今天是 ${today}，最晚 ${due} 答复，${left}。` +
    list('除周末外，放假', holidays) +
    list('调休上班', madeUp),
} as const;
