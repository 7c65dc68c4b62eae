import { countsOf, placesIn, type Answers, type Question, type Tally } from '../../../src/contracts/survey';

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
