import { GENESIS } from '../../../cloudfunctions/domain/ledger';
import { createSubjectKey } from '../../../cloudfunctions/platform/keys';
import { sealRow } from '../../../cloudfunctions/platform/sealing';
import { leaveWards } from '../../../cloudfunctions/retention/leave-wards';
import { dataMap } from '../../../src/contracts/data-map';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { faultyStore } from '../../make/faulty-store';
import { memoryStore } from '../../make/memory-store';

setTestKeys();
const now = new Date('2026-03-02T02:00:00.000Z');
const job = ({ store }: Pick<ReturnType<typeof memoryStore>, 'store'>) => ({
  store,
  wechat: undefined as never,
  now,
});
const guardian = { people: [{ id: 'guardian' }], through: new Map() };

/** A guardian's children, each with an account. */
function wards(children: number, of = 'guardian') {
  const memory = memoryStore();
  for (let child = 0; child < children; child += 1) {
    const id = `child-${String(child).padStart(4, '0')}`;
    const { key, wrapped, wrappedBy } = createSubjectKey(id);
    const facts = {
      openid: `o-${id}`,
      phone: `1380013${String(child).padStart(4, '0')}`,
      age: 'child',
      guardian: of,
      relationship: 'other',
      grants: {},
      policyVersion: '1',
      policyDigest: 'a'.repeat(64),
      status: 'active',
      registeredAt: now.toISOString(),
      openRequests: 0,
      key: wrapped,
      keyWrappedBy: wrappedBy,
      chain: { seq: 0, head: GENESIS },
    } as const;
    memory.put('accounts', sealRow(dataMap.accounts, id, facts, key));
  }
  const leaving = () =>
    memory
      .rows('accounts')
      .filter((row) => row['status'] === 'frozen' && row['eraseAfter'] === now.toISOString());
  return { ...memory, leaving };
}

describe('[P65] the children of a guardian who is erased', () => {
  it('all leave with them, also where one call cannot find them all', async () => {
    const made = wards(1001);
    await leaveWards(job(made), guardian);
    expect(made.leaving()).toHaveLength(1001);
    expect(made.rows('ledger')).toHaveLength(1001);
  });

  it('leave once, though a run dies at any of its calls', async () => {
    for (let at = 1; ; at += 1) {
      const made = wards(3);
      const faulty = faultyStore(made.store, at, 'after');
      await leaveWards(job(faulty), guardian).catch(() => undefined);
      await leaveWards(job(made), guardian);
      expect(made.leaving()).toHaveLength(3);
      expect(made.rows('ledger')).toHaveLength(3);
      if (faulty.calls() < at) break;
    }
  });

  it('leave though a key does not open, for erasing needs none and nobody may wait for it', async () => {
    const made = wards(2);
    const [hurt] = made.rows('accounts');
    if (hurt) made.put('accounts', { ...hurt, key: `${String(hurt['key']).slice(0, -4)}AAAA` });
    await leaveWards(job(made), guardian);
    expect(made.leaving()).toHaveLength(2);
    expect(made.rows('ledger').map((row) => row['subject'])).toEqual(['child-0001']);
  });

  it('are nobody else’s', async () => {
    const made = wards(2, 'somebody-else');
    await leaveWards(job(made), guardian);
    expect(made.leaving()).toEqual([]);
  });
});
