import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { GENESIS, type Chain, type LedgerEvent } from '../../cloudfunctions/domain/ledger';
import { emptyChain, withRow } from '../../cloudfunctions/domain/ledger-chains';
import { merkleTree } from '../../cloudfunctions/domain/merkle';
import { purposeGranted, purposeWithdrawn } from '../../cloudfunctions/domain/receipt/body';
import { createSubjectKey } from '../../cloudfunctions/platform/keys';
import { ledgerRow } from '../../cloudfunctions/platform/ledger-row';
import { sealRow } from '../../cloudfunctions/platform/sealing';
import type { Row } from '../../cloudfunctions/platform/store';
import { dataMap } from '../../src/contracts/data-map';
import { withKeysOf } from '../make/borrowed-keys';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { insert } from '../make/frozen-people';
import type { VerifyCost } from './ledger-verify';
import { currentPolicy } from '../../cloudfunctions/domain/policy/archive';
import { agreedAt } from '../make/agreed-at';

/** What verifying cost at one size; seeding and anchoring beside it. Seconds, megabytes. */
export interface LedgerCost extends VerifyCost {
  rows: number;
  seedSeconds: number;
  anchorSeconds: number;
  /** Of the machine's time while verifying: what the local cloud's own process took. */
  databaseSeconds: number;
  /** The checks alone, on rows that lie in memory. */
  ownSeconds: number;
}

const SIZES = [100_000, 1_000_000] as const;
const PER_CHAIN = 10;
const BATCH = 1000;
const DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

const policy = currentPolicy(new Date());
/** Two of a chain's ten rows are grants, which hold all that was agreed to; the others are as short as most events. */
const eventAt = (n: number): LedgerEvent =>
  n % 5 === 0
    ? { type: 'consent.granted', body: purposeGranted('analytics', policy) }
    : { type: 'consent.withdrawn', body: purposeWithdrawn('analytics', n, policy) };

/** One person's account and chain, spread over the last month and over before today. */
function person(index: number, key: Buffer, wrapped: string) {
  const subject = randomUUID();
  let chain: Chain = { seq: 0, head: GENESIS };
  const ledger: Row<'ledger'>[] = [];
  for (let n = 0; n < PER_CHAIN; n += 1) {
    const at = new Date(Date.now() - (2 + ((index * 7 + n * 3) % DAYS) + Math.random()) * DAY_MS);
    const row = ledgerRow(subject, chain, eventAt(n), at, key as never);
    ledger.push(row);
    chain = { seq: row.seq, head: row.commitment };
  }
  const account = {
    openid: `bench-${index}`,
    phone: `1${String(3_000_000_000 + index)}`,
    age: 'adult',
    grants: {},
    ...agreedAt(new Date()),
    status: 'active',
    registeredAt: ledger[0]?.at ?? '',
    openRequests: 0,
    key: wrapped,
    chain,
  } as const;
  return { account: sealRow(dataMap.accounts, subject, account, key as never), ledger };
}

async function seed(on: TestCloud, size: number): Promise<void> {
  // One key for all: making keys is not what is measured, and nothing here is opened.
  const { key, wrapped } = createSubjectKey('bench');
  for (let done = 0; done < size; done += BATCH) {
    const people = Array.from({ length: BATCH / PER_CHAIN }, (_, index) =>
      person(done / PER_CHAIN + index, key as never, wrapped),
    );
    await insert(
      on,
      'accounts',
      people.map(({ account }) => account),
    );
    await insert(
      on,
      'ledger',
      people.flatMap(({ ledger }) => ledger),
    );
  }
}

/** Megabytes of heap that a verification may have at any size: with more rows than that could hold, it would die. */
const HEAP = 96;

/** Verifies in a process of its own, as the operator does, so that its memory is its own. */
function verifyElsewhere(url: string): Promise<VerifyCost> {
  const root = join(__dirname, '..', '..');
  const script = join(__dirname, 'ledger-verify.ts');
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP}`, '--import', 'tsx', script], {
    cwd: root,
    env: { ...process.env, PORT: new URL(url).port },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(text) as VerifyCost);
      else reject(new Error(`verification ended with ${String(code)}`));
    });
  });
}

/** Processor seconds for the chain check and the tree over so many rows, without any database. */
function ownWork(size: number): number {
  const { key, wrapped } = createSubjectKey('bench');
  const people = Array.from({ length: 2000 }, (_, index) => person(index, key as never, wrapped).ledger);
  const before = process.cpuUsage();
  const tree = merkleTree();
  let rows = 0;
  for (const ledger of people) {
    let state = emptyChain(ledger[0]?.subject ?? '');
    for (const row of ledger) {
      state = withRow(state, row);
      tree.append(row.commitment);
      rows += 1;
    }
    if (state.finding) throw new Error(`own work found ${state.finding.fault}`);
  }
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1e6 / rows) * size;
}

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, result: T]> {
  const began = performance.now();
  const result = await work();
  return [(performance.now() - began) / 1000, result];
}

async function measure(size: number): Promise<LedgerCost> {
  const on = await startTestCloud();
  try {
    const [seedSeconds] = await timed(() => withKeysOf(on, () => seed(on, size)));
    const [anchorSeconds, answer] = await timed(() => on.timer('retention'));
    if (dataOf(answer)['anchored'] === 0) throw new Error('nothing was anchored');
    const before = process.cpuUsage();
    const cost = await verifyElsewhere(on.cloud.url);
    const { user, system } = process.cpuUsage(before);
    const databaseSeconds = (user + system) / 1e6;
    const ownSeconds = await withKeysOf(on, () => Promise.resolve(ownWork(size)));
    return { rows: size, seedSeconds, anchorSeconds, databaseSeconds, ownSeconds, ...cost };
  } finally {
    await on.stop();
  }
}

/** Verifies 100,000 and 1,000,000 rows through the SDK and the local cloud, anchored over a month. */
export async function benchLedger(sizes: readonly number[] = SIZES): Promise<LedgerCost[]> {
  const costs: LedgerCost[] = [];
  for (const size of sizes) costs.push(await measure(size));
  return costs;
}

/** The costs as lines to print, beside the bound of a minute for a million rows. */
export const formatLedger = (costs: readonly LedgerCost[]): string =>
  costs
    .map((cost) => {
      const s = (value: number) => `${value.toFixed(1)} s`;
      return [
        `${cost.rows.toLocaleString('en').padStart(9)} rows: verified in ${s(cost.seconds)}, peak memory ${cost.peakMegabytes?.toFixed(0) ?? '?'} MB (bound: 60 s for 1,000,000 rows, constant memory)`,
        `          of processor time: database ${s(cost.databaseSeconds)}, verifier ${s(cost.processorSeconds)}, of that the checks alone ${s(cost.ownSeconds)}`,
        `          before that: seeded in ${s(cost.seedSeconds)}, anchored in ${s(cost.anchorSeconds)}`,
      ].join('\n');
    })
    .join('\n');

if (process.argv[1]?.endsWith('bench/ledger.ts')) {
  const sizes = process.argv.slice(2).map(Number);
  void benchLedger(sizes.length > 0 ? sizes : SIZES).then((costs) => {
    process.stdout.write(`${formatLedger(costs)}\n`);
  });
}
