import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { accessible } from './accessible';
import { spoken } from './spoken';
import './cells.less';

export interface CellsProps {
  /** Small heading above the group. */
  title?: string;
  /** Small note below the group. */
  tips?: ReactNode;
  children: ReactNode;
}

/** A group of rows on one ground; holds Cell, SwitchRow, Field and the like. */
export function Cells({ title, tips, children }: CellsProps) {
  return (
    <View className="ui-cells">
      {title !== undefined && (
        <View className="ui-cells__title" {...accessible({ role: 'heading', level: 2 })}>
          {title}
        </View>
      )}
      <View className="ui-cells__list">{children}</View>
      {tips !== undefined && <View className="ui-cells__tips">{tips}</View>}
    </View>
  );
}

export interface CellProps {
  title: ReactNode;
  /** A quieter line under the title. */
  desc?: ReactNode;
  /** What stands at the right: the present value, a Tag. */
  value?: ReactNode;
  /** Makes the row a link with an arrow. */
  onTap?: () => void;
  /** What a screen reader says instead of the title and the value; the quieter line is said after it. */
  label?: string;
  /** For tests and styles: one more class. */
  className?: string;
}

/** The words of a row: a title, and a quieter line under it. */
export function CellBody({ title, desc }: Pick<CellProps, 'title' | 'desc'>) {
  return (
    <View className="ui-cell__bd">
      {desc === undefined ? title : <View>{title}</View>}
      {desc !== undefined && <View className="ui-cell__desc">{desc}</View>}
    </View>
  );
}

/** One row: a fact, or with `onTap` a way to somewhere. At least 56 px high. */
export function Cell({ title, desc, value, onTap, label, className = '' }: CellProps) {
  const said = label === undefined ? undefined : spoken(label, desc);
  const press = onTap
    ? { onClick: onTap, ...accessible({ role: 'button', label: said, pressable: true }) }
    : accessible({ label: said });
  return (
    <View className={`ui-cell ${onTap ? 'ui-cell_press' : ''} ${className}`} {...press}>
      <CellBody title={title} desc={desc} />
      {value !== undefined && <View className="ui-cell__ft">{value}</View>}
      {onTap && <View className="ui-cell__arrow" {...accessible({ hidden: true })} />}
    </View>
  );
}
