import type { CollectionName } from '../../../src/contracts/data-map';
import { erasurePlan } from '../../../src/contracts/data-map/derive/erasure';
import * as rows from '../../../cloudfunctions/retention/rows';
import { certifyWiped } from '../../../cloudfunctions/retention/certify-wiped';
import { eraseDue } from '../../../cloudfunctions/retention/erase';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { expectCertified, expectErased, isOf, jobOn, now, town, type Town } from './leavers';

setTestKeys();
const logged: unknown[] = [];
jest.mock('../../../cloudfunctions/platform/log', () => ({
  log: (...line: unknown[]) => void logged.push(line),
}));
jest.mock('../../../cloudfunctions/retention/rows', () => {
  const actual = jest.requireActual<typeof rows>('../../../cloudfunctions/retention/rows');
  return { ...actual, filtersOf: jest.fn(actual.filtersOf) };
});
const { filtersOf } = jest.requireActual<typeof rows>('../../../cloudfunctions/retention/rows');
const treated = erasurePlan().filter(({ treat }) => treat !== 'none');
const certified = (made: Town) => made.rows('certificates').map(({ _id }) => _id);
const line = (left: number, found: string) => [
  'error',
  { function: 'retention', fault: 'rows left after erasing', left, found },
];

beforeEach(() => {
  logged.length = 0;
  jest.mocked(rows.filtersOf).mockImplementation(filtersOf);
});

/** From now on the wipe's own filters lead to nothing in one collection. */
function overlook(collection: CollectionName): void {
  jest
    .mocked(rows.filtersOf)
    .mockImplementation((step, batch) => (step.collection === collection ? [] : filtersOf(step, batch)));
}

describe('the count before a certificate', () => {
  it.each(treated.map(({ collection }) => collection))(
    '[P57] finds what the wipe overlooked in %s, and nobody is certified until it is gone',
    async (collection) => {
      const made = town();
      overlook(collection);
      expect(await eraseDue(jobOn(made))).toEqual({ erased: 0, left: 2 });
      expect(certified(made)).toEqual([]);
      expect(logged).toEqual([line(2, collection)]);
      jest.mocked(rows.filtersOf).mockImplementation(filtersOf);
      expect(await eraseDue(jobOn(made))).toEqual({ erased: 2, left: 0 });
      expectErased(made);
      for (const id of ['leaver-1', 'leaver-2']) expectCertified(made, id);
    },
  );

  it.each(['numberDigest', 'openidDigest', 'guardian'])('[P57] follows the %s by itself', async (column) => {
    const made = town();
    jest
      .mocked(rows.filtersOf)
      .mockImplementation((step, batch) => filtersOf(step, batch).filter((filter) => !(column in filter)));
    expect(await eraseDue(jobOn(made))).toMatchObject({ left: 2 });
    expect(certified(made)).toEqual([]);
  });

  const twin = (made: Town, column: 'openidDigest' | 'phoneDigest', registeredAt: string) => {
    const [leaver, stayer] = ['leaver-1', 'stayer-1'].map((id) =>
      made.rows('accounts').find(({ _id }) => _id === id),
    );
    made.put('accounts', { ...stayer, _id: 'twin', [column]: leaver?.[column], registeredAt });
  };

  it.each(['openidDigest', 'phoneDigest'] as const)(
    '[P57] finds another account under the same %s, and nobody else has to wait',
    async (column) => {
      const made = town();
      twin(made, column, now.toISOString());
      expect(await eraseDue(jobOn(made))).toEqual({ erased: 1, left: 1 });
      expect(certified(made)).toEqual(['leaver-2']);
      expect(logged).toEqual([line(1, 'accounts')]);
    },
  );

  it('[P57] does not take somebody for the old account who registers anew at once', async () => {
    const made = town();
    twin(made, 'openidDigest', new Date(now.getTime() + 1).toISOString());
    expect(await eraseDue(jobOn(made))).toEqual({ erased: 2, left: 0 });
  });

  it('[P57] is made again before somebody is certified who waited for a recipient', async () => {
    const made = town();
    const [message] = made.rows('messages').filter(isOf('leaver-1'));
    for (const row of made.rows('disclosures').filter(isOf('leaver-1')))
      made.put('disclosures', { ...row, to: 'visit', kind: 'delivery', state: 'done', tries: 1 });
    await eraseDue(jobOn(made));
    for (const row of made.rows('disclosures').filter(({ kind }) => kind === 'deletion'))
      made.put('disclosures', { ...row, state: 'done', doneAt: now.toISOString() });
    if (message) made.put('messages', message);
    expect(await certifyWiped(jobOn(made))).toEqual({ certified: 0, waiting: 0 });
    expect(certified(made)).toEqual(['leaver-2']);
    expect(logged).toEqual([
      ['error', { function: 'retention', fault: 'rows came back after erasing', left: 1 }],
    ]);
    expect(await eraseDue(jobOn(made))).toEqual({ erased: 1, left: 0 });
    expect(certified(made)).toEqual(['leaver-2', 'leaver-1']);
    expectErased(made);
  });

  it('[P57] is made again of accounts too', async () => {
    const made = town();
    const account = made.rows('accounts').find(({ _id }) => _id === 'leaver-1');
    await eraseDue(jobOn(made));
    await made.store.change('erasures', { _id: 'leaver-1' }, { state: 'wiped' });
    if (account) made.put('accounts', account);
    expect(await certifyWiped(jobOn(made))).toEqual({ certified: 0, waiting: 0 });
    expect(made.rows('erasures').find(({ _id }) => _id === 'leaver-1')).toMatchObject({ state: 'begun' });
  });

  it('[P51] reaches everyone who waits, page by page', async () => {
    const made = town();
    const at = now.toISOString();
    await eraseDue(jobOn(made));
    const journal = made.rows('erasures').find(({ _id }) => _id === 'leaver-1');
    // In no order that helps.
    for (let person = 449; person >= 0; person -= 1) {
      const _id = `${String(person).padStart(4, '0')}-gone`;
      made.put('erasures', { ...journal, _id, state: 'wiped' });
      const asked = { subject: _id, to: 'visit', kind: 'deletion', fields: [], reference: _id, tries: 1 };
      const state = person % 3 === 0 ? 'waiting' : 'done';
      made.put('disclosures', { _id: `erase.${_id}.visit`, ...asked, state, createdAt: at, nextAt: at });
    }
    expect(await certifyWiped(jobOn(made))).toEqual({ certified: 300, waiting: 150 });
    expect(certified(made)).toHaveLength(302);
    expect(logged).toEqual([]);
    expect(await certifyWiped(jobOn(made))).toEqual({ certified: 0, waiting: 150 });
  });
});
