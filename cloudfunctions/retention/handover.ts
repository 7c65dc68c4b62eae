import { recipients } from '../../src/contracts/data-map/recipients';
import { fail } from '../../src/contracts/errors';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { beijingDay } from '../domain/calendar/iso-day';
import { agreed, isEnded, recipientOf, type Recipients } from '../domain/sharing';
import { auditRow } from '../platform/audit';
import { gt } from '../platform/conditions';
import type { Handlers } from '../platform/handler';

type Handover = Handlers<typeof operator>['handover'];
const PAGE = 500;

/**
 * Who is handed over to a successor: those whose grant for it stands, and nobody else (P26, PIPL 22). Frozen accounts
 * are on their way out and stay. The table is an argument, for today's has no successor.
 */
export const handoverFrom =
  (table: Recipients): Handover =>
  async ({ store, input, now }) => {
    const recipient = recipientOf(table, input.recipient);
    if (recipient?.kind !== 'successor' || isEnded(recipient, beijingDay(now)))
      return fail('RECIPIENT_UNKNOWN');
    const filter = { status: 'active', ...(input.after !== undefined && { _id: gt(input.after) }) } as const;
    const people = await store.find('accounts', filter, {
      orderBy: ['_id', 'asc'],
      limit: PAGE,
      only: ['_id', 'shares'],
    });
    const subjects = agreed(recipient, input.recipient, people).map(({ _id }) => _id);
    const look = { reference: input.recipient, by: input.by, about: String(subjects.length), now };
    await store.add('audits', [auditRow('handover', look)]);
    return ok({
      subjects,
      looked: people.length,
      next: people.length === PAGE ? (people.at(-1)?._id ?? null) : null,
    });
  };

/** The same over the real table. */
export const handover = handoverFrom(recipients);
