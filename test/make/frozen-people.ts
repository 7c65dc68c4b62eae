import { EJSON } from 'bson';
import { GENESIS } from '../../cloudfunctions/domain/ledger';
import { createSubjectKey } from '../../cloudfunctions/platform/keys';
import { ledgerRow } from '../../cloudfunctions/platform/ledger-row';
import { versioned } from '../../cloudfunctions/platform/row-version';
import { sealRow } from '../../cloudfunctions/platform/sealing';
import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { withKeysOf } from './borrowed-keys';
import type { TestCloud } from './cloud';
import { agreedAt } from './agreed-at';

/** Two ledger rows a person, and an insert takes at most 1000 rows. */
const CHUNK = 500;
const frozenAt = '2026-01-05T02:00:00.000Z';

/** Ids in the order in which they are made: a million random ones take half an hour to put into their places. */
export const orderedId = (kind: number, index: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

/** The rows of one frozen person, as the functions write them. */
function rowsOfPerson(index: number): Partial<Record<CollectionName, object[]>> {
  const subject = orderedId(1, index);
  const { key, wrapped, wrappedBy } = createSubjectKey(subject);
  const registered = { type: 'account.registered', body: { age: 'adult' } } as const;
  const frozen = { type: 'account.frozen', body: { reason: null } } as const;
  const first = ledgerRow(subject, { seq: 0, head: GENESIS }, registered, new Date(frozenAt), key);
  const last = ledgerRow(subject, { seq: 1, head: first.commitment }, frozen, new Date(frozenAt), key);
  const account = {
    openid: `bench-${index}-${subject}`,
    phone: `1${String(3_000_000_000 + index)}`,
    nickname: `昵称${index}`,
    age: 'adult',
    grants: {},
    ...agreedAt(frozenAt),
    status: 'frozen',
    registeredAt: frozenAt,
    eraseAfter: frozenAt,
    openRequests: 1,
    key: wrapped,
    keyWrappedBy: wrappedBy,
    chain: { seq: 2, head: last.commitment },
  } as const;
  const request = {
    subject,
    kind: 'question',
    state: 'verified',
    open: true,
    version: 1,
    submittedAt: frozenAt,
    verifiedAt: frozenAt,
    dueOn: '2026-01-26',
    priority: 0,
    provisional: false,
    details: `问题${index}`,
  } as const;
  return {
    accounts: [sealRow(dataMap.accounts, subject, account, key)],
    ledger: [first, last],
    requests: [sealRow(dataMap.requests, orderedId(2, index), request as never, key)],
  };
}

/** Puts rows straight into the engine, as they are, at most 1000 at a time. */
export async function put(on: TestCloud, collectionName: string, rows: readonly object[]): Promise<void> {
  for (let done = 0; done < rows.length; done += 1000) {
    const data = rows.slice(done, done + 1000).map((row) => EJSON.stringify(row, { relaxed: false }));
    await on.cloud.database.call('database.insertDocument', { collectionName, data });
  }
}

/** The same with the version that the functions write. */
export const insert = (on: TestCloud, collection: CollectionName, rows: readonly object[]): Promise<void> =>
  put(
    on,
    collection,
    rows.map((row) => versioned(collection, row as Readonly<Record<string, unknown>>)),
  );

/** Settles people whose cooling-off is over, each with an account, a request and two ledger rows. */
export const settleFrozen = (on: TestCloud, people: number): Promise<void> =>
  withKeysOf(on, () => settle(on, people));

async function settle(on: TestCloud, people: number): Promise<void> {
  for (let done = 0; done < people; done += CHUNK) {
    const made = Array.from({ length: Math.min(CHUNK, people - done) }, (_, index) =>
      rowsOfPerson(done + index),
    );
    for (const name of ['accounts', 'ledger', 'requests'] as const)
      await insert(
        on,
        name,
        made.flatMap((rows) => rows[name] ?? []),
      );
  }
}
