// The package's index leaves `database()` untyped; its own declarations are right.
import type { Database } from '@cloudbase/node-sdk/types/db';
import * as z from 'zod/mini';
import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { changeSchema, documentSchema } from '../../src/contracts/data-map/derive/document-schema';
import { cloudFiles } from './cloud-files';
import { cloudbase } from './cloudbase';
import { schemaVersion } from '../domain/schema-changes';
import { Condition, gt } from './conditions';
import { Fault } from './fault';
import { before, ofKnown, ofKnownVersion, ofVersion, unknownTo, VERSION, versioned } from './row-version';
import { Conflict, ordersOf, type Row, type Store, type Transaction } from './store';

type Sdkdb = Database.Db;
type SdkTransaction = Database.Transaction;
type Values = Readonly<Record<string, unknown>>;

/** A rejected or error-coded reply of the SDK, as one of ours. The message names no value, for it may be logged. */
function failure(reply: unknown): Error {
  const { code, message } = reply as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' ? message : '';
  const duplicate = /E11000.*?index:\s*(\S+)/.exec(text);
  if (duplicate) return new Conflict(duplicate[1]);
  if (code === 'DATABASE_DUPLICATE_WRITE' || code === 'DATABASE_TRANSACTION_CONFLICT') return new Conflict();
  return new Fault(`database: ${typeof code === 'string' ? code : 'request failed'}`);
}

/** Some SDK calls reject, some resolve to `{code}`: both end here. */
async function answered<T>(call: Promise<T>): Promise<T> {
  const reply = await call.catch((error: unknown) => {
    throw failure(error);
  });
  if (typeof (reply as { code?: unknown }).code === 'string') throw failure(reply);
  return reply;
}

/** The SDK drops undefined members and takes an empty filter for "all": both would hit strangers' rows. */
function guarded(db: Sdkdb, filter: Values): Record<string, unknown> {
  const entries = Object.entries(filter);
  if (entries.length === 0) throw new Fault('an empty filter is refused');
  return Object.fromEntries(
    entries.map(([column, value]) => {
      if (value instanceof Condition) return [column, conditionOf(db, value)];
      if (value === undefined || (typeof value === 'object' && value !== null)) {
        throw new Fault(`filter on ${column} is not a plain value`);
      }
      return [column, value];
    }),
  );
}

function conditionOf({ command: _ }: Sdkdb, { test, value }: Condition): unknown {
  if (value === undefined) throw new Fault('a condition without a value is refused');
  switch (test) {
    case 'lt':
      return _.lt(value);
    case 'lte':
      return _.lte(value);
    case 'gt':
      return _.gt(value);
    case 'oneOf':
      return _.in(value);
    case 'allOf':
      return _.all(value);
    case 'noneOf':
      return _.nin(value);
    case 'not':
      return _.neq(value);
    case 'present':
      return _.exists(value as boolean);
  }
}

const checkedRows = (name: CollectionName, rows: readonly unknown[]) =>
  rows.map((row) => versioned(name, z.parse(documentSchema(dataMap[name]), row) as Values));

function checkedChange({ command: _ }: Sdkdb, name: CollectionName, change: Values) {
  const kept = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== null && value !== undefined),
  );
  z.parse(changeSchema(dataMap[name]), kept);
  const replaced = Object.entries(change)
    .filter(([, value]) => value !== undefined)
    // Objects are set whole: a plain update would merge them into what lies there.
    .map(([column, value]) => [
      column,
      value === null ? _.remove() : typeof value === 'object' ? _.set(value) : value,
    ]);
  return Object.fromEntries(replaced) as Record<string, unknown>;
}

function transactionOn(db: Sdkdb, sdk: SdkTransaction): Transaction {
  return {
    async get(name, id) {
      // In a transaction the SDK answers the document itself or null, whatever its types say.
      const { data } = (await answered(sdk.collection(name).doc(id).get())) as { data: unknown };
      return data ? ofKnown(name, data as Row<typeof name>) : undefined;
    },
    async add(name, rows) {
      await answered(sdk.collection(name).add(checkedRows(name, rows)));
    },
    async change(name, id, change) {
      const reply = await answered(
        sdk
          .collection(name)
          .doc(id)
          .update(checkedChange(db, name, change)),
      );
      if ((reply as { updated?: number }).updated !== 1) throw new Conflict();
    },
    async remove(name, id) {
      const reply = await answered(sdk.collection(name).doc(id).remove());
      if ((reply as { deleted?: number }).deleted !== 1) throw new Conflict();
    },
  };
}

