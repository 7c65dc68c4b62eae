import { View } from '@tarojs/components';
import { uiCopy } from '@/copy/ui';
import { accessible } from './accessible';
import './days-ring.less';

export interface DaysRingProps {
  /** Days left; a negative number is days overdue. */
  left: number;
  /** All the days there were. */
  total: number;
  /** Under the number; default says working days. */
  unit?: string;
}

/** A ring that empties as days pass, with the number and its meaning in words inside. */
export function DaysRing({ left, total, unit = uiCopy.daysUnit }: DaysRingProps) {
  const isOverdue = left < 0;
  const share = isOverdue ? 100 : Math.round((Math.min(left, total) / Math.max(total, 1)) * 100);
  const colour = isOverdue ? 'var(--weui-RED)' : 'var(--ui-good)';
  const words = isOverdue ? uiCopy.overdue : uiCopy.daysLeft;
  return (
    <View
      className="ui-ring"
      style={{ backgroundImage: `conic-gradient(${colour} 0 ${share}%, var(--weui-FG-3) ${share}% 100%)` }}
      {...accessible({ role: 'img', label: `${words} ${Math.abs(left)} ${unit}` })}
    >
      <View className="ui-ring__hole">
        <View className="ui-ring__text">{words}</View>
        <View className="ui-ring__number">{Math.abs(left)}</View>
        <View className="ui-ring__text">{unit}</View>
      </View>
    </View>
  );
}
