import fc from 'fast-check';
import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { erasurePlan, type ErasureStep } from '../../src/contracts/data-map/derive/erasure';
import type { Collection } from '../../src/contracts/data-map/grammar';
import { GENESIS } from '../../cloudfunctions/domain/ledger';
import { createSubjectKey, lookupDigest } from '../../cloudfunctions/platform/keys';
import { wholeFactsOf } from '../laws/arbitrary/facts';
import { rowOf } from '../laws/arbitrary/rows';
import { memoryStore } from './memory-store';

type Row = Record<string, unknown> & { _id: string };
type Facts = Record<string, unknown>;

/** Somebody in the town: an account, and rows in every collection that can lead to them. */
export interface Resident {
  id: string;
  openid: string;
  phone: string;
}

const ROWS = 2;
const plan = erasurePlan();
const leading: Readonly<Record<string, Facts>> = {
  // What an erasure acts on by its value, not only by whose it is.
  disclosures: { kind: 'compelled', state: 'done' },
  requests: { open: true, state: 'in_review' },
};

/** The columns that lead a row to its person. */
function linkOf({ link }: ErasureStep, { id }: Resident, of: (collection: string) => string): Facts {
  if (link.by === 'field') return { [link.field]: id };
  if (link.by === 'through') return { [link.field]: of(link.collection) };
  return {};
}

/** What the account holds too, and by which a row leads to a person, written into its columns. */
function heldOf({ link }: ErasureStep, { id, openid, phone }: Resident, index: number): Facts {
  if (link.by !== 'columns') return {};
  const values = { openidDigest: lookupDigest(openid), phoneDigest: lookupDigest(phone), _id: id };
  // Each row leads by another of its ways, so that none of them is superfluous.
  const ways = Object.entries(link.columns);
  const [column, held] = ways[index % ways.length] ?? ['', 'openidDigest'];
  return { [column]: values[held] };
}

const sample = (collection: Collection, seed: number): Facts =>
  fc.sample(wholeFactsOf(collection), { seed, numRuns: 1 })[0] as Facts;

type Placed = readonly [collection: CollectionName, row: Row];

function rowsOf(resident: Resident, index: number, due: Date, seed: number): Placed[] {
  const { key, wrapped, wrappedBy } = createSubjectKey(resident.id);
  const idIn = (collection: string, row: number) => `${collection}-${resident.id}-${row}`;
  const placed = (name: CollectionName, facts: Facts, _id: string, more: Facts = {}): Placed => [
    name,
    { ...rowOf(dataMap[name], facts, key, _id), ...more },
  ];
  const linked = plan
    .filter(({ link }) => link.by !== 'id')
    .flatMap((step) =>
      Array.from({ length: ROWS }, (_, row) => {
        const facts = {
          ...sample(dataMap[step.collection], seed + index * 100 + row),
          ...leading[step.collection],
          ...linkOf(step, resident, (collection) => idIn(collection, row)),
        };
        return placed(step.collection, facts, idIn(step.collection, row), heldOf(step, resident, row));
      }),
    );
  const account = {
    ...sample(dataMap.accounts, seed + index),
    openid: resident.openid,
    phone: resident.phone,
    status: 'frozen',
    eraseAfter: due.toISOString(),
    key: wrapped,
    keyWrappedBy: wrappedBy,
    shares: {},
    chain: { seq: 0, head: GENESIS },
  };
  return [...linked, placed('accounts', account, resident.id)];
}

const built = new Map<string, readonly Placed[]>();

/**
 * Random people with random rows in every collection of the map that leads to a person, in a store in memory; the same
 * for the same names and seed. A new collection is in the town as soon as it is in the map. All are frozen since `due`.
 */
export function makeTown(names: readonly string[], due: Date, seed = 7) {
  const memory = memoryStore();
  const residents = names.map((id): Resident => ({ id, openid: `openid-of-${id}`, phone: `phone-of-${id}` }));
  const known = JSON.stringify([names, due, seed]);
  const rows = built.get(known) ?? residents.flatMap((resident, index) => rowsOf(resident, index, due, seed));
  built.set(known, rows);
  for (const [collection, row] of rows) memory.put(collection, row);
  return { ...memory, residents };
}

/** Everything that lies in a store, by collection. */
export const allRows = (rows: (collection: string) => Row[]): Record<CollectionName, Row[]> =>
  Object.fromEntries(Object.keys(dataMap).map((name) => [name, rows(name)])) as Record<CollectionName, Row[]>;