function versionsOn(db: Sdkdb): Store['versions'] {
  const matching = (name: CollectionName, filter: Values) => db.collection(name).where(guarded(db, filter));
  const counted = async (name: CollectionName, version: unknown) =>
    (await answered(matching(name, { [VERSION]: version }).count())).total ?? 0;
  return {
    async rowsOf(name, version, after, limit) {
      const filter = { [VERSION]: ofVersion(version), ...(after !== '' && { _id: gt(after) }) };
      const { data } = await answered(matching(name, filter).orderBy('_id', 'asc').limit(limit).get());
      return (data as Row<typeof name>[]).map((row) => ofKnown(name, row));
    },
    async raise(name, filter, to, change) {
      const from = { ...guarded(db, filter), [VERSION]: ofVersion(to - 1) };
      const raised = { ...checkedChange(db, name, change), [VERSION]: to };
      const reply = await answered(db.collection(name).where(from).update(raised));
      return (reply as { updated?: number }).updated ?? 0;
    },
    async standing(name) {
      const versions = [before(schemaVersion(name)), unknownTo(name)];
      const [older = 0, unknown = 0] = await Promise.all(versions.map((version) => counted(name, version)));
      return { older, unknown };
    },
  };
}

/** The store on the real SDK. One request each, but for a transaction: start, its writes, commit. */
export function cloudbaseStore(app: Pick<ReturnType<typeof cloudbase>, 'database'> = cloudbase()): Store {
  const db = app.database() as unknown as Sdkdb;
  return {
    ...cloudFiles,
    versions: versionsOn(db),
    async find(name, filter, { orderBy, limit = 100, only, known } = {}) {
      const wanted = { ...guarded(db, filter), ...(known && guarded(db, ofKnownVersion(name))) };
      let query = db.collection(name).where(wanted).limit(limit);
      for (const [column, direction] of ordersOf(orderBy)) query = query.orderBy(column, direction);
      if (only) query = query.field(Object.fromEntries([...only, VERSION].map((column) => [column, true])));
      // What was written passed the schema, and nothing but this store writes.
      const { data } = await answered(query.get());
      return (data as Row<typeof name>[]).map((row) => ofKnown(name, row));
    },
    async get(name, id) {
      const { data } = await answered(
        db
          .collection(name)
          .where(guarded(db, { _id: id }))
          .limit(1)
          .get(),
      );
      return (data as Row<typeof name>[]).map((row) => ofKnown(name, row))[0];
    },
    async count(name, filter) {
      const reply = await answered(db.collection(name).where(guarded(db, filter)).count());
      return reply.total ?? 0;
    },
    async countBy(name, filter, column) {
      const groups = db.command.aggregate.sum(1);
      const stages = db
        .collection(name)
        .aggregate()
        .match(guarded(db, filter))
        .group({ _id: `$${column}`, rows: groups })
        .limit(1000);
      const { data } = (await answered(stages.end())) as { data: { _id: string; rows: number }[] };
      return new Map(data.map(({ _id, rows }) => [_id, rows]));
    },
    async add(name, rows) {
      await answered(db.collection(name).add(checkedRows(name, rows)));
    },
    async change(name, filter, change) {
      const reply = await answered(
        db
          .collection(name)
          .where({ ...guarded(db, filter), ...guarded(db, ofKnownVersion(name)) })
          .update(checkedChange(db, name, change)),
      );
      return (reply as { updated?: number }).updated ?? 0;
    },
    async remove(name, filter) {
      const own = { ...guarded(db, filter), ...guarded(db, ofKnownVersion(name)) };
      const reply = await answered(db.collection(name).where(own).remove());
      return (reply as { deleted?: number }).deleted ?? 0;
    },
    async transaction(work) {
      const sdk: SdkTransaction = await answered(db.startTransaction());
      try {
        const result = await work(transactionOn(db, sdk));
        await answered(sdk.commit());
        return result;
      } catch (error) {
        // The server ends an abandoned transaction by itself after 30 s; a failed rollback loses nothing.
        await sdk.rollback(undefined).catch(() => undefined);
        throw error;
      }
    },
  };
}
