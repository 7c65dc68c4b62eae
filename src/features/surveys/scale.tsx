import { View } from '@tarojs/components';
import { accessible } from '@/ui/accessible';
import './survey.less';

export interface ScaleProps {
  /** The question, for a screen reader. */
  label: string;
  /** What each step means, in words, from the lowest on. */
  steps: readonly string[];
  low: string;
  high: string;
  /** The place of the chosen step. */
  value: number | undefined;
  onChoose: (place: number) => void;
}

/** A step between two words; each is a button of its own, with its meaning as its name. */
export function Scale({ label, steps, low, high, value, onChoose }: ScaleProps) {
  return (
    <View className="survey-scale">
      <View className="survey-scale__steps" {...accessible({ role: 'radiogroup', label })}>
        {steps.map((meaning, place) => {
          const isChosen = place === value;
          return (
            <View
              key={meaning}
              className={`survey-step survey-step_${String(place + 1)} ${isChosen ? 'survey-step_on' : ''}`}
              onClick={() => {
                onChoose(place);
              }}
              {...accessible({ role: 'radio', label: meaning, checked: isChosen, pressable: true })}
            >
              {`${isChosen ? '✓ ' : ''}${String(place + 1)}`}
            </View>
          );
        })}
      </View>
      <View className="survey-scale__ends" {...accessible({ hidden: true })}>
        <View>{low}</View>
        <View>{high}</View>
      </View>
    </View>
  );
}
