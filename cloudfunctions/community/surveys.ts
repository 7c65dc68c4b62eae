import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok } from '../../src/contracts/result';
import {
  FEWEST_SHOWN,
  fitsQuestions,
  type Answers,
  type survey as contract,
} from '../../src/contracts/survey';
import { isShownAt, readableTally, tallied } from '../domain/community/tally';
import { lte, oneOf } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import { openedMember, requireMember, type Member } from '../platform/member';
import { record } from '../platform/record';
import { readableFacts, sealRow } from '../platform/sealing';
import { Conflict, type Row, type Store, type Transaction } from '../platform/store';
import { requireAuthor } from './author';
import { ownId } from './ids';
import { readerOf } from './reader';

type Surveys = Handlers<typeof contract>;
type Survey = Row<'surveys'>;

/** The newest, which is as far back as anybody looks. */
const PAGE = 20;

const headOf = ({ _id: id, title, closesAt }: Survey, now: Date, isAnswered: boolean) => ({
  ...{ id, title, closesAt, isAnswered },
  isOpen: closesAt > now.toISOString(),
});

/** The surveys there are; to a member also which of them are answered. A guest's call writes nothing (P04). */
export const surveys: Surveys['surveys'] = async (call) => {
  const { store, now } = call;
  const rows = await store.find(
    'surveys',
    { at: lte(now.toISOString()) },
    { orderBy: ['at', 'desc'], limit: PAGE, known: true },
  );
  const reader = await readerOf(call);
  const mine = reader ? await answeredBy(store, reader._id, rows) : new Set<string>();
  return ok({ surveys: rows.map((row) => headOf(row, now, mine.has(row._id))) });
};

async function answeredBy(store: Store, id: string, rows: readonly Survey[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const ids = rows.map(({ _id }) => ownId('survey', id, _id));
  const found = await store.find(
    'survey_answers',
    { _id: oneOf(ids) },
    { limit: PAGE, only: ['_id', 'survey'], known: true },
  );
  return new Set(found.map((row) => row.survey));
}

/** What somebody answered; undefined where it was altered, so that it does not open, and can still be taken away. */
const answersOf = ({ key }: Member, row: Row<'survey_answers'>): Answers | undefined =>
  readableFacts(dataMap.survey_answers, row, key).facts.answers;

/**
 * One survey. What is shown while it is open are the counts of every fifth person, and of a question that fewer than
 * five have answered none, so that nobody can be reckoned out of it.
 */
export const survey: Surveys['survey'] = async (call) => {
  const { store, now, input } = call;
  const row = await store.get('surveys', input.id);
  if (!row) return fail('SURVEY_UNKNOWN');
  const reader = await readerOf(call);
  const own = reader && (await store.get('survey_answers', ownId('survey', reader._id, row._id)));
  const mine = own ? (answersOf(await openedMember(reader), own) ?? null) : null;
  const { intro, questions, answered } = row;
  const head = headOf(row, now, own !== undefined);
  const counts = answered < FEWEST_SHOWN ? undefined : head.isOpen ? row.shown : row.tally;
  const tally = counts ? readableTally(counts, questions) : null;
  const counted = head.isOpen ? (row.shownOf ?? 0) : answered;
  return ok({ ...head, intro, questions, answered, tally, counted, mine });
};

/** Counts one person more, differently or less, in the transaction that writes their answers. */
async function recount(
  transaction: Transaction,
  id: string,
  before: Answers | undefined,
  after: Answers | undefined,
): Promise<number> {
  const row = await transaction.get('surveys', id);
  if (!row) throw new Conflict();
  const { questions } = row;
  const without = before ? tallied(row.tally, questions, before, -1) : row.tally;
  const tally = after ? tallied(without, questions, after, 1) : without;
  const answered = Math.max(0, row.answered + Number(after !== undefined) - Number(before !== undefined));
  await transaction.change('surveys', id, {
    tally,
    answered,
    ...(isShownAt(answered, row.shownOf) && { shown: tally, shownOf: answered }),
  });
  return answered;
}

/** Answers a survey or changes one's answers: one row a person, so that each counts once. */
export const answer: Surveys['answer'] = async (call) => {
  const { store, now, input } = call;
  const author = await requireAuthor(call);
  if (!author.ok) return author;
  const { data: member } = author;
  const row = await store.get('surveys', input.id);
  if (!row) return fail('SURVEY_UNKNOWN');
  if (row.closesAt <= now.toISOString()) return fail('SURVEY_CLOSED');
  if (!fitsQuestions(row.questions, input.answers)) return fail('SURVEY_MISFIT');
  const id = ownId('survey', member.id, row._id);
  const own = await store.get('survey_answers', id);
  const before = own && (answersOf(member, own) ?? []);
  if (before && JSON.stringify(before) === JSON.stringify(input.answers))
    return ok({ id: row._id, answered: row.answered });
  const facts = { subject: member.id, survey: row._id, answers: input.answers, at: now.toISOString() };
  const sealed = sealRow(dataMap.survey_answers, id, facts, member.key);
  let answered = 0;
  await record(store, member, now, {
    events: [{ type: 'survey.answered', body: { survey: row._id } }],
    also: async (transaction) => {
      const { _id, subject: _subject, ...columns } = sealed;
      if (own) await transaction.change('survey_answers', _id, columns);
      else await transaction.add('survey_answers', [sealed]);
      answered = await recount(transaction, row._id, before, input.answers);
    },
  });
  return ok({ id: row._id, answered });
};

/** Takes one's answers away and out of the counts. */
export const unanswer: Surveys['unanswer'] = async (call) => {
  const { store, now, input } = call;
  const member = await requireMember(call);
  if (!member.ok) return member;
  const id = ownId('survey', member.data.id, input.id);
  const own = await store.get('survey_answers', id);
  if (!own) return ok({ id: input.id });
  const before = answersOf(member.data, own) ?? [];
  // The survey itself may have ended its life long before.
  const isThere = (await store.get('surveys', input.id)) !== undefined;
  await record(store, member.data, now, {
    events: [{ type: 'survey.withdrawn', body: { survey: input.id } }],
    also: async (transaction) => {
      await transaction.remove('survey_answers', id);
      if (isThere) await recount(transaction, input.id, before, undefined);
    },
  });
  return ok({ id: input.id });
};
