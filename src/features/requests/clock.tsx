import { View } from '@tarojs/components';
import { calendarCopy } from '@/copy/privacy/calendar';
import { progressCopy } from '@/copy/privacy/progress';
import { dayInWords } from '@/features/privacy-centre/beijing-time';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { MonthGrid } from '@/ui/month-grid';
import { Notice } from '@/ui/notice';
import { Authority } from './authority';
import { calendarWords, leftInWords, monthsOf } from './clock-calendar';
import type { RequestReading } from './model';

/** Opens the form of a complaint. */
export const complain = to('pages/privacy/request/index', { kind: 'complaint' });

/** How much time is left for an answer, as a count and as a calendar; nothing while no clock runs. */
export function Clock({ reading }: { reading: RequestReading }) {
  const { overdue, dueOn, provisional, calendar, kind } = reading;
  if (overdue) return <Overdue dueOn={dueOn} />;
  if (calendar.length === 0) return null;
  return (
    <View className="clock">
      <View className="clock__left">{leftInWords(reading)}</View>
      <View className="clock__due">{calendarCopy.due(dayInWords(dueOn))}</View>
      <MonthGrid months={monthsOf(reading)} weekdays={calendarCopy.weekdays} label={calendarWords(reading)} />
      <View className="clock__tips">{calendarCopy.tips(kind)}</View>
      {provisional && <Notice kind="warn">{progressCopy.provisional}</Notice>}
    </View>
  );
}

function Overdue({ dueOn }: { dueOn: string }) {
  const { title, text, complain: word } = progressCopy.overdue;
  return (
    <>
      <Notice kind="error" title={title}>
        {text(dayInWords(dueOn))}
        <Button size="mini" className="complain" onTap={complain}>
          {word}
        </Button>
      </Notice>
      <Authority />
    </>
  );
}
