import { join } from 'node:path';
import { provisionPlan, type CollectionPlan } from '../../src/contracts/data-map/derive/provision';
import { dataMap } from '../../src/contracts/data-map';
import { openDatabase, type Database } from './database';
import { ENVIRONMENT } from './environment';

/** An environment that cannot be had; the message is the sentence to show. */
export class EnvironmentError extends Error {}

/** The databases of this machine's environments, each in a folder of its own. */
export interface Environments {
  /** The environment that the functions run in. */
  main: Database;
  /** An environment's database by the id that a request names; undefined when there is none. */
  named(id: unknown): Database | undefined;
  /** What keeps erased bytes from lingering, over all of them. */
  files: Pick<Database, 'vacuum' | 'dirtySinceVacuum'>;
  close(): Promise<void>;
}

interface Options {
  /** The data folder; the main database stays where it always was, others lie under `environments/`. */
  dir: string;
  now: () => Date;
  /** The environment of the key vault, if there is one beside the main one. */
  keys: string | undefined;
  /** The collections of the main environment; those of the data map when absent. */
  collections: readonly CollectionPlan[] | undefined;
}

/** Opens and provisions them. An id that is not a plain name could name a folder elsewhere, and is refused. */
export function openEnvironments({ dir, now, keys, collections }: Options): Environments {
  if (keys !== undefined && !/^[a-z][a-z0-9-]{0,59}$/.test(keys))
    throw new EnvironmentError(`KEYS_ENV 必须是小写字母、数字和连字符组成的环境 ID，现在是“${keys}”。`);
  if (keys === ENVIRONMENT.id)
    throw new EnvironmentError(`KEYS_ENV 不能是云函数自己的环境“${keys}”，请换一个环境 ID。`);
  const main = openDatabase({ dir: join(dir, 'database'), now });
  main.provision(collections ?? provisionPlan());
  const databases = new Map<unknown, Database>([[ENVIRONMENT.id, main]]);
  if (keys !== undefined) {
    const vault = openDatabase({ dir: join(dir, 'environments', keys, 'database'), now });
    vault.provision(provisionPlan(dataMap, 'keys'));
    databases.set(keys, vault);
  }
  const all = [...databases.values()];
  return {
    main,
    named: (id) => databases.get(id),
    files: {
      dirtySinceVacuum: () => all.some((database) => database.dirtySinceVacuum()),
      vacuum: async () => {
        for (const database of all) if (database.dirtySinceVacuum()) await database.vacuum();
      },
    },
    close: async () => {
      for (const database of all) await database.close();
    },
  };
}
