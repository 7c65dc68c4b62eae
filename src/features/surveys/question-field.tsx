import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { LONGEST_ANSWER, SCALE, type Question } from '@/contracts/survey';
import { surveyCopy } from '@/copy/survey';
import { cut } from '@/features/community/model';
import { accessible } from '@/ui/accessible';
import { CheckboxRow, RadioRows } from '@/ui/choice';
import { Field } from '@/ui/field';
import { toggled, turned, type NextAnswer } from './draft';
import { choicesOf, type Answer } from './model';
import { Scale } from './scale';
import './survey.less';

export interface QuestionFieldProps {
  asked: Question;
  /** Its place among the questions. */
  index: number;
  said: Answer;
  onSay: (next: NextAnswer) => void;
}

/** One question with the way to answer it, or to leave it. */
export function QuestionField(props: QuestionFieldProps) {
  const { asked, index } = props;
  const title = surveyCopy.number(index, asked.title);
  return (
    <View className={`survey-question survey-question_${String(index)}`}>
      <QuestionTitle title={title} hint={surveyCopy.kinds[asked.kind]} />
      <View className="survey-question__list">{fieldOf(props, title)}</View>
    </View>
  );
}

/** The heading of a question, with a quieter line under it. */
export function QuestionTitle({ title, hint }: { title: string; hint?: string }) {
  return (
    <View className="survey-question__head">
      <View className="survey-question__title" {...accessible({ role: 'heading', level: 2 })}>
        {title}
      </View>
      {hint !== undefined && <View className="survey-question__hint">{hint}</View>}
    </View>
  );
}

function fieldOf({ asked, index, said, onSay }: QuestionFieldProps, title: string): ReactNode {
  const named = (place: number) => `q${String(index)}-${String(place)}`;
  switch (asked.kind) {
    case 'single':
      return (
        <RadioRows
          label={title}
          options={asked.options.map((option, place) => ({ value: named(place), title: option }))}
          value={typeof said === 'number' ? named(said) : undefined}
          onChange={(value) => {
            onSay(turned(Number(value.split('-')[1])));
          }}
        />
      );
    case 'multiple':
      return (
        <View {...accessible({ role: 'group', label: title })}>
          {asked.options.map((option, place) => (
            <CheckboxRow
              key={named(place)}
              className={`survey-check_${named(place)}`}
              title={option}
              checked={Array.isArray(said) && said.includes(place)}
              onTap={() => {
                onSay(toggled(place));
              }}
            />
          ))}
        </View>
      );
    case 'scale':
      return (
        <Scale
          label={title}
          low={asked.low}
          high={asked.high}
          steps={choicesOf(asked, SCALE)}
          value={typeof said === 'number' ? said : undefined}
          onChoose={(place) => {
            onSay(turned(place));
          }}
        />
      );
    case 'text':
      return (
        <Field
          className={`survey-words_${String(index)}`}
          label={surveyCopy.yours}
          multiline
          maxLength={LONGEST_ANSWER}
          value={typeof said === 'string' ? said : ''}
          onInput={(typed) => {
            onSay(() => cut(typed, LONGEST_ANSWER));
          }}
        />
      );
  }
}
