import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import type { breachInput, operator } from '../../src/contracts/operator';
import { ok, type Result } from '../../src/contracts/result';
import { wasThere, type Breach } from '../domain/incident';
import { auditRow } from '../platform/audit';
import { gt, oneOf } from '../platform/conditions';
import type { Call, Handlers } from '../platform/handler';
import { sealRow } from '../platform/sealing';
import type { Store } from '../platform/store';
import { leakOf, type Leak } from './incident-field';
import { reachedAccounts, type Reached } from './incident-people';
import { reachedRows } from './incident-rows';
import { reachedThrough } from './incident-through';

type Incident = Pick<Handlers<typeof operator>, 'incident' | 'incidentErased' | 'incidentNotify'>;
const PAGE = 1000;

/** The breach in one spelling of its instants, for they are compared as text. */
const breachOf = ({ from, to }: { from: string; to: string }): Breach => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});

/** The same breach has the same id, so that telling people of it twice adds nothing. */
const incidentId = (field: string, { from, to }: Breach): string =>
  createHash('sha256').update([field, from, to].join('|')).digest('hex').slice(0, 16);

type Inquiry = Pick<Call<z.infer<typeof breachInput>>, 'input' | 'now'>;

/** Who looked into which breach; the same breach has the same id in every row. */
const auditOf = (operation: 'incident' | 'incidentErased' | 'incidentNotify', { input, now }: Inquiry) => {
  const about = incidentId(input.field, breachOf(input));
  return auditRow(operation, { reference: input.field, by: input.by, about, now });
};

/** How a page of people is found, by how a collection's rows belong to them. */
const reach = {
  id: reachedAccounts,
  field: reachedRows,
  columns: reachedThrough,
  through: reachedThrough,
} as const satisfies Record<Leak['link']['by'], unknown>;

/** One page of the people whom the breach of a field reaches, by subject id. */
async function reachedPage(
  store: Store,
  input: z.infer<typeof breachInput>,
): Promise<Result<Reached & { breach: Breach }>> {
  const leak = leakOf(input.field);
  if (!leak.ok) return leak;
  const breach = breachOf(input);
  if (breach.from > breach.to) return fail('INVALID_INPUT');
  const reached = reach[leak.data.link.by];
  return ok({ ...(await reached(store, leak.data, breach, input.after ?? '')), breach });
}

/** Who is affected, a page of at most 1000 people looked at: subject ids and times, no personal data (P44). */
export const incident: Incident['incident'] = async ({ store, input, now }) => {
  const page = await reachedPage(store, input);
  if (!page.ok) return page;
  const { people, damaged, looked, next } = page.data;
  await store.add('audits', [auditOf('incident', { input, now })]);
  return ok({ people, damaged, looked, next });
};

/**
 * How many people were there during the breach and are erased by now: nobody can reach them, and nothing tells any more
 * whether they had filled the field, so for an optional one this is an upper bound.
 */
export const incidentErased: Incident['incidentErased'] = async ({ store, input, now }) => {
  const leak = leakOf(input.field);
  if (!leak.ok) return leak;
  const breach = breachOf(input);
  const filter = {
    state: oneOf(['begun', 'wiped', 'certified']),
    begunAt: gt(breach.from),
    ...(input.after !== undefined && { _id: gt(input.after) }),
  };
  const journal = await store.find('erasures', filter, {
    orderBy: ['_id', 'asc'],
    limit: PAGE,
    only: ['_id', 'begunAt'],
  });
  const first = new Map(journal.map(({ _id, begunAt }) => [`${_id}.1`, begunAt]));
  const rows =
    first.size === 0
      ? []
      : await store.find('ledger', { _id: oneOf([...first.keys()]) }, { limit: PAGE, only: ['_id', 'at'] });
  await store.add('audits', [auditOf('incidentErased', { input, now })]);
  const counted = rows.filter(({ _id, at }) => wasThere(at, first.get(_id) ?? '', breach));
  return ok({
    erased: counted.length,
    next: journal.length === PAGE ? (journal.at(-1)?._id ?? null) : null,
  });
};

/**
 * Queues one message for each affected person of a page. May be repeated after a failure, or from the beginning: a
 * message's id is made of the breach and the person, and who has one already, sent or not, gets no second. The audit
 * row comes first, for no transaction holds a thousand messages.
 */
export const incidentNotify: Incident['incidentNotify'] = async ({ store, input, now, once }) => {
  const page = await reachedPage(store, input);
  if (!page.ok) return page;
  const { people, breach, next } = page.data;
  const incident = incidentId(input.field, breach);
  const byId = new Map(people.map(({ subject }) => [`${incident}.${subject}`, subject]));
  const ids = [...byId.keys()];
  const there =
    ids.length === 0 ? [] : await store.find('messages', { _id: oneOf(ids) }, { limit: PAGE, only: ['_id'] });
  const known = new Set(there.map(({ _id }) => _id));
  const at = now.toISOString();
  const fresh = [...byId].filter(([id]) => !known.has(id));
  const rows = fresh.map(([id, subject]) =>
    sealRow(dataMap.messages, id, {
      subject,
      template: 'incident',
      about: { field: input.field, ...breach },
      state: 'waiting',
      tries: 0,
      createdAt: at,
      nextAt: at,
    }),
  );
  await once(() => store.add('audits', [auditOf('incidentNotify', { input, now })]));
  if (rows.length > 0) await store.add('messages', rows);
  return ok({ incident, queued: rows.length, known: known.size, next });
};
