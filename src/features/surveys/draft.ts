import type { Answers, Question } from '@/contracts/survey';
import { newAttempt } from '@/features/drafts/attempt';
import { draftsOf } from '@/features/drafts/kept-drafts';
import type { Answer } from './model';

/** What the form of a survey holds while it is filled in: words as they are typed, the rest as it is sent. */
export interface Draft {
  attempt: string;
  answers: readonly Answer[];
}

/** The forms that wait, by the survey's id. */
export const surveyDrafts = draftsOf<Draft>('survey');

/** A form with a person's answers, or with none to any question. */
export const draftOf = (questions: readonly Question[], mine: Answers | null): Draft => ({
  attempt: newAttempt(),
  answers: questions.map((_, index) => mine?.[index] ?? null),
});

/** What becomes of an answer by a tap or by typing. */
export type NextAnswer = (known: Answer) => Answer;

/** The answers with one of them changed. */
export const withAnswer = (answers: readonly Answer[], at: number, next: NextAnswer): readonly Answer[] =>
  answers.map((known, each) => (each === at ? next(known) : known));

/** One of several, or nothing when it was the chosen one: no answer has to stay. */
export const turned =
  (place: number): NextAnswer =>
  (said) =>
    said === place ? null : place;

/** Several, with one more or one less, in the order of the options. */
export const toggled =
  (place: number): NextAnswer =>
  (said) => {
    const chosen = Array.isArray(said) ? said : [];
    return chosen.includes(place)
      ? chosen.filter((each) => each !== place)
      : [...chosen, place].sort((one, other) => one - other);
  };

/** What is sent: words without blanks around them, and nothing where nothing is said; undefined where all is empty. */
export function answersIn({ answers }: Draft): Answers | undefined {
  const said = answers.map((each) => {
    if (typeof each === 'string') return each.trim() === '' ? null : each.trim();
    return Array.isArray(each) && each.length === 0 ? null : each;
  });
  return said.every((each) => each === null) ? undefined : said;
}
