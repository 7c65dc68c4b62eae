import { View } from '@tarojs/components';
import { FEWEST_SHOWN, SCALE, type Question } from '@/contracts/survey';
import { surveyCopy, tallyCopy } from '@/copy/survey';
import { accessible } from '@/ui/accessible';
import { Notice } from '@/ui/notice';
import { averageOf, choicesOf, percentOf, type Survey } from './model';
import { QuestionTitle } from './question-field';
import './survey.less';

/** What everybody answered, counted; of fewer than five a sentence in its place. */
export function Results({ survey: { isOpen, questions, counted, tally } }: { survey: Survey }) {
  if (tally === null)
    return (
      <Notice title={tallyCopy.title}>{(isOpen ? tallyCopy.few : tallyCopy.fewOver)(FEWEST_SHOWN)}</Notice>
    );
  return (
    <View className="survey-results">
      <View className="survey-results__title" {...accessible({ role: 'heading', level: 2 })}>
        {tallyCopy.title}
      </View>
      <View className="survey-results__base">
        {tallyCopy.base(counted)}
        {isOpen && tallyCopy.everyFew(FEWEST_SHOWN)}
      </View>
      {questions.map((asked, index) => (
        <View key={`${String(index)}${asked.title}`} className="survey-question">
          <QuestionTitle title={surveyCopy.number(index, asked.title)} />
          <View className="survey-question__list">
            <Counts asked={asked} counts={tally[index] ?? []} answered={counted} />
          </View>
        </View>
      ))}
    </View>
  );
}

interface CountsProps {
  asked: Question;
  counts: readonly number[];
  answered: number;
}

function Counts({ asked, counts, answered }: CountsProps) {
  if (counts.length === 0) return <View className="survey-wrote">{tallyCopy.fewHere(FEWEST_SHOWN)}</View>;
  if (asked.kind === 'text') return <View className="survey-wrote">{tallyCopy.wrote(counts[0] ?? 0)}</View>;
  const average = asked.kind === 'scale' ? averageOf(counts) : undefined;
  return (
    <>
      {average !== undefined && <View className="survey-wrote">{tallyCopy.average(average)}</View>}
      <View {...accessible({ role: 'list' })}>
        {choicesOf(asked, SCALE).map((choice, place) => (
          <Bar key={choice} choice={choice} count={counts[place] ?? 0} answered={answered} />
        ))}
      </View>
    </>
  );
}

/** The words say everything; the bar only shows it again. */
function Bar({ choice, count, answered }: { choice: string; count: number; answered: number }) {
  const percent = percentOf(count, answered);
  return (
    <View className="survey-bar" {...accessible({ role: 'listitem' })}>
      <View className="survey-bar__words">
        <View className="survey-bar__choice">{choice}</View>
        <View className="survey-bar__count">{tallyCopy.people(count, percent)}</View>
      </View>
      <View className="survey-bar__track" {...accessible({ hidden: true })}>
        <View className="survey-bar__fill" style={{ width: `${String(percent)}%` }} />
      </View>
    </View>
  );
}
