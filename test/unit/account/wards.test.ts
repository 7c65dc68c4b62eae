import { askGuardian } from '../../../cloudfunctions/account/ask-guardian';
import { guardChild } from '../../../cloudfunctions/account/guard-child';
import { endGuardianship, wards } from '../../../cloudfunctions/account/wards';
import { verifyChain } from '../../../cloudfunctions/domain/ledger';
import { childFound } from '../../../cloudfunctions/retention/child';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { accountIn, hurtKey, putAccount } from '../../make/put-account';

setTestKeys();
const now = new Date('2026-03-02T02:00:00.000Z');
const GUARDIAN = '13900000001';
const CHILD = '13900000002';
const due = { status: 'frozen', eraseAfter: now.toISOString() };

/** A guardian and two children; of one the key does not open, and of the other one value. */
function family() {
  const memory = memoryStore();
  const child = { age: 'child', guardian: 'guardian', relationship: 'other' } as const;
  putAccount(memory, 'guardian', { phone: GUARDIAN });
  putAccount(memory, 'hurt', { ...child, phone: CHILD, nickname: '小雨' });
  putAccount(memory, 'altered', { ...child, nickname: '小雪' });
  putAccount(memory, 'well', { ...child, nickname: '小风' });
  hurtKey(memory, 'hurt');
  memory.put('accounts', { ...accountIn(memory, 'altered'), nickname: 's1.AAAA' });
  const wechat = { phoneNumber: () => Promise.resolve(GUARDIAN) };
  const call = <I>(input: I) => ({
    store: memory.store,
    wechat: wechat as never,
    openid: 'o-guardian',
    now,
    input,
    once: <T>(work: () => Promise<T>) => work(),
  });
  const chainOf = (id: string) => memory.rows('ledger').filter(({ subject }) => subject === id);
  const end = (ward: string) => endGuardianship(call({ ward, phone: { kind: 'wechat', code: 'c' } }));
  return { ...memory, call, chainOf, end };
}

describe('[P65] a child whose row does not open', () => {
  it('is shown to its guardian without a name, and hides no other', async () => {
    const shown = await wards(family().call({}));
    const named = shown.ok && shown.data.wards.map(({ ward, nickname }) => [ward, nickname]);
    expect(named).toEqual([
      ['hurt', null],
      ['altered', null],
      ['well', expect.stringContaining('小')],
    ]);
  });

  it.each(['hurt', 'altered', 'well'])('leaves when the consent is withdrawn (%s)', async (ward) => {
    const made = family();
    expect(await made.end(ward)).toEqual({ ok: true, data: { at: now.toISOString() } });
    expect(accountIn(made, ward)).toMatchObject(due);
    for (const [id, type] of [
      [ward, 'account.guardian-withdrew'],
      ['guardian', 'guardian.withdrawn'],
    ] as const) {
      const chain = made.chainOf(id);
      expect(chain).toMatchObject([{ type }]);
      expect(accountIn(made, id).chain).toEqual({ seq: 1, head: chain[0]?.['commitment'] });
    }
    expect(verifyChain(made.chainOf(ward) as never)).toEqual({ intact: true });
  });

  it('[P67] leaves when it is found without consent', async () => {
    const made = family();
    const found = await childFound(made.call({ phone: CHILD, by: '王审', reference: '来信-7' }));
    expect(found).toEqual({ ok: true, data: { subject: 'hurt', eraseAfter: now.toISOString() } });
    expect(accountIn(made, 'hurt')).toMatchObject(due);
    expect(made.chainOf('hurt')).toMatchObject([{ type: 'account.child-found' }]);
    expect(made.rows('audits')).toHaveLength(1);
  });
});

describe('[P65] who has grown up', () => {
  it('is nobody’s ward, though the row still names the guardian', async () => {
    const made = family();
    made.put('accounts', { ...accountIn(made, 'well'), age: 'adult' });
    const shown = await wards(made.call({}));
    expect(shown.ok && shown.data.wards.map(({ ward }) => ward)).toEqual(['hurt', 'altered']);
    expect(await made.end('well')).toMatchObject({ ok: false, error: { code: 'WARD_UNKNOWN' } });
    expect(accountIn(made, 'well').status).toBe('active');
  });
});

describe('[P65] a guardian of many', () => {
  /** The guardian with so many children in all, and the way to answer one more child's code. */
  function house(children: number, more: Parameters<typeof putAccount>[2] = {}) {
    const memory = memoryStore();
    putAccount(memory, 'guardian', { phone: GUARDIAN });
    for (let made = 1; made <= children; made += 1)
      putAccount(memory, `child-${String(made)}`, { age: 'child', guardian: 'guardian', ...more });
    const wechat = { phoneNumber: () => Promise.resolve(GUARDIAN) };
    const call = <I>(input: I, who = 'guardian') => ({
      store: memory.store,
      wechat: wechat as never,
      openid: `o-${who}`,
      now,
      input,
      once: <T>(work: () => Promise<T>) => work(),
    });
    const { policyVersion } = accountIn(memory, 'guardian');
    const answer = async (guest: string) => {
      const asked = await askGuardian(call({}, guest));
      if (!asked.ok) throw new Error(asked.error.code);
      const { code } = asked.data;
      const phone = { kind: 'wechat', code: 'c' } as const;
      return guardChild(call({ code, relationship: 'mother', policyVersion, phone }));
    };
    return { ...memory, call, answer };
  }
  const full = { ok: false, error: { code: 'GUARDIAN_FULL' } };

  it('can consent for as many as the list shows, and for no more', async () => {
    const made = house(19);
    expect(await made.answer('twentieth')).toMatchObject({ ok: true });
    expect(await made.answer('next')).toMatchObject(full);
    expect(await house(20).answer('next')).toMatchObject(full);
    const shown = await wards(house(20).call({}));
    expect(shown.ok && shown.data.wards).toHaveLength(20);
  });

  it('sees and can end every one, whoever is being erased', async () => {
    const made = house(20, { status: 'erasing' });
    putAccount(made, 'here', { age: 'child', guardian: 'guardian' });
    const shown = await wards(made.call({}));
    expect(shown.ok && shown.data.wards.map(({ ward }) => ward)).toEqual(['here']);
    expect(await made.answer('next')).toMatchObject({ ok: true });
  });
});
