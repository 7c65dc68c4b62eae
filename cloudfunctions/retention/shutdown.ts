import { controller } from '../../src/contracts/controller';
import { fail } from '../../src/contracts/errors';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { auditRow } from '../platform/audit';
import { gt, oneOf } from '../platform/conditions';
import { isPlatformClosed } from '../platform/environment';
import type { Handlers } from '../platform/handler';

type Operator = Handlers<typeof operator>;

const PAGE = 1000;
/** The timer comes every ten minutes, and 200 people take it well under this, at half a second a database call. */
const TIMER_MINUTES = 10;
const PEOPLE_PER_MINUTE = 400;

/** Everyone whose data a shutdown erases, a page at a time. Changes nothing; the look leaves its row (P40). */
export const shutdownPlan: Operator['shutdownPlan'] = async ({ store, input, now }) => {
  const rows = await store.find(
    'accounts',
    { _id: gt(input.after ?? '') },
    { orderBy: ['_id', 'asc'], limit: PAGE, only: ['_id', 'status'] },
  );
  const total = await store.count('accounts', { _id: gt('') });
  const look = { reference: 'shutdown', by: input.by, about: String(rows.length), now };
  await store.add('audits', [auditRow('shutdownPlan', look)]);
  return ok({
    closed: isPlatformClosed(),
    subjects: rows.map(({ _id, status }) => ({ subject: _id, status })),
    next: rows.length < PAGE ? null : (rows.at(-1)?._id ?? null),
    total,
    minutes: TIMER_MINUTES + Math.ceil(total / PEOPLE_PER_MINUTE),
  });
};

/**
 * Freezes everyone in one database call with no cooling-off, its audit row first, for no transaction holds so many; the
 * erasure that the timer runs does the rest, certificate included (P33). No chain gets a row for it but the one that
 * ends it; a frozen account without another reason says by itself that the platform has closed. Precondition:
 * registration is closed. Safe to repeat: who is frozen already only loses the wait, and nobody can restore an account
 * whose time is over.
 */
export const shutdown: Operator['shutdown'] = async ({ store, now, input, once }) => {
  if (!isPlatformClosed()) return fail('PLATFORM_OPEN');
  if (input.confirm !== controller.platform) return fail('CONFIRMATION_WRONG');
  const at = now.toISOString();
  const audit = auditRow('shutdown', { reference: 'shutdown', by: input.by, about: 'frozen', now });
  await once(() => store.add('audits', [audit]));
  const frozen = await store.change(
    'accounts',
    { status: oneOf(['active', 'frozen']) },
    { status: 'frozen', eraseAfter: at },
  );
  return ok({ frozen, eraseAfter: at });
};
