import { randomBytes, randomUUID } from 'node:crypto';
import { EJSON } from 'bson';
import { GENESIS, nextRow } from '../../cloudfunctions/domain/ledger';
import { createSubjectKey } from '../../cloudfunctions/platform/keys';
import { sealRow } from '../../cloudfunctions/platform/sealing';
import { dataMap } from '../../src/contracts/data-map';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';

/** What erasing cost per person at one size. */
export interface ErasureCost {
  people: number;
  callsPerPerson: number;
  msPerPerson: number;
}

const SIZES = [100, 10_000] as const;
/** Two ledger rows a person, and an insert takes at most 1000 rows. */
const CHUNK = 500;
const frozenAt = '2026-01-05T02:00:00.000Z';

/** The rows of one frozen person, as the functions write them. */
function rowsOfPerson(index: number) {
  const subject = randomUUID();
  const { key, wrapped } = createSubjectKey(subject);
  const first = nextRow(
    subject,
    { seq: 0, head: GENESIS },
    { type: 'account.registered', body: { age: 'adult' } },
    frozenAt,
    randomBytes(16).toString('hex'),
  );
  const last = nextRow(
    subject,
    { seq: 1, head: first.commitment },
    { type: 'account.frozen', body: { reason: null } },
    frozenAt,
    randomBytes(16).toString('hex'),
  );
  const account = {
    openid: `bench-${index}-${subject}`,
    phone: `1${String(3_000_000_000 + index)}`,
    nickname: `昵称${index}`,
    age: 'adult',
    grants: {},
    policyVersion: '1',
    policyDigest: 'a'.repeat(64),
    status: 'frozen',
    registeredAt: frozenAt,
    eraseAfter: frozenAt,
    openRequests: 1,
    key: wrapped,
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
    provisional: false,
    details: `问题${index}`,
  } as const;
  return {
    accounts: [sealRow(dataMap.accounts, subject, account, key)],
    ledger: [first, last].map((row) => sealRow(dataMap.ledger, `${subject}.${row.seq}`, row, key)),
    requests: [sealRow(dataMap.requests, randomUUID(), request, key)],
  };
}

async function settle(on: TestCloud, people: number): Promise<void> {
  for (let done = 0; done < people; done += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, people - done) }, (_, index) =>
      rowsOfPerson(done + index),
    );
    for (const name of ['accounts', 'ledger', 'requests'] as const) {
      const data = rows
        .flatMap((row): object[] => row[name])
        .map((row) => EJSON.stringify(row, { relaxed: false }));
      await on.cloud.database.call('database.insertDocument', { collectionName: name, data });
    }
  }
}

async function measure(people: number): Promise<ErasureCost> {
  const on = await startTestCloud();
  try {
    Object.assign(process.env, on.secrets());
    await settle(on, people);
    const began = performance.now();
    const { erased } = dataOf(await on.timer('retention'));
    const ms = performance.now() - began;
    if (erased !== people) throw new Error(`erased ${String(erased)} of ${people}`);
    return { people, callsPerPerson: on.databaseCalls('retention') / people, msPerPerson: ms / people };
  } finally {
    await on.stop();
  }
}

/** Erases 100 and 10,000 frozen people, each with an account, a request and two ledger rows. */
export async function benchErasure(): Promise<ErasureCost[]> {
  const costs: ErasureCost[] = [];
  for (const people of SIZES) costs.push(await measure(people));
  return costs;
}

/** The costs as lines to print. */
export const formatErasure = (costs: readonly ErasureCost[]): string =>
  costs
    .map(
      ({ people, callsPerPerson, msPerPerson }) =>
        `${people.toLocaleString('en').padStart(7)} people: ${callsPerPerson.toFixed(3)} calls and ${msPerPerson.toFixed(2)} ms a person`,
    )
    .join('\n');
