import type { LedgerFault } from '../../../cloudfunctions/domain/ledger-findings';
import { sealedAs } from '../../make/cover';
import { makeLedger, type TestLedger } from '../../make/ledger';

const DAY_MS = 24 * 60 * 60_000;
const start = Date.parse('2026-03-01T00:00:00.000Z');
/** Long after every row, so that every day is anchored. */
const later = new Date(start + 40 * DAY_MS);

type Values = Record<string, unknown> & { _id: string };
const other = 'f'.repeat(64);

describe('a verdict', () => {
  const at = (day: number) => new Date(start + day * DAY_MS);
  async function calm(): Promise<TestLedger> {
    const ledger = makeLedger();
    for (const day of [0, 1, 2]) for (const person of ['a', 'b']) ledger.append(person, at(day));
    await ledger.erase('b', at(3));
    await ledger.anchor(later);
    return ledger;
  }
  const row = (ledger: TestLedger, id: string) =>
    ledger.rows('ledger').find(({ _id }) => _id === id) as Values;
  const cases: [string, (ledger: TestLedger) => unknown, LedgerFault, string][] = [
    [
      'a tampered row',
      (l) => {
        l.put('ledger', { ...row(l, 'a.2'), digest: other });
      },
      'commitment',
      'a.2',
    ],
    [
      'a row that does not follow',
      (l) => {
        l.put('ledger', { ...row(l, 'a.2'), previous: other });
      },
      'link',
      'a.2',
    ],
    [
      'a row on another chain',
      (l) => {
        l.put('ledger', { ...row(l, 'a.3'), subject: 'b', seq: 5 });
      },
      'place',
      'a.3',
    ],
    [
      'a content that is not the one',
      (l) => {
        l.put('ledger', { ...row(l, 'a.2'), content: sealedAs({ salt: '00', body: {} }) });
      },
      'content',
      'a.2',
    ],
    [
      'a content taken from another row',
      (l) => {
        l.put('ledger', { ...row(l, 'a.2'), content: row(l, 'b.3')['content'] });
      },
      'content',
      'a.2',
    ],
    [
      'a content that is gone, of someone gone',
      (l) => {
        const { content: _, ...bare } = row(l, 'b.1');
        l.put('ledger', bare);
      },
      'content',
      'b.1',
    ],
    ['a removed certificate', (l) => l.store.remove('certificates', { _id: 'b' }), 'uncertified', 'b.4'],
    [
      'a chain that somebody closed, with its account',
      async (l) => {
        l.append('a', later, 'account.erased');
        await l.store.remove('accounts', { _id: 'a' });
      },
      'uncertified',
      'a.4',
    ],
    ['a removed row', (l) => l.store.remove('ledger', { _id: 'a.2' }), 'gap', 'a.2'],
    ['a removed tail', (l) => l.store.remove('ledger', { _id: 'a.3' }), 'tail', 'a.3'],
    ['a removed tail of someone gone', (l) => l.store.remove('ledger', { _id: 'b.4' }), 'unclosed', 'b.4'],
    ['a removed chain', (l) => l.store.remove('ledger', { subject: 'a' }), 'chain', 'a.1'],
    ['a removed chain of someone gone', (l) => l.store.remove('ledger', { subject: 'b' }), 'chain', 'b.1'],
    [
      "an account's changed head",
      (l) => {
        l.put('accounts', { _id: 'a', status: 'active', chain: { seq: 3, head: other } });
      },
      'head',
      'a.3',
    ],
    [
      'a row that the account does not know',
      (l) => {
        l.put('accounts', {
          _id: 'a',
          status: 'active',
          chain: { seq: 2, head: String(row(l, 'a.2')['commitment']) },
        });
      },
      'extra',
      'a.3',
    ],
  ];
  it.each(cases)('names %s', async (_, meddle, fault, place) => {
    const ledger = await calm();
    await meddle(ledger);
    const { findings } = await ledger.verify(later);
    expect(findings.filter((finding) => !finding.fault.startsWith('day'))).toContainEqual({ fault, place });
  });

  it('tells what is altered from what is missing', async () => {
    const [altered, missing] = [await calm(), await calm()];
    altered.put('ledger', { ...row(altered, 'a.2'), digest: other });
    await missing.store.remove('ledger', { _id: 'a.3' });
    expect(await altered.verify(later)).toMatchObject({ intact: false, complete: true });
    expect(await missing.verify(later)).toMatchObject({ intact: true, complete: false });
  });

  it('checks every signature, and says so where it had no key', async () => {
    const ledger = await calm();
    const anchor = ledger.rows('anchors').at(-1) as Values;
    ledger.put('anchors', { ...anchor, signature: 'A'.repeat(86) });
    expect((await ledger.verify(later)).findings).toEqual([{ fault: 'anchor-signature', place: anchor._id }]);
  });

  it('asks for nothing that has outlived its three years', async () => {
    const ledger = await calm();
    const after = new Date(later.getTime() + 3 * 366 * DAY_MS);
    await ledger.store.remove('ledger', { subject: 'b' });
    await ledger.store.remove('anchors', { seq: 1 });
    expect(await ledger.verify(after)).toMatchObject({ intact: true, complete: true, days: 0 });
  });

  it('takes a chain for closed while the journal says that its erasure is under way', async () => {
    for (const state of ['begun', 'wiped']) {
      const ledger = await calm();
      await ledger.store.remove('certificates', { _id: 'b' });
      ledger.put('erasures', { _id: 'b', state });
      expect(await ledger.verify(later)).toMatchObject({ intact: true, complete: true });
    }
  });

  it('keeps an erasure apart that is closing its chain', async () => {
    const ledger = await calm();
    const before = ledger.rows('accounts')[0] as Values;
    ledger.append('a', at(4), 'account.erased');
    ledger.put('accounts', { ...before, status: 'erasing' });
    await ledger.anchor(later);
    expect((await ledger.verify(later)).findings.filter(({ place }) => place.startsWith('a'))).toEqual([]);
    ledger.put('accounts', { ...before, status: 'active' });
    expect((await ledger.verify(later)).findings).toContainEqual({ fault: 'extra', place: 'a.4' });
  });
});

it('two runs at once anchor each day once', async () => {
  const ledger = makeLedger();
  for (const day of [0, 1, 2]) ledger.append('a', new Date(start + day * DAY_MS));
  await Promise.all([ledger.anchor(later), ledger.anchor(later)]);
  await ledger.anchor(later);
  expect(ledger.rows('anchors').map(({ _id }) => _id)).toEqual([
    '2026-03-01.1',
    '2026-03-02.1',
    '2026-03-03.1',
  ]);
  expect(await ledger.verify(later)).toMatchObject({ faults: 0, days: 3 });
});
