import fc from 'fast-check';
import { eventTypes } from '../../src/contracts/events';
import {
  contentDigest,
  GENESIS,
  nextRow,
  type LedgerEvent,
  type StoredRow,
} from '../../cloudfunctions/domain/ledger';
import { coverOf, sealedAs } from './cover';

/** Any content of an event. */
export const body = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.oneof(fc.string(), fc.boolean(), fc.integer()),
  {
    maxKeys: 4,
    noNullPrototype: true,
  },
);
const event: fc.Arbitrary<LedgerEvent> = fc.record(
  { type: fc.constantFrom(...eventTypes), body },
  { requiredKeys: ['type'], noNullPrototype: true },
);
/** 16 bytes in hex. */
export const salt = fc.stringMatching(/^[0-9a-f]{32}$/);
const at = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

/** A chain of random events, at least `least` long. */
export const chains = (least: number) =>
  fc.array(fc.record({ event, salt, at }), { minLength: least, maxLength: 8 }).map((links) => {
    const rows: StoredRow[] = [];
    for (const link of links) {
      const last = rows.at(-1);
      const chain = last ? { seq: last.seq, head: last.commitment } : { seq: 0, head: GENESIS };
      rows.push(nextRow('subject-1', chain, link.event, link.at.toISOString(), coverOf(link.salt)));
    }
    return rows;
  });

/** Every member of a row but its name. */
export const members = [
  ...(['subject', 'seq', 'type', 'at', 'previous', 'digest', 'sealed'] as const),
  ...(['commitment', 'content'] as const),
] as const;

/** The same row with one member another value of its kind. */
export function altered(row: StoredRow, member: (typeof members)[number]): StoredRow {
  const others = {
    subject: 'subject-2',
    seq: row.seq + 1,
    type: row.type === 'account.frozen' ? 'account.restored' : 'account.frozen',
    at: new Date(Date.parse(row.at) + 1).toISOString(),
    previous: contentDigest({ salt: 'x', body: {} }),
    digest: contentDigest({ salt: 'y', body: {} }),
    sealed: contentDigest({ salt: 'v', body: {} }),
    commitment: contentDigest({ salt: 'z', body: {} }),
    content: sealedAs({ salt: 'w', body: {} }),
  } as const;
  return { ...row, [member]: others[member] };
}

/** The same rows with another at one place. */
export const replaced = (rows: readonly StoredRow[], index: number, row: StoredRow) =>
  rows.map((each, at_) => (at_ === index ? row : each));
