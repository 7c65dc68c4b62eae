import { dataMap } from '../../../src/contracts/data-map';
import type { Row } from '../../../cloudfunctions/platform/store';
import { GENESIS, type LedgerEvent } from '../../../cloudfunctions/domain/ledger';
import { createSubjectKey } from '../../../cloudfunctions/platform/keys';
import { chained, openedMember } from '../../../cloudfunctions/platform/member';
import { record } from '../../../cloudfunctions/platform/record';
import { sealRow } from '../../../cloudfunctions/platform/sealing';
import { leakOf } from '../../../cloudfunctions/retention/incident-field';
import { reachedAccounts } from '../../../cloudfunctions/retention/incident-people';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { agreedAt } from '../../make/agreed-at';

setTestKeys();
const day = (date: number) => new Date(Date.UTC(2026, 10, date));
const breach = { from: day(10).toISOString(), to: day(12).toISOString() };

/** People in a store of their own, and whom a breach of a field of theirs reaches. */
function village() {
  const { store, rows, put } = memoryStore();
  const account = async (id: string) => (await store.get('accounts', id)) as Row<'accounts'>;
  return {
    /** Somebody who registered on a day with a nickname or without. */
    async arrive(id: string, date: number, given: { nickname?: string } = {}) {
      const { key, wrapped } = createSubjectKey(id);
      const event = { type: 'account.registered', body: { given: Object.keys(given) } } as const;
      const { rows: chain, chain: head } = chained(id, key, { seq: 0, head: GENESIS }, [event], day(date));
      const facts = {
        ...given,
        openid: `o-${id}`,
        phone: '13800138000',
        age: 'adult',
        grants: {},
        ...agreedAt(day(date)),
        status: 'active',
        registeredAt: day(date).toISOString(),
        openRequests: 0,
        key: wrapped,
        chain: head,
      } as const;
      await store.add('accounts', [sealRow(dataMap.accounts, id, facts, key)]);
      await store.add('ledger', chain);
    },
    async happen(id: string, date: number, event: LedgerEvent, nickname: string | null) {
      await record(store, await openedMember(await account(id)), day(date), {
        events: [event],
        facts: { nickname },
        evidence: { act: 'subject' },
      });
    },
    /** Damages what a person's chain says of one kind of event. */
    damage(id: string, type: string) {
      const [row] = rows('ledger').filter((each) => each['subject'] === id && each['type'] === type);
      if (row) put('ledger', { ...row, content: 's1.not-what-was-sealed' });
    },
    async reached(field: string) {
      const leak = leakOf(`accounts.${field}`);
      if (!leak.ok) throw new Error('no such field');
      return reachedAccounts(store, leak.data, breach, '');
    },
  };
}

const imported = { type: 'account.imported', body: { field: 'nickname', from: '示例合作方' } } as const;
const corrected = (cleared: boolean) =>
  ({ type: 'account.corrected', body: { field: 'nickname', cleared } }) as const;

describe('[P44] whom a breach of an account’s field reaches', () => {
  it('counts a value that a partner gave, from the day it came until it was cleared', async () => {
    const here = village();
    for (const id of ['came-during', 'gone-before', 'came-after']) await here.arrive(id, 1);
    await here.happen('came-during', 11, imported, '合作方说的');
    await here.happen('came-during', 13, corrected(true), null);
    await here.happen('gone-before', 5, imported, '合作方说的');
    await here.happen('gone-before', 6, corrected(true), null);
    await here.happen('came-after', 13, imported, '合作方说的');
    expect(await here.reached('nickname')).toMatchObject({
      people: [{ subject: 'came-during', since: day(11).toISOString() }],
      damaged: [],
    });
  });

  it.each(['openid', 'phone', 'status', 'shares', 'traces', 'eraseAfter', 'keyWrappedBy'])(
    'takes whoever was registered by then to be reached where no event tells when a value came: %s',
    async (field) => {
      const here = village();
      await here.arrive('before', 1);
      await here.arrive('during', 11);
      await here.arrive('since', 13);
      const { people } = await here.reached(field);
      expect(people.map(({ subject }) => subject)).toEqual(['before', 'during']);
    },
  );

  it('counts whose chain does not open, names them, and still finds everybody else', async () => {
    const here = village();
    for (const id of ['damaged', 'without']) await here.arrive(id, 1);
    await here.arrive('held', 1, { nickname: '一直在' });
    for (const id of ['damaged', 'without', 'held']) await here.happen(id, 13, corrected(false), '后来的');
    here.damage('damaged', 'account.registered');
    expect(await here.reached('nickname')).toMatchObject({
      people: [
        { subject: 'damaged', since: day(1).toISOString() },
        { subject: 'held', since: day(1).toISOString() },
      ],
      damaged: ['damaged'],
      looked: 3,
    });
  });
});
