import { View } from '@tarojs/components';
import './tag.less';

export interface TagProps {
  /** The state as a word; the colour only repeats it. */
  text: string;
  tone?: 'plain' | 'good' | 'warn' | 'bad';
}

/** A word in a frame: a state, a category. */
export function Tag({ text, tone = 'plain' }: TagProps) {
  return <View className={`ui-tag ui-tag_${tone}`}>{text}</View>;
}
