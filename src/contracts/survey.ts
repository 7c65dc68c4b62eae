import * as z from 'zod/mini';
import { operationsOf } from './operation';
import { id, instant, text } from './values';

const title = text(80);
const options = z.array(text(40)).check(z.minLength(2), z.maxLength(10));

/** The steps of a scale. */
export const SCALE = 5;
/** Questions of one survey. */
export const MOST_QUESTIONS = 20;
/** The longest answer in words, in characters. */
export const LONGEST_ANSWER = 500;
/** Results are shown from so many on, and anew after as many: of fewer, who knows the others could reckon out one. */
export const FEWEST_SHOWN = 5;

/** One question, as staff define it. */
export const question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), title, options }),
  z.strictObject({ kind: z.literal('multiple'), title, options }),
  /** From 1 to 5, with a word for each end. */
  z.strictObject({ kind: z.literal('scale'), title, low: text(10), high: text(10) }),
  z.strictObject({ kind: z.literal('text'), title }),
]);

/** A question of a survey. */
export type Question = z.infer<typeof question>;

/** All of a survey's questions. */
export const questions = z.array(question).check(z.minLength(1), z.maxLength(MOST_QUESTIONS));

const place = z.int().check(z.minimum(0), z.maximum(9));

/**
 * One answer: the place of an option, places of several, a step of a scale as its place, or words; null where nothing
 * is said, for nobody has to answer anything.
 */
const answer = z.nullable(z.union([place, z.array(place).check(z.maxLength(10)), text(LONGEST_ANSWER)]));

/** The answers to a survey, in the order of its questions. */
export const answers = z.array(answer).check(z.minLength(1), z.maxLength(MOST_QUESTIONS));

/** The answers of one person. */
export type Answers = z.infer<typeof answers>;

/**
 * How often each option was chosen, by question; of words, how many wrote any. What too few have answered has no counts
 * when it is shown.
 */
export const tally = z.array(z.array(z.int().check(z.minimum(0))));

/** The counts of a survey. */
export type Tally = z.infer<typeof tally>;

/** How many counts a question has. */
export const countsOf = (asked: Question): number =>
  asked.kind === 'scale' ? SCALE : asked.kind === 'text' ? 1 : asked.options.length;

/** The places that an answer counts at; undefined where it does not fit its question. */
export function placesIn(asked: Question, said: Answers[number]): number[] | undefined {
  if (said === null) return [];
  if (asked.kind === 'text') return typeof said === 'string' ? [0] : undefined;
  const most = countsOf(asked);
  const chosen = typeof said === 'number' ? [said] : Array.isArray(said) ? said : undefined;
  const isShaped = Array.isArray(said) === (asked.kind === 'multiple');
  const isOnce = chosen !== undefined && new Set(chosen).size === chosen.length;
  return isShaped && isOnce && chosen.every((at) => at < most) ? chosen : undefined;
}

/** Whether answers fit the questions, each its own, and say anything at all. */
export const fitsQuestions = (asked: readonly Question[], said: Answers): boolean =>
  said.length === asked.length &&
  said.some((each) => each !== null && !(Array.isArray(each) && each.length === 0)) &&
  asked.every((each, index) => placesIn(each, said[index] ?? null) !== undefined);

const operation = operationsOf('community');
const head = { id, title: z.string(), closesAt: instant, isOpen: z.boolean(), isAnswered: z.boolean() };
const member = ['NOT_REGISTERED', 'FROZEN', 'LOCKED'] as const;

/** What people do with surveys; reading one is open to everyone. */
export const survey = {
  /** The newest 20, open ones and those that are over. */
  surveys: operation('surveys', {
    input: z.strictObject({}),
    output: z.strictObject({ surveys: z.array(z.strictObject(head)) }),
  }),
  /** One survey with the caller's own answers, and the counts where enough people have answered. */
  survey: operation('survey', {
    input: z.strictObject({ id }),
    output: z.strictObject({
      ...head,
      intro: z.string(),
      questions,
      answered: z.int(),
      tally: z.nullable(tally),
      /** Of how many people the counts are. */
      counted: z.int(),
      mine: z.nullable(answers),
    }),
    errors: ['SURVEY_UNKNOWN'],
  }),
  /** Answers, or changes one's answers, until it closes. The same answers once more change nothing. */
  answer: operation('answer', {
    writes: 'again',
    input: z.strictObject({ id, answers }),
    output: z.strictObject({ id, answered: z.int() }),
    errors: [...member, 'CHILD_LIMITED', 'SURVEY_UNKNOWN', 'SURVEY_CLOSED', 'SURVEY_MISFIT'],
  }),
  /** Takes one's answers away, and out of the counts when they are taken anew; what is gone already changes nothing. */
  unanswer: operation('unanswer', {
    writes: 'again',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    errors: member,
  }),
} as const;
