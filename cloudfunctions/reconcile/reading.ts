import { randomUUID } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import { mask } from '../../src/contracts/data-map/derive/mask';
import { fail } from '../../src/contracts/errors';
import { requestStates } from '../../src/contracts/request-vocabulary';
import { ok } from '../../src/contracts/result';
import type { Output } from '../../src/contracts/operation';
import type { staff as contract } from '../../src/contracts/staff';
import { maskWords } from '../domain/mask-words';
import { summaryOf } from '../domain/requests/present';
import { allowedDecisions } from '../domain/requests/states';
import { oneOf } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import { caseOf, factsOf } from '../platform/member';
import { record } from '../platform/record';
import { openRow, sealRow } from '../platform/sealing';
import type { Store } from '../platform/store';
import { requireRight } from './roles';

type Staff = Handlers<typeof contract>;
const PAGE = 100;

/** The open requests of one priority by due date; rows from before there was one count as 1. */
const openWith = (store: Store, priority: 0 | 1) =>
  store.find(
    'requests',
    { open: true, priority: priority === 0 ? 0 : oneOf([1, null]) },
    { orderBy: ['dueOn', 'asc'], limit: PAGE },
  );

/**
 * Reports of a leak first, then by due date (P43, P73), without a word of the persons'; requests of people who are
 * leaving wait with them.
 */
export const queue: Staff['queue'] = async ({ store, now }) => {
  const byPriority = await Promise.all([openWith(store, 0), openWith(store, 1)]);
  const open = byPriority.flat().slice(0, PAGE);
  const subjects = [...new Set(open.map(({ subject }) => subject))];
  const present = { _id: oneOf(subjects), status: 'active' } as const;
  const active = new Set(
    (await store.find('accounts', present, { limit: PAGE, only: ['_id'] })).map(({ _id }) => _id),
  );
  const rows = open.filter(({ subject }) => active.has(subject));
  return ok({
    requests: rows.map((row) => {
      const { provisional: _, ...summary } = summaryOf(row._id, row, now);
      return { ...summary, allowed: allowedDecisions(row.kind, row.state) };
    }),
  });
};

type Details = Output<typeof contract.read>['details'];

const maskedDetails = (details: Details): Details =>
  typeof details === 'object' && details !== null
    ? Object.fromEntries(Object.entries(details).map(([name, words]) => [name, maskWords(words)]))
    : details && maskWords(details);

/**
 * The person's words for the one who handles them, masked like the phone; the look is audited before it is given (P40).
 */
export const read: Staff['read'] = async ({ store, input, now }) => {
  const right = requireRight(input.reviewer, 'read');
  if (!right.ok) return right;
  const found = await caseOf(store, input.id);
  if (found === 'unknown') return fail('REQUEST_UNKNOWN');
  if (found === 'frozen') return fail('SUBJECT_LEAVING');
  const { request: row, member } = found;
  const audit = {
    requestId: row._id,
    reviewer: input.reviewer,
    action: 'read',
    outcome: row.state,
    at: now.toISOString(),
  } as const;
  const isFirst = row.state === 'verified';
  const state = isFirst ? 'in_review' : row.state;
  const version = row.version + Number(isFirst);
  const auditRow = sealRow(dataMap.audits, randomUUID(), audit);
  if (isFirst) {
    await record(store, member, now, {
      events: [{ type: 'request.reviewed', body: { requestId: row._id } }],
      used: { fields: ['phone'], by: 'staff' },
      also: async (transaction) => {
        await transaction.change('requests', row._id, { state, open: requestStates[state].open, version });
        await transaction.add('audits', [auditRow]);
      },
    });
  } else await store.add('audits', [auditRow]);
  const { details, appeal } = openRow(dataMap.requests, row, member.key);
  return ok({
    id: row._id,
    kind: row.kind,
    state,
    version,
    phone: mask('contact', factsOf(member).phone),
    details: maskedDetails((details as Details | undefined) ?? null),
    appeal: appeal === undefined ? null : maskWords(appeal),
  });
};
