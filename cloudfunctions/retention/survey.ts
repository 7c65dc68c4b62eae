import canonicalize from 'canonicalize';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { emptyTally } from '../domain/community/tally';
import { maskWords } from '../domain/mask-words';
import { auditRow } from '../platform/audit';
import { keysOfAuthors } from '../platform/authors';
import { gt } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import { readableFacts, sealRow } from '../platform/sealing';

type Operator = Handlers<typeof operator>;

const PAGE = 100;

/**
 * Opens a survey as its file defines it, with its audit row in one transaction. The same once more changes nothing;
 * other questions under the same id are refused, for people have answered the ones they saw.
 */
export const surveyOpen: Operator['surveyOpen'] = async ({ store, now, input }) => {
  const { id, by, ...defined } = input;
  const before = await store.get('surveys', id);
  if (before) {
    const { title, intro, questions, closesAt } = before;
    const isSame = canonicalize({ title, intro, questions, closesAt }) === canonicalize(defined);
    return isSame ? ok({ id, closesAt }) : fail('SURVEY_TAKEN');
  }
  if (defined.closesAt <= now.toISOString()) return fail('SURVEY_CLOSED');
  const facts = { ...defined, at: now.toISOString(), answered: 0, tally: emptyTally(defined.questions) };
  await store.transaction(async (transaction) => {
    await transaction.add('surveys', [sealRow(dataMap.surveys, id, facts)]);
    await transaction.add('audits', [auditRow('surveyOpen', { reference: id, by, about: 'opened', now })]);
  });
  return ok({ id, closesAt: defined.closesAt });
};

/**
 * What people wrote to one question, without whose it is and masked, at most 100 rows a page; the look is recorded
 * before it is given (P40).
 */
export const surveyWords: Operator['surveyWords'] = async ({ store, now, input }) => {
  const { id, question, after, by } = input;
  const survey = await store.get('surveys', id);
  if (survey?.questions[question]?.kind !== 'text') return fail('SURVEY_UNKNOWN');
  await store.add('audits', [auditRow('surveyWords', { reference: id, by, about: String(question), now })]);
  const filter = { survey: id, _id: gt(after ?? '') };
  const rows = await store.find('survey_answers', filter, { orderBy: ['_id', 'asc'], limit: PAGE });
  const keys = await keysOfAuthors(store, rows);
  const words = rows.flatMap((row) => {
    const key = keys.get(row.subject);
    const said = key && readableFacts(dataMap.survey_answers, row, key).facts.answers?.[question];
    return typeof said === 'string' ? [maskWords(said)] : [];
  });
  return ok({ words, next: rows.length < PAGE ? null : (rows.at(-1)?._id ?? null) });
};
