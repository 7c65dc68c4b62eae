import type { Row, Store } from '../../../cloudfunctions/platform/store';
import { excuse } from '../../../cloudfunctions/retention/excuse';
import { memoryStore } from '../../make/memory-store';

const now = new Date('2026-03-02T02:00:00Z');
const at = now.toISOString();

/** A deletion asked of a recipient for somebody whose key and account are gone. */
const owed: Row<'disclosures'> = {
  ...{ _id: 'erase.gone.visit', subject: 'gone', to: 'visit', kind: 'deletion', fields: [] },
  ...{ reference: 'reference', state: 'waiting', tries: 1, createdAt: at, nextAt: at },
};
const excusing = (store: Store) =>
  excuse({
    ...{ store, now, openid: '', wechat: undefined as never, once: (work) => work() },
    input: { disclosure: owed._id, reason: '留作凭证', law: '某法第一条', by: '王办' },
  });

describe('excusing a recipient after the person is gone', () => {
  it('[P51] closes the row once, with its audit', async () => {
    const made = memoryStore();
    await made.store.add('disclosures', [owed]);
    expect(await excusing(made.store)).toMatchObject({ ok: true });
    expect(await excusing(made.store)).toMatchObject({ ok: false, error: { code: 'DISCLOSURE_UNKNOWN' } });
    expect(made.rows('disclosures')).toMatchObject([{ state: 'excused' }]);
    expect(made.rows('audits')).toHaveLength(1);
  });

  it('[P51] never overwrites an answer that came in the same moment', async () => {
    const made = memoryStore();
    await made.store.add('disclosures', [owed]);
    const acknowledged = () =>
      made.store.change('disclosures', { _id: owed._id, state: 'waiting' }, { state: 'done', doneAt: at });
    const store: Store = {
      ...made.store,
      transaction: (work) =>
        made.store.transaction(async (transaction) => {
          const result = await work(transaction);
          await acknowledged();
          return result;
        }),
    };
    expect(await excusing(store)).toMatchObject({ ok: false, error: { code: 'DISCLOSURE_UNKNOWN' } });
    expect(made.rows('disclosures')).toMatchObject([{ state: 'done' }]);
    expect(made.rows('audits')).toEqual([]);
  });
});
