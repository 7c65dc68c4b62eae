import { randomUUID } from 'node:crypto';
import cloudbase from '@cloudbase/node-sdk';
import { askAsInAFunction } from '../../config/operate/connect';
import { dataMap } from '../../src/contracts/data-map';
import type { Collection } from '../../src/contracts/data-map/grammar';
import type { TestCloud } from './cloud';

type Document = Record<string, unknown> & { _id: string };

/** Every document of the functions' environment, by collection, as an operator's backup holds them. */
export type Backup = Readonly<Record<string, readonly Document[]>>;

const names = Object.values(dataMap as Record<string, Collection>)
  .filter(({ environment }) => environment === undefined)
  .map(({ name }) => name);

/** Fresh for every use: the SDK keeps connections of a cloud that was stopped. */
function databaseOf(on: TestCloud) {
  askAsInAFunction();
  const [env, secretId, secretKey] = ['local', 'local', 'local'];
  return cloudbase
    .init({ env, secretId, secretKey, serviceUrl: `${on.cloud.url}/admin?${randomUUID()}` })
    .database() as unknown as Sdk;
}

/** What is used of the SDK here; its own declarations leave `database()` untyped. */
interface Sdk {
  command: { exists(yes: boolean): unknown };
  collection(name: string): {
    where(filter: object): {
      limit(most: number): { get(): Promise<{ data: Document[] }> };
      remove(): Promise<unknown>;
    };
    add(rows: readonly Document[]): Promise<unknown>;
  };
}

/** Copies the main environment through the SDK; the key vault's own environment is not part of it. */
export async function backUp(on: TestCloud): Promise<Backup> {
  const db = databaseOf(on);
  const everything = { _id: db.command.exists(true) };
  const entries = names.map(async (name) => {
    const { data } = await db.collection(name).where(everything).limit(1000).get();
    return [name, data] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

const inOrder = (rows: readonly Record<string, unknown>[] = []) =>
  JSON.stringify([...rows].sort((a, b) => (String(a['_id']) < String(b['_id']) ? -1 : 1)));
/** A collection that is as the backup has it is not written again: most of a restore is such. */
const isSame = (now: readonly Record<string, unknown>[], then?: readonly Document[]) =>
  inOrder(now) === inOrder(then);

/** Puts a backup in the place of what is there, as a restore does: what came after it is lost. */
export async function restore(on: TestCloud, backup: Backup, only = names): Promise<void> {
  const db = databaseOf(on);
  for (const name of only) {
    if (isSame(on.rows(name), backup[name])) continue;
    await db
      .collection(name)
      .where({ _id: db.command.exists(true) })
      .remove();
    const rows = backup[name] ?? [];
    if (rows.length > 0) await db.collection(name).add(rows);
  }
}
