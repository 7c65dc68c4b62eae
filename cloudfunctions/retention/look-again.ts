import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { columnsOfField } from '../../src/contracts/data-map/derive/columns';
import type { Collection, Held } from '../../src/contracts/data-map/grammar';
import { holdsValue, isNot, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import type { Filter } from '../platform/store';
import { batchOf, type Batch } from './people';
import type { Remains } from './remains';

/** A column, and the person behind each of the values to look for in it. */
type Lead = readonly [column: string, owners: ReadonlyMap<string, string>];
type Digest = Exclude<Held, '_id'>;

/** No more values than one call answers for. */
const CHUNK = 1000;
/** Own rows and, if ever, a few of others, for an index lets no two accounts have the same digest. */
const MOST_TWINS = 1000;

const digestsOf = ({ people }: Batch, digest: Digest): Lead[1] =>
  new Map(people.flatMap(({ id, account }) => (account ? [[account[digest], id] as const] : [])));

function leadsOf({ link }: Collection, batch: Batch): Lead[] {
  const ids = new Map(batch.people.map(({ id }) => [id, id]));
  if (link.by === 'id') return [['_id', ids]];
  if (link.by === 'field') return [[link.field, ids]];
  if (link.by === 'through') return [[link.field, batch.through.get(link.collection) ?? new Map()]];
  if (link.by === 'columns')
    return Object.entries(link.columns).map(([column, held]) => [
      column,
      held === '_id' ? ids : digestsOf(batch, held),
    ]);
  return [];
}

const inChunks = ([column, owners]: Lead): Lead[] =>
  Array.from({ length: Math.ceil(owners.size / CHUNK) }, (_, index) => [
    column,
    new Map([...owners].slice(index * CHUNK, (index + 1) * CHUNK)),
  ]);

/** What erasing ends by its value: of somebody who is gone nothing waits for staff. */
const ended: Partial<Record<CollectionName, object>> = { requests: { open: true } };

/**
 * What a row that this lead finds must not be like once its person is erased: there at all, still holding what no law
 * keeps, or not ended. Where the lead itself becomes everyone's, finding anything is the fault.
 */
function faultsOf(name: CollectionName, lead: string): object[] {
  const { fields }: Collection = dataMap[name];
  const entries = Object.entries(fields);
  if (entries.every(([, { erase }]) => erase === 'drop')) return [{}];
  if (fields[lead]?.erase === 'pseudonymise') return [{}];
  const held = entries.flatMap(([column, field]): object[] => {
    if (field.erase === 'keep-until') return [];
    if (field.erase === 'pseudonymise') return [{ [column]: isNot(field.as ?? '') }];
    return columnsOfField(column, field).map((each) => ({ [each.column]: holdsValue(true) }));
  });
  return [...held, ...[ended[name] ?? []].flat()];
}

type Found = readonly [person: string, collection: string, rows: number];

async function foundIn({ store }: Job, name: CollectionName, batch: Batch): Promise<Found[]> {
  const found: Found[] = [];
  for (const [column, owners] of leadsOf(dataMap[name], batch).flatMap(inChunks)) {
    for (const fault of faultsOf(name, column)) {
      const filter = { ...fault, [column]: oneOf([...owners.keys()]) } as Filter<typeof name>;
      const counts = await store.countBy(name, filter, column as '_id');
      for (const [value, rows] of counts) found.push([owners.get(value) ?? '', name, rows]);
    }
  }
  return found;
}

/** Other accounts under a person's digests; who registered anew since this run began is somebody new. */
async function twinsBy({ store, now }: Job, batch: Batch, digest: Digest): Promise<Found[]> {
  const found: Found[] = [];
  for (const [column, owners] of inChunks([digest, digestsOf(batch, digest)])) {
    const filter = { [column]: oneOf([...owners.keys()]) } as Filter<'accounts'>;
    const only = ['_id', digest, 'registeredAt'] as const;
    for (const row of await store.find('accounts', filter, { limit: MOST_TWINS, only })) {
      const person = owners.get(row[digest]);
      if (person !== undefined && person !== row._id && row.registeredAt <= now.toISOString())
        found.push([person, 'accounts', 1]);
    }
  }
  return found;
}

const isErased = ({ link, fields }: Collection) =>
  link.by !== 'none' && Object.values(fields).some(({ erase }) => erase !== 'keep-until');

/**
 * Counts what is left of each of a batch's people, apart from how it was taken away: neither the erasure's plan nor its
 * filters are used, but each declared field's own fate and every lead there is - the subject, both digests, and the
 * requests that are there now. `with accounts` also wants the accounts themselves gone.
 */
export async function lookAgain(
  job: Job,
  { people }: Batch,
  what: 'all but accounts' | 'with accounts',
): Promise<Map<string, Remains>> {
  if (people.length === 0) return new Map();
  const batch = await batchOf(job, people);
  const names = (Object.keys(dataMap) as CollectionName[]).filter((name) => isErased(dataMap[name]));
  const found: Found[] = [];
  for (const name of names.filter((each) => what === 'with accounts' || each !== 'accounts'))
    found.push(...(await foundIn(job, name, batch)));
  for (const digest of ['openidDigest', 'phoneDigest'] as const)
    found.push(...(await twinsBy(job, batch, digest)));
  const remains = new Map(people.map(({ id }) => [id, Object.fromEntries(names.map((name) => [name, 0]))]));
  for (const [person, collection, rows] of found) {
    const of = remains.get(person);
    if (of) of[collection] = (of[collection] ?? 0) + rows;
  }
  return remains;
}

/** The same by their ids alone, of people whose accounts are gone. */
export const lookAgainAt = (job: Job, ids: readonly string[]): Promise<Map<string, Remains>> =>
  lookAgain(job, { people: ids.map((id) => ({ id })), through: new Map() }, 'with accounts');
