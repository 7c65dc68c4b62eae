import { dataMap } from '../../../src/contracts/data-map';
import type { Recipient } from '../../../src/contracts/data-map/recipients';
import { recipients } from '../../../src/contracts/data-map/recipients';
import { GENESIS } from '../../../cloudfunctions/domain/ledger';
import { termsOf } from '../../../cloudfunctions/domain/sharing';
import { createSubjectKey } from '../../../cloudfunctions/platform/keys';
import { openedMember } from '../../../cloudfunctions/platform/member';
import { record } from '../../../cloudfunctions/platform/record';
import { sealRow } from '../../../cloudfunctions/platform/sealing';
import type { Row } from '../../../cloudfunctions/platform/store';
import { handoverFrom } from '../../../cloudfunctions/retention/handover';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { agreedAt } from '../../make/agreed-at';

setTestKeys();
const now = new Date('2026-06-01T02:00:00Z');
const heir: Recipient = { ...recipients.visit, name: '接手的公司', kind: 'successor' };
const table = { ...recipients, heir, former: { ...heir, endedOn: '2026-06-01' } };

function account(id: string, more: Partial<Row<'accounts'>> = {}): Row<'accounts'> {
  const { key, wrapped } = createSubjectKey(id);
  const row = sealRow(
    dataMap.accounts,
    id,
    {
      openid: `o-${id}`,
      phone: '13800138000',
      age: 'adult',
      grants: {},
      ...agreedAt(now),
      status: 'active',
      registeredAt: now.toISOString(),
      openRequests: 0,
      key: wrapped,
      chain: { seq: 0, head: GENESIS },
    },
    key,
  );
  return { ...row, ...more };
}

describe('handing over to a successor', () => {
  const share = (terms: string, granted = true) => ({
    visit: {
      granted: true,
      at: now.toISOString(),
      policyVersion: '1',
      seq: 1,
      terms: termsOf(recipients.visit),
    },
    heir: { granted, at: now.toISOString(), policyVersion: '1', seq: 2, terms },
  });
  const ask = (recipient: string, store: ReturnType<typeof memoryStore>['store']) =>
    handoverFrom(table)({ input: { recipient, by: '王管理' }, store, now } as never);

  it('[P26] leaves out whoever has not agreed: silent, refused, withdrawn, agreed to other terms, or leaving', async () => {
    const { store } = memoryStore();
    const people = [
      account('agreed', { shares: share(termsOf(heir)) }),
      account('refused', { shares: share(termsOf(heir), false) }),
      account('silent'),
      account('older', { shares: share(termsOf({ ...heir, why: '旧的用途。' })) }),
      account('leaving', { shares: share(termsOf(heir)), status: 'frozen' }),
    ];
    for (const row of people) await store.add('accounts', [row]);
    const answer = await ask('heir', store);
    expect(answer).toEqual({ ok: true, data: { subjects: ['agreed'], looked: 4, next: null } });
  });

  it('is asked for a successor alone, and for none with whom it has ended', async () => {
    const { store } = memoryStore();
    for (const id of ['visit', 'wechat', 'former', 'nobody', '__proto__'])
      expect(await ask(id, store)).toMatchObject({ ok: false, error: { code: 'RECIPIENT_UNKNOWN' } });
  });
});

describe('the one place where facts are written', () => {
  it('[P19] refuses a fact without a basis, and writes nothing at all', async () => {
    const { store, rows } = memoryStore();
    await store.add('accounts', [account('someone')]);
    const row = await store.get('accounts', 'someone');
    const member = await openedMember(row as Row<'accounts'>);
    const before = JSON.stringify([rows('accounts'), rows('ledger')]);
    const deed = {
      events: [{ type: 'account.corrected', body: {} }],
      facts: { address: '新路2号' },
    } as const;
    await expect(record(store, member, now, deed)).rejects.toThrow(/without a basis/);
    await expect(
      record(store, member, now, { ...deed, evidence: { act: 'law', exception: 'statistics' } }),
    ).rejects.toThrow(/without a basis/);
    expect(JSON.stringify([rows('accounts'), rows('ledger')])).toBe(before);
    await record(store, member, now, { ...deed, evidence: { act: 'subject' } });
    expect(rows('ledger')).toHaveLength(1);
  });

  it('lets anything be cleared', async () => {
    const { store, rows } = memoryStore();
    await store.add('accounts', [account('someone')]);
    const member = await openedMember((await store.get('accounts', 'someone')) as Row<'accounts'>);
    await record(store, member, now, {
      events: [{ type: 'account.corrected', body: {} }],
      facts: { address: null },
    });
    expect(rows('ledger')).toHaveLength(1);
  });
});
