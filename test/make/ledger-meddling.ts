import { nextRow, type Chain, type StoredRow } from '../../cloudfunctions/domain/ledger';
import { coverOf, sealedAs } from './cover';
import type { TestLedger } from './ledger';

type Values = Record<string, unknown> & { _id: string };
const other = 'f'.repeat(64);
const hasContent = ({ content }: Values) => content !== undefined;
const pick = <T>(all: readonly T[], at: number): T => all[at % all.length] as T;
const rowsOf = (ledger: TestLedger, subject: unknown) =>
  ledger.rows('ledger').filter((row) => row['subject'] === subject) as unknown as (StoredRow & Values)[];

/** What somebody may do to a ledger behind its back; answers false where there is nothing to do it to. */
export const meddling: Record<string, (ledger: TestLedger, at: number) => Promise<boolean> | boolean> = {
  'alter a column': (ledger, at) => {
    const row = pick(ledger.rows('ledger'), at);
    const members = {
      subject: 'person-x',
      seq: 99,
      type: 'account.frozen',
      at: '2026-03-02T00:00:00.001Z',
      previous: other,
      digest: other,
      sealed: other,
      commitment: other,
      content: sealedAs({ salt: '00', body: { forged: true } }),
    };
    const [name, value] = pick(Object.entries(members), Math.floor(at / 7));
    ledger.put('ledger', { ...row, [name]: value });
    return true;
  },
  'take a content away': (ledger, at) => {
    const { content: _, ...bare } = pick(ledger.rows('ledger').filter(hasContent), at);
    ledger.put('ledger', bare);
    return true;
  },
  'swap the contents of two rows': (ledger, at) => {
    const row = pick(ledger.rows('ledger').filter(hasContent), at);
    const elsewhere = ledger
      .rows('ledger')
      .find(({ content }) => content !== undefined && content !== row['content']);
    if (!elsewhere) return false;
    ledger.put('ledger', { ...row, content: elsewhere['content'] });
    ledger.put('ledger', { ...elsewhere, content: row['content'] });
    return true;
  },
  'remove a row': async (ledger, at) => {
    await ledger.store.remove('ledger', { _id: pick(ledger.rows('ledger'), at)._id });
    return true;
  },
  'remove a whole chain': async (ledger, at) => {
    await ledger.store.remove('ledger', { subject: String(pick(ledger.rows('ledger'), at)['subject']) });
    return true;
  },
  'append a row that follows': (ledger, at) => {
    const subject = String(pick(ledger.rows('ledger'), at)['subject']);
    const last = rowsOf(ledger, subject)
      .sort((a, b) => a.seq - b.seq)
      .at(-1) as StoredRow;
    const chain = { seq: last.seq, head: last.commitment };
    ledger.put('ledger', nextRow(subject, chain, { type: 'consent.granted' }, last.at, coverOf('')));
    return true;
  },
  'swap the subjects of two rows': (ledger, at) => {
    const row = pick(ledger.rows('ledger'), at);
    const elsewhere = ledger.rows('ledger').find((each) => each['subject'] !== row['subject']);
    if (!elsewhere) return false;
    ledger.put('ledger', { ...row, subject: elsewhere['subject'] });
    ledger.put('ledger', { ...elsewhere, subject: row['subject'] });
    return true;
  },
  'write a chain anew from a row on, with its account': (ledger, at) => {
    const account = pick([undefined, ...ledger.rows('accounts')], at + 1);
    if (!account) return false;
    const rows = rowsOf(ledger, account._id).sort((a, b) => a.seq - b.seq);
    const from = Math.floor(at / 5) % rows.length;
    let chain: Chain = { seq: from, head: rows[from]?.previous ?? '' };
    for (const { at: when, type } of rows.slice(from)) {
      const row = nextRow(account._id, chain, { type, body: { forged: true } }, when, coverOf('00'));
      ledger.put('ledger', row);
      chain = { seq: row.seq, head: row.commitment };
    }
    ledger.put('accounts', { ...account, chain });
    return true;
  },
  'alter an anchor': (ledger, at) => {
    const anchor = pick(ledger.rows('anchors'), at);
    const members = {
      root: other,
      rows: 77,
      previous: other,
      day: '2026-02-27',
      anchoredAt: '2026-04-11T00:00:00.000Z',
    };
    const [name, value] = pick(Object.entries(members), Math.floor(at / 7));
    ledger.put('anchors', { ...anchor, [name]: value });
    return true;
  },
  'remove an anchor that is not the newest': async (ledger, at) => {
    const before = ledger
      .rows('anchors')
      .sort((a, b) => Number(a['seq']) - Number(b['seq']))
      .slice(0, -1);
    if (before.length === 0) return false;
    await ledger.store.remove('anchors', { _id: pick(before, at)._id });
    return true;
  },
  "change an account's head": (ledger, at) => {
    const account = pick([undefined, ...ledger.rows('accounts')], at + 1);
    if (!account) return false;
    const chain = account['chain'] as Chain;
    const heads = [
      { ...chain, head: other },
      { ...chain, seq: chain.seq + 1 },
      { ...chain, seq: chain.seq - 1 },
    ];
    ledger.put('accounts', { ...account, chain: pick(heads, Math.floor(at / 5)) });
    return true;
  },
  'close a chain that nobody erased, and take its account away': async (ledger, at) => {
    const account = pick([undefined, ...ledger.rows('accounts')], at + 1);
    if (!account) return false;
    ledger.append(account._id, new Date('2026-04-11T00:00:00.000Z'), 'account.erased');
    await ledger.store.remove('accounts', { _id: account._id });
    return true;
  },
  'remove a certificate': async (ledger, at) => {
    const certificate = pick([undefined, ...ledger.rows('certificates')], at + 1);
    if (!certificate) return false;
    await ledger.store.remove('certificates', { _id: certificate._id });
    return true;
  },
  'remove an account': async (ledger, at) => {
    const account = pick([undefined, ...ledger.rows('accounts')], at + 1);
    if (!account) return false;
    await ledger.store.remove('accounts', { _id: account._id });
    return true;
  },
};
