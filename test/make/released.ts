import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaChangesKnown } from '../../cloudfunctions/domain/schema-changes';
import { guardAfter } from '../../cloudfunctions/platform/guard';
import { dataMap } from '../../src/contracts/data-map';
import type { Cast } from '../released/life';
import { withKeysOf } from './borrowed-keys';
import { startTestCloud, type TestCloud } from './cloud';
import { put } from './frozen-people';

/** A database as a release left it; see `test/released/record.ts`. */
export interface Released {
  at: string;
  cast: Cast;
  secrets: Record<string, string>;
  columns: Record<string, string[]>;
  rows: Record<string, ({ _id: string } & Record<string, unknown>)[]>;
}

const folder = join(__dirname, '../released/databases');
/** The databases of all releases, by file. */
export const releasedFiles = readdirSync(folder);
export const readReleased = (file: string) =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as Released;

/** Rows that have ended and do not say when, as the first releases left them: what the first two changes are about. */
async function putUndated(on: TestCloud, { requests = [], erasures = [] }: Released['rows']): Promise<void> {
  const closed = requests.find(({ open }) => open === false);
  const { closedAt: _, guard: _guard, schemaVersion: _version, ...request } = closed ?? { _id: '' };
  const undated = { ...request, _id: 'undated-request' };
  await put(on, 'requests', [{ ...undated, guard: guardAfter(dataMap.requests, undated as never) }]);
  const { certifiedAt: _date, schemaVersion: _before, ...erasure } = erasures[0] ?? { _id: '' };
  await put(on, 'erasures', [{ ...erasure, _id: 'undated-erasure', schemaVersion: null }]);
}

/** This release's functions on the database of that one, at the time when it was left. */
export async function takenOver({ at, secrets, rows }: Released): Promise<TestCloud> {
  const on = await startTestCloud(secrets);
  for (const [name, each] of Object.entries(rows)) await put(on, name, each);
  await withKeysOf({ secrets: () => secrets }, () => putUndated(on, rows));
  await on.travel(new Date(Date.parse(at) + 60_000));
  return on;
}

/** What can be asked of the people of a released database. */
export const peopleOf = (on: TestCloud, { cast }: Released) =>
  Object.fromEntries(
    Object.entries(cast).map(([name, { openid, number }]) => [
      name,
      {
        ...{ openid, number },
        call: (to: string, action: string, input: object = {}) => on.invoke(to, { action, ...input }, openid),
        proof: async () => ({ kind: 'wechat', code: await on.phoneCode(openid, number) }),
      },
    ]),
  ) as unknown as Record<
    keyof Cast,
    {
      openid: string;
      number: string;
      call: (...of: [string, string, object?]) => ReturnType<TestCloud['invoke']>;
      proof: () => Promise<object>;
    }
  >;

/** The newest release's. */
export const newestRelease = `${String(schemaChangesKnown)}.json`;

/** Writes columns of a row past every function, as a hand in the console would. */
export async function setColumns(
  on: TestCloud,
  collection: string,
  _id: string,
  columns: object,
): Promise<void> {
  await on.cloud.database.call('database.modifyDocument', {
    collectionName: collection,
    query: JSON.stringify({ _id }),
    data: JSON.stringify({ $set: columns }),
    ...{ queryType: 'WHERE', multi: false, upsert: false, merge: true },
  });
}

/** Gives a row another version of its schema, as a later release would. */
export const setVersion = (on: TestCloud, collection: string, id: string, version: unknown): Promise<void> =>
  setColumns(on, collection, id, { schemaVersion: version });
