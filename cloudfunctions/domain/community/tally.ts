import {
  countsOf,
  FEWEST_SHOWN,
  placesIn,
  type Answers,
  type Question,
  type Tally,
} from '../../../src/contracts/survey';

/** The counts of a survey that nobody has answered. */
export const emptyTally = (questions: readonly Question[]): Tally =>
  questions.map((question) => Array.from({ length: countsOf(question) }, () => 0));

/** The counts with one person's answers added, or taken out; none falls below nothing. */
export const tallied = (tally: Tally, questions: readonly Question[], answers: Answers, by: 1 | -1): Tally =>
  tally.map((counts, index) => {
    const question = questions[index];
    const places = question ? placesIn(question, answers[index] ?? null) : undefined;
    return counts.map((count, at) => Math.max(0, count + (places?.includes(at) ? by : 0)));
  });

/** The counts as others may read them: of a question that too few have answered, none. */
export const readableTally = (tally: Tally, questions: readonly Question[]): Tally =>
  tally.map((counts, index) => {
    // Who chooses several is counted several times: as many as chose the same are different people for certain.
    const people =
      questions[index]?.kind === 'multiple'
        ? Math.max(0, ...counts)
        : counts.reduce((sum, count) => sum + count, 0);
    return people >= FEWEST_SHOWN ? [...counts] : [];
  });

/**
 * Whether the counts that everybody reads are taken anew, by how many people the last ones were of: with five more, so
 * that what changed between two of them tells of nobody.
 */
export const isShownAt = (answered: number, shownOf = 0): boolean => answered >= shownOf + FEWEST_SHOWN;
