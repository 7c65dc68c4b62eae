import { requestStates } from '../../src/contracts/request-vocabulary';
import { ok } from '../../src/contracts/result';
import type { staff as contract } from '../../src/contracts/staff';
import { gt, oneOf } from '../platform/conditions';
import type { Handlers } from '../platform/handler';

type Staff = Handlers<typeof contract>;
const PAGE = 100;
const MOST_NOTICES = 50;
/** Before every place. */
const BEGINNING = '';

/**
 * One page of what waits for staff, in two calls however long the queue is: the ready-made rows, and who of their
 * people is still there, for a frozen account's request is nobody's business from that moment on (P35).
 */
export const queue: Staff['queue'] = async ({ store, input }) => {
  const rows = await store.find(
    'review_queue',
    { rank: gt(input.after ?? BEGINNING) },
    { orderBy: ['rank', 'asc'], limit: PAGE, known: true },
  );
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  const present =
    subjects.length === 0
      ? []
      : await store.find(
          'accounts',
          { _id: oneOf(subjects), status: 'active' },
          { limit: subjects.length, only: ['_id'], known: true },
        );
  const active = new Set(present.map(({ _id }) => _id));
  return ok({
    requests: rows
      .filter(({ subject }) => active.has(subject))
      .map(({ _id: id, subject: _, asOf: _day, rank: _place, who, urgency, attachments, ...shown }) => ({
        id,
        ...shown,
        who: who ?? null,
        attachments: attachments ?? 0,
        urgency,
        overdue: urgency === 'overdue' && requestStates[shown.state].waitsFor === 'staff',
      })),
    next: rows.length === PAGE ? (rows.at(-1)?.rank ?? null) : null,
  });
};

/** The newest reminders. */
export const notices: Staff['notices'] = async ({ store, now }) => {
  const rows = await store.find(
    'staff_notices',
    { at: gt(new Date(now.getTime() - 30 * 24 * 60 * 60_000).toISOString()) },
    { orderBy: ['at', 'desc'], limit: MOST_NOTICES },
  );
  return ok({
    notices: rows
      .filter(({ count }) => count > 0)
      .map(({ day, kind, role, count, requestIds }) => ({ day, kind, role, count, requestIds })),
  });
};
