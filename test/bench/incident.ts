import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GENESIS } from '../../cloudfunctions/domain/ledger';
import { createSubjectKey } from '../../cloudfunctions/platform/keys';
import { ledgerRow } from '../../cloudfunctions/platform/ledger-row';
import { sealRow } from '../../cloudfunctions/platform/sealing';
import { dataMap } from '../../src/contracts/data-map';
import { withKeysOf } from '../make/borrowed-keys';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { agreedAt } from '../make/agreed-at';
import { insert } from '../make/frozen-people';

/** What finding everybody affected cost at one size. */
export interface IncidentCost {
  people: number;
  field: string;
  affected: number;
  ms: number;
  databaseCalls: number;
  /** The most the operator's command held, in megabytes; undefined where the system does not tell. */
  commandMegabytes: number | undefined;
}

const SIZES = [1_000, 100_000] as const;
/** Two rows a person, and an insert takes at most 1000. */
const CHUNK = 500;
const registeredAt = '2026-01-05T02:00:00.000Z';
const clearedAt = '2026-03-05T02:00:00.000Z';
const breach = { from: '2026-02-01T00:00:00.000Z', to: '2026-02-02T00:00:00.000Z' };

/** Of every ten people, five still have a nickname, one cleared it after the breach, and four never had one. */
function rowsOfPerson(index: number) {
  const subject = randomUUID();
  const { key, wrapped } = createSubjectKey(subject);
  const turn = index % 10;
  const given = turn < 6 ? ['nickname'] : [];
  const registered = { type: 'account.registered', body: { age: 'adult', given } } as const;
  const first = ledgerRow(subject, { seq: 0, head: GENESIS }, registered, new Date(registeredAt), key);
  const cleared = { type: 'account.corrected', body: { field: 'nickname', cleared: true } } as const;
  const second = ledgerRow(subject, { seq: 1, head: first.commitment }, cleared, new Date(clearedAt), key);
  const chain = turn === 5 ? [first, second] : [first];
  const account = {
    openid: `bench-${String(index)}-${subject}`,
    phone: `1${String(3_000_000_000 + index)}`,
    ...(turn < 5 && { nickname: `昵称${String(index)}` }),
    age: 'adult',
    grants: {},
    ...agreedAt(registeredAt),
    status: 'active',
    registeredAt,
    openRequests: 0,
    key: wrapped,
    chain: { seq: chain.length, head: (chain.at(-1) ?? first).commitment },
  } as const;
  return {
    accounts: [sealRow(dataMap.accounts, subject, account, key)],
    ledger: chain,
  };
}

async function settle(on: TestCloud, people: number): Promise<void> {
  for (let done = 0; done < people; done += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, people - done) }, (_, index) =>
      rowsOfPerson(done + index),
    );
    for (const name of ['accounts', 'ledger'] as const)
      await insert(
        on,
        name,
        rows.flatMap((row): object[] => row[name]),
      );
  }
}

const root = join(__dirname, '../..');

/** Runs the operator's command in a process of its own and watches the most memory it ever held. */
async function run(
  on: TestCloud,
  field: string,
): Promise<{ ms: number; affected: number; megabytes?: number }> {
  const out = mkdtempSync(join(tmpdir(), 'bench-incident-'));
  const file = join(root, 'config/operate/incident.ts');
  const args = [
    '-r',
    'tsx/cjs',
    file,
    '--field',
    field,
    '--from',
    breach.from,
    '--to',
    breach.to,
    '--by',
    '测量',
    '--out',
    out,
  ];
  const env = { ...process.env, PORT: String(on.cloud.port) };
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  let peak: number | undefined;
  const watch = setInterval(() => {
    try {
      const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(
        readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'),
      )?.[1];
      if (kilobytes !== undefined) peak = Number(kilobytes) / 1024;
    } catch {
      // Not Linux, or gone already.
    }
  }, 20);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  const ms = performance.now() - began;
  if (code !== 0) throw new Error(`the command ended with ${String(code)}`);
  const lines = readFileSync(join(out, 'people.csv'), 'utf8').trim().split('\n').length;
  rmSync(out, { recursive: true, force: true });
  return { ms, affected: lines - 1, ...(peak !== undefined && { megabytes: peak }) };
}

async function measure(people: number): Promise<IncidentCost[]> {
  const on = await startTestCloud();
  try {
    await withKeysOf(on, () => settle(on, people));
    const costs: IncidentCost[] = [];
    for (const field of ['accounts.phone', 'accounts.nickname']) {
      const before = on.cloud.logs.entries().length;
      const { ms, affected, megabytes } = await run(on, field);
      const calls = on.cloud.logs.entries().slice(0, on.cloud.logs.entries().length - before);
      const databaseCalls = calls.reduce((sum, entry) => sum + entry.databaseCalls, 0);
      costs.push({ people, field, affected, ms, databaseCalls, commandMegabytes: megabytes });
    }
    return costs;
  } finally {
    await on.stop();
  }
}

/**
 * The drill (P44): who is affected among 1,000 and 100,000 accounts, through the operator's command. Of the phone
 * everybody; of the nickname six in ten, one of whom only the chain still tells.
 */
export async function benchIncident(): Promise<IncidentCost[]> {
  const costs: IncidentCost[] = [];
  for (const people of SIZES) costs.push(...(await measure(people)));
  return costs;
}

/** The costs as lines to print. */
export const formatIncident = (costs: readonly IncidentCost[]): string =>
  costs
    .map(
      ({ people, field, affected, ms, databaseCalls, commandMegabytes }) =>
        `${people.toLocaleString('en').padStart(7)} accounts, ${field.padEnd(17)} ${affected.toLocaleString('en').padStart(7)} affected: ` +
        `${(ms / 1000).toFixed(1)} s, ${String(databaseCalls)} database calls, command ${commandMegabytes === undefined ? '?' : commandMegabytes.toFixed(0)} MB at most`,
    )
    .join('\n');
