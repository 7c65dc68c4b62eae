import { randomBytes } from 'node:crypto';
import { GENESIS, nextRow, type Chain, type StoredRow } from '../../cloudfunctions/domain/ledger';
import { publicKey } from '../../cloudfunctions/platform/signing';
import { anchorFinishedDays } from '../../cloudfunctions/retention/anchor';
import { verifyLedger } from '../../config/operate/verify-ledger';
import type { EventType } from '../../src/contracts/events';
import { coverOf } from './cover';
import { memoryStore } from './memory-store';

/** A ledger in memory that people write to, that is anchored and verified, and that somebody may meddle with. */
export function makeLedger() {
  process.env['SIGNING_KEY'] ??= randomBytes(32).toString('base64');
  const memory = memoryStore();
  const { store, put, rows } = memory;
  const chainOf = (subject: string): Chain | undefined =>
    (rows('accounts').find(({ _id }) => _id === subject) as unknown as { chain: Chain } | undefined)?.chain;

  function append(subject: string, at: Date, type: EventType = 'consent.granted'): StoredRow {
    const chain = chainOf(subject) ?? { seq: 0, head: GENESIS };
    const event = { type, ...(type !== 'account.erased' && { body: { n: chain.seq } }) };
    const row = nextRow(subject, chain, event, at.toISOString(), coverOf('ab'.repeat(16)));
    put('ledger', row);
    put('accounts', { _id: subject, status: 'active', chain: { seq: row.seq, head: row.commitment } });
    return row;
  }
  async function erase(subject: string, at: Date): Promise<void> {
    append(subject, at, 'account.erased');
    await store.remove('accounts', { _id: subject });
    put('certificates', { _id: subject, certifiedAt: at.toISOString() });
    put('erasures', { _id: subject, state: 'certified', certifiedAt: at.toISOString() });
  }
  const anchor = (now: Date) => anchorFinishedDays({ store, now, wechat: undefined as never });
  const verify = (now: Date) => verifyLedger(store, now, publicKey());
  return { ...memory, append, erase, anchor, verify };
}

/** See `makeLedger`. */
export type TestLedger = ReturnType<typeof makeLedger>;
