import { View } from '@tarojs/components';
import { uiCopy } from '@/copy/ui';
import { accessible } from './accessible';
import './steps.less';

/** The word that a screen reader adds to a step's title. */
const WORDS = uiCopy.steps;

export interface Step {
  title: string;
  desc?: string;
  state: keyof typeof WORDS;
}

/** How far something has come, from top to bottom; each step says its state in a word. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <View className="ui-steps" {...accessible({ role: 'list' })}>
      {steps.map((step, index) => (
        <View key={index} className={`ui-step ui-step_${step.state}`} {...accessible({ role: 'listitem' })}>
          <View className="ui-step__title">{`${step.title}（${WORDS[step.state]}）`}</View>
          {step.desc !== undefined && <View className="ui-step__desc">{step.desc}</View>}
        </View>
      ))}
    </View>
  );
}
