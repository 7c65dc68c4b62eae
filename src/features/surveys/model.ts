import type { Output } from '@/contracts/operation';
import { placesIn, type Answers, type Question, type survey } from '@/contracts/survey';
import { surveyCopy } from '@/copy/survey';

/** A survey in the list. */
export type SurveyHead = Output<typeof survey.surveys>['surveys'][number];

/** A whole survey as the server tells it. */
export type Survey = Output<typeof survey.survey>;

/** The answer to one question. */
export type Answer = Answers[number];

/** As whoever logged out on this phone may see it: the server still knows them by WeChat. */
export const asGuest = (whole: Survey): Survey => ({ ...whole, isAnswered: false, mine: null });

const ALL = 100;

/** How many of all who answered, in whole percent; none of none. */
export const percentOf = (count: number, all: number): number =>
  all === 0 ? 0 : Math.round((count / all) * ALL);

/** The mean step of a scale to one decimal; undefined while nobody chose one. */
export function averageOf(counts: readonly number[]): string | undefined {
  const people = counts.reduce((sum, count) => sum + count, 0);
  const steps = counts.reduce((sum, count, place) => sum + count * (place + 1), 0);
  return people === 0 ? undefined : (steps / people).toFixed(1);
}

/** What can be chosen of a question, in words; of one that is answered in words nothing. */
export function choicesOf(asked: Question, steps: number): string[] {
  if (asked.kind === 'text') return [];
  if (asked.kind !== 'scale') return [...asked.options];
  return Array.from({ length: steps }, (_, place) => {
    const word = place === 0 ? asked.low : place === steps - 1 ? asked.high : undefined;
    return word === undefined ? surveyCopy.step(place + 1) : surveyCopy.end(place + 1, word);
  });
}

/** An answer in words; undefined where nothing was said. */
export function answerInWords(asked: Question, said: Answer, steps: number): string | undefined {
  if (typeof said === 'string') return said;
  const choices = choicesOf(asked, steps);
  const words = (placesIn(asked, said) ?? []).flatMap((place) => choices[place] ?? []);
  return words.length === 0 ? undefined : words.join('、');
}
