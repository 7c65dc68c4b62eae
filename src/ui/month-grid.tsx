import { View } from '@tarojs/components';
import { accessible } from './accessible';
import './month-grid.less';

/** One day of a calendar leaf. */
export interface MonthDay {
  number: string;
  /** What is particular about it, in a word or two; empty for a plain day. */
  word: string;
  /** Repeats what the word says. */
  look: 'work' | 'rest' | 'today' | 'due';
}

/** A calendar leaf: weeks of seven places from Monday, null where a place is not shown. */
export interface Month {
  title: string;
  weeks: (MonthDay | null)[][];
}

export interface MonthGridProps {
  months: readonly Month[];
  /** The seven heads. */
  weekdays: readonly string[];
  /** All that the picture shows, as sentences: a screen reader gets these in its place. */
  label: string;
}

/** One or several calendar leaves as a picture. */
export function MonthGrid({ months, weekdays, label }: MonthGridProps) {
  return (
    <View className="ui-months" {...accessible({ role: 'img', label })}>
      {months.map(({ title, weeks }) => (
        <View key={title}>
          <View className="ui-months__title">{title}</View>
          <View className="ui-months__week">
            {weekdays.map((name) => (
              <View key={name} className="ui-months__head">
                {name}
              </View>
            ))}
          </View>
          {weeks.map((week, row) => (
            <View key={row} className="ui-months__week">
              {week.map((day, place) => (
                <Day key={place} day={day} />
              ))}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

function Day({ day }: { day: MonthDay | null }) {
  if (!day) return <View className="ui-months__day" />;
  return (
    <View className={`ui-months__day ui-months__day_${day.look}`}>
      <View>{day.number}</View>
      <View className="ui-months__word">{day.word}</View>
    </View>
  );
}
