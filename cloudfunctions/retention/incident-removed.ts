import type { CollectionName } from '../../src/contracts/data-map';
import type { EventType } from '../../src/contracts/events';
import type { Breach } from '../domain/incident';
import { gt, lte, oneOf } from '../platform/conditions';
import type { Store } from '../platform/store';
import type { Met } from './incident-people';

const PAGE = 1000;

/** Collections whose rows a person can take away, with the events of the chain that say when they came and went. */
const comings: Readonly<Partial<Record<CollectionName, { came: EventType; went: EventType }>>> = {
  request_attachments: { came: 'request.attachment-added', went: 'request.attachment-removed' },
  pictures: { came: 'community.picture-added', went: 'community.picture-removed' },
};

/** Since when each of these people had a row before the breach was over, by their chains. */
async function cameBy(
  store: Store,
  type: EventType,
  people: readonly string[],
  { to }: Breach,
): Promise<Map<string, string>> {
  const first = new Map<string, string>();
  if (people.length === 0) return first;
  for (let after = ''; ;) {
    const filter = { subject: oneOf(people), type, at: lte(to), _id: gt(after) };
    const rows = await store.find('ledger', filter, {
      orderBy: ['_id', 'asc'],
      limit: PAGE,
      only: ['_id', 'subject', 'at'],
    });
    for (const { subject, at } of rows) if (at < (first.get(subject) ?? '~')) first.set(subject, at);
    after = rows.at(-1)?._id ?? '';
    if (rows.length < PAGE) return first;
  }
}

/**
 * The next people by id who had a row before the breach was over and took one away since it began, so that it cannot be
 * found any more. Which one they took away lies sealed and is not looked at: better told once too often.
 */
export async function metRemoved(
  store: Store,
  collection: CollectionName,
  breach: Breach,
  after: string,
): Promise<Met> {
  const coming = comings[collection];
  if (!coming) return { first: new Map(), looked: 0, next: null };
  const filter = { type: coming.went, at: gt(breach.from), ...(after && { subject: gt(after) }) };
  const rows = await store.find('ledger', filter, {
    orderBy: ['subject', 'asc'],
    limit: PAGE,
    only: ['_id', 'subject'],
  });
  const people = [...new Set(rows.map(({ subject }) => subject))];
  return {
    first: await cameBy(store, coming.came, people, breach),
    looked: rows.length,
    next: rows.length === PAGE ? (people.at(-1) ?? null) : null,
  };
}
