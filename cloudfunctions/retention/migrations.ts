import type { CollectionName } from '../../src/contracts/data-map';
import type { schemaChanges, SchemaChangeName } from '../domain/schema-changes';
import { oneOf } from '../platform/conditions';
import { untouchedChange } from '../platform/guarded-request';
import type { Job } from '../platform/job';
import type { Change, Filter, Row } from '../platform/store';

/**
 * What becomes of one row: its new columns, where it still is as this filter says; or it is left at its version, for
 * somebody edited it by hand and a new digest would make the edit look like ours.
 */
export type Raised<N extends CollectionName> = { change: Change<N>; still?: Filter<N> } | 'left';

/**
 * What becomes of a page of rows, by id; a row that is not named can never need anything and gets the new number alone.
 * One that might, should an older function still be at work on it, gets it where it is as it was read.
 */
export type Migration<N extends CollectionName> = (
  job: Job,
  rows: readonly Row<N>[],
) => Promise<ReadonlyMap<string, Raised<N>>>;

type Migrations = { [C in SchemaChangeName]: Migration<(typeof schemaChanges)[C]['collection']> };

/** At its last decision, or now where nobody decided. */
const closed = ({ now }: Job, row: Row<'requests'>): Raised<'requests'> =>
  untouchedChange(row, { closedAt: row.decidedAt ?? now.toISOString() }) ?? 'left';

/** When each of these people's certificates was given. */
async function certifiedAt({ store }: Job, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const only = ['_id', 'certifiedAt'] as const;
  const certificates = await store.find('certificates', { _id: oneOf(ids) }, { limit: ids.length, only });
  return new Map(certificates.map((row) => [row._id, row.certifiedAt]));
}

/**
 * What each change of a schema does to rows from before it (`domain/schema-changes.ts`). A migration gets pages of some
 * hundred rows, may be cut off anywhere and run twice, and must leave a row alone that has what it needs. The code of
 * the same release reads rows that it has not come to yet: what it adds is optional in the data map, until a later
 * release finds no row without it.
 */
export const migrations: Migrations = {
  'requests-closed-at': (job, rows) => {
    const without = rows.filter(({ closedAt }) => closedAt === undefined);
    const asRead = { change: {}, still: { open: true } } as const;
    return Promise.resolve(new Map(without.map((row) => [row._id, row.open ? asRead : closed(job, row)])));
  },
  'erasures-certified-at': async (job, rows) => {
    const undated = rows.filter((row) => row.state === 'certified' && row.certifiedAt === undefined);
    const ids = undated.map(({ _id }) => _id);
    const known = await certifiedAt(job, ids);
    // One that came back with a backup meanwhile is begun anew, and has no such date.
    const still = { state: 'certified', certifiedAt: null } as const;
    const asRead = rows.flatMap(({ _id, state }) =>
      state === 'certified' ? [] : [[_id, { change: {}, still: { state } }] as const],
    );
    const dated = ids.map((id) => {
      const certifiedAt = known.get(id) ?? job.now.toISOString();
      return [id, { change: { certifiedAt }, still }] as const;
    });
    return new Map<string, Raised<'erasures'>>([...asRead, ...dated]);
  },
};
