import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import type { operator } from '../../src/contracts/operator';
import { ok } from '../../src/contracts/result';
import { changesOf, schemaVersion, type SchemaChangeName } from '../domain/schema-changes';
import { oneOf } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import type { HasTime, Job } from '../platform/job';
import { keyVault } from '../platform/open-key-vault';
import type { Row, Versions } from '../platform/store';
import { Unreadable } from '../platform/unreadable';
import { migrations, type Migration, type Raised } from './migrations';

/** Rows handled together: few enough for one filter and for a function's memory. */
const PAGE = 500;
/** Of a run of the timer; the others of its steps have their time too. */
export const MIGRATING_MS = 2 * 60_000;
/** Of one call by hand, which then says how far it came, long before whoever called gives up. */
const BY_HAND_MS = 20_000;

const names = Object.keys(dataMap) as CollectionName[];

/** Tombstones and keys lie elsewhere where the vault has an environment of its own. */
const versionsOf = ({ store }: Pick<Job, 'store'>, name: CollectionName): Versions =>
  (name === 'keys' ? keyVault().elsewhere?.versions : undefined) ?? store.versions;

type Become = Exclude<Raised<CollectionName>, 'left'>;

/** Rows that become the same by one call. */
type Together = Become & { ids: string[] };

/** Rows with the same change under the same condition go together. */
function together(
  rows: readonly Row<CollectionName>[],
  raised: ReadonlyMap<string, Raised<CollectionName>>,
): Together[] {
  const groups = new Map<string, Together>();
  for (const { _id } of rows) {
    const become = raised.get(_id) ?? { change: {} };
    if (become === 'left') continue;
    const key = JSON.stringify(become);
    const group = groups.get(key) ?? { ...become, ids: [] };
    group.ids.push(_id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** How a row of one version becomes one of the next; the first step is that a row bears a version at all. */
const migrationTo = (name: CollectionName, version: number): Migration<CollectionName> => {
  const change: SchemaChangeName | undefined = changesOf(name)[version - 2];
  return change === undefined
    ? () => Promise.resolve(new Map())
    : (migrations[change] as unknown as Migration<CollectionName>);
};

/** Raises all rows of one version to the next; a page at a time, so that memory stays as it is. */
async function raiseTo(job: Job, name: CollectionName, version: number, hasTime: HasTime): Promise<number> {
  const versions = versionsOf(job, name);
  const migration = migrationTo(name, version);
  let raised = 0;
  for (let after = ''; hasTime();) {
    const rows = await versions.rowsOf(name, version - 1, after, PAGE);
    for (const { ids, change, still } of together(
      rows,
      rows.length > 0 ? await migration(job, rows) : new Map(),
    ))
      raised += await versions.raise(name, { ...still, _id: oneOf(ids) }, version, change);
    if (rows.length < PAGE) return raised;
    after = rows.at(-1)?._id ?? '';
  }
  return raised;
}

/** All collections in turn; one that fails keeps none of the others. */
async function migrateAll(job: Job, hasTime: HasTime): Promise<{ migrated: number; failures: Error[] }> {
  const failures: Error[] = [];
  let migrated = 0;
  for (const name of names) {
    try {
      for (let version = 1; version <= schemaVersion(name) && hasTime(); version += 1)
        migrated += await raiseTo(job, name, version, hasTime);
    } catch (error) {
      failures.push(error instanceof Error ? error : new Error(String(error)));
    }
  }
  return { migrated, failures };
}

/**
 * Brings rows of older releases to the schema of today, change after change, until there is no time left; the next run
 * goes on. May be killed anywhere and run beside itself: each row is changed only while it is of the version before.
 * Answers how many steps rows were raised by; throws when all is tried and something failed.
 */
export async function migrate(job: Job, hasTime: HasTime): Promise<{ migrated: number }> {
  const { migrated, failures } = await migrateAll(job, hasTime);
  const [failure] = failures;
  if (failure) throw failure;
  return { migrated };
}

/** Each collection with the version that this code writes, and the rows that are of another. */
export const schemaStanding = (job: Pick<Job, 'store'>) =>
  Promise.all(
    names.map(async (name) => ({
      collection: name,
      version: schemaVersion(name),
      ...(await versionsOf(job, name).standing(name)),
    })),
  );

/** One stretch of a migration by hand, and how much is left. */
export const migrateNow: Handlers<typeof operator>['migrate'] = async (call) => {
  const began = performance.now();
  const { migrated, failures } = await migrateAll(call, () => performance.now() - began < BY_HAND_MS);
  // What cannot be read is what the answer tells of.
  const bug = failures.find((error) => !(error instanceof Unreadable));
  if (bug !== undefined) throw bug;
  const standing = await schemaStanding(call);
  return ok({
    migrated,
    collections: standing.filter(({ older, unknown }) => older > 0 || unknown > 0),
  });
};
