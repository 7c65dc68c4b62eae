import { commitmentOf } from '../../../cloudfunctions/domain/ledger';
import { DESTROYED } from '../../../cloudfunctions/platform/keys';
import type { Row } from '../../../cloudfunctions/platform/store';
import { certifyWiped } from '../../../cloudfunctions/retention/certify-wiped';
import { eraseDue } from '../../../cloudfunctions/retention/erase';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { allRows } from '../../make/town';
import { expectCertified, expectErased, isOf, jobOn, now, town } from './leavers';

setTestKeys();
const logged: unknown[] = [];
jest.mock('../../../cloudfunctions/platform/log', () => ({
  log: (...line: unknown[]) => void logged.push(line),
}));

beforeEach(() => {
  logged.length = 0;
});

describe('erasing, in memory', () => {
  it('[P57] takes everything of those who are due, touches nobody else and certifies what it did', async () => {
    const made = town();
    expect(await eraseDue(jobOn(made))).toEqual({ erased: 2, left: 0 });
    expectErased(made);
    for (const id of ['leaver-1', 'leaver-2']) expectCertified(made, id);
    expect(made.rows('certificates')).toHaveLength(2);
    expect(made.rows('accounts').map(({ _id }) => _id)).toEqual(['stayer-1', 'stayer-2']);
    expect(logged).toEqual([]);
  });

  it('ends each chain with a row that says nothing and follows from the one before', async () => {
    const made = town();
    await eraseDue(jobOn(made));
    for (const id of ['leaver-1', 'leaver-2']) {
      const last = made.rows('ledger').find(({ _id }) => _id === `${id}.1`) as unknown as Row<'ledger'>;
      expect(last).toMatchObject({ subject: id, seq: 1, type: 'account.erased', at: now.toISOString() });
      expect(last.previous).toBe('0'.repeat(64));
      expect(last.commitment).toBe(commitmentOf(last));
      expect(last.content).toBeUndefined();
    }
  });

  it('closes what was open, so that staff are not left with it', async () => {
    const made = town();
    await eraseDue(jobOn(made));
    const requests = made.rows('requests');
    expect(requests.filter(isOf('leaver')).map(({ open, state }) => [open, state])).toEqual(
      Array(4).fill([false, 'cancelled']),
    );
    expect(requests.filter(isOf('stayer')).every(({ open }) => open === true)).toBe(true);
  });

  it('a second run finds nothing to do and changes nothing', async () => {
    const made = town();
    await eraseDue(jobOn(made));
    const once = allRows(made.rows);
    expect(await eraseDue(jobOn(made))).toEqual({ erased: 0, left: 0 });
    expect(allRows(made.rows)).toEqual(once);
  });

  it('destroys the key before the first row is taken', async () => {
    const made = town();
    const journalled: unknown[] = [];
    const keys: unknown[] = [];
    const remove: typeof made.store.remove = (collection, filter) => {
      journalled.push(made.rows('erasures').length);
      keys.push(
        ...made
          .rows('accounts')
          .filter(isOf('leaver'))
          .map(({ key, status }) => `${String(key)} ${String(status)}`),
      );
      return made.store.remove(collection, filter);
    };
    await eraseDue(jobOn({ store: { ...made.store, remove } }));
    expect(new Set(journalled)).toEqual(new Set([2]));
    expect(new Set(keys)).toEqual(new Set([`${DESTROYED} erasing`]));
  });
});

describe('whose chain cannot be ended', () => {
  const meddled = () => {
    const made = town();
    const [row] = made.rows('ledger');
    if (row)
      made.put('ledger', {
        ...row,
        _id: 'leaver-1.1',
        subject: 'leaver-1',
        seq: 1,
        type: 'account.restored',
      });
    return made;
  };

  it('[P57] is left for the operator, who is told how many, and nobody else waits', async () => {
    const made = meddled();
    expect(await eraseDue(jobOn(made))).toEqual({ erased: 1, left: 1 });
    const accounts = made.rows('accounts');
    expect(accounts.map(({ _id }) => _id)).toEqual(['leaver-1', 'stayer-1', 'stayer-2']);
    expect(accounts[0]).toMatchObject({ status: 'frozen' });
    expect(accounts[0]?.['key']).not.toBe(DESTROYED);
    expect(made.rows('erasures').map(({ _id }) => _id)).toEqual(['leaver-2']);
    expect(logged).toEqual([['error', { function: 'retention', fault: 'chain place taken', left: 1 }]]);
  });

  it('keeps every row', async () => {
    const [made, before] = [meddled(), meddled()];
    await eraseDue(jobOn(made));
    const of = (rows: ReturnType<typeof allRows>) =>
      Object.values(rows).flatMap((each) => each.filter(isOf('leaver-1')));
    expect(of(allRows(made.rows))).toEqual(of(allRows(before.rows)));
  });
});

describe('with a recipient that holds something', () => {
  const delivering = () => {
    const made = town();
    for (const row of made.rows('disclosures').filter(isOf('leaver-1')))
      made.put('disclosures', { ...row, to: 'visit', kind: 'delivery', state: 'done', tries: 1 });
    return made;
  };

  it('[P51] the data goes at once, and the certificate waits for the answer', async () => {
    const made = delivering();
    expect(await eraseDue(jobOn(made))).toEqual({ erased: 2, left: 0 });
    expect(made.rows('certificates').map(({ _id }) => _id)).toEqual(['leaver-2']);
    expect(made.rows('erasures').find(({ _id }) => _id === 'leaver-1')).toMatchObject({ state: 'wiped' });
    expect(await certifyWiped(jobOn(made))).toEqual({ certified: 0, waiting: 1 });
    const asked = made.rows('disclosures').filter(({ kind }) => kind === 'deletion');
    expect(asked).toHaveLength(1);
    for (const row of asked) made.put('disclosures', { ...row, state: 'done', doneAt: now.toISOString() });
    expect(await certifyWiped(jobOn(made))).toEqual({ certified: 1, waiting: 0 });
    expect(made.rows('certificates').find(({ _id }) => _id === 'leaver-1')).toMatchObject({
      recipients: [{ recipient: 'visit', outcome: 'acknowledged', at: now.toISOString() }],
    });
    expect(made.rows('erasures').find(({ _id }) => _id === 'leaver-1')).toMatchObject({
      state: 'certified',
      certifiedAt: now.toISOString(),
    });
    expect(await certifyWiped(jobOn(made))).toEqual({ certified: 0, waiting: 0 });
  });

  it('[P51] who is excused is named with the law that excuses', async () => {
    const made = delivering();
    await eraseDue(jobOn(made));
    for (const row of made.rows('disclosures').filter(({ kind }) => kind === 'deletion'))
      made.put('disclosures', { ...row, state: 'excused', law: '某法第一条', doneAt: now.toISOString() });
    await certifyWiped(jobOn(made));
    expect(made.rows('certificates').find(({ _id }) => _id === 'leaver-1')).toMatchObject({
      recipients: [{ recipient: 'visit', outcome: 'excused', because: '某法第一条' }],
    });
  });
});
