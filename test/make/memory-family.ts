import { endGuardianship } from '../../cloudfunctions/account/wards';
import type { Call } from '../../cloudfunctions/platform/handler';
import type { Row } from '../../cloudfunctions/platform/store';
import { applyDecisions } from '../../cloudfunctions/reconcile/decisions';
import { submit } from '../../cloudfunctions/request/submit';
import type { AskedKind } from '../../src/contracts/request-vocabulary';
import { memoryStore } from './memory-store';
import { putAccount } from './put-account';

/** When everything in this family happens. */
export const familyAt = new Date('2026-03-02T02:00:00Z');
const GUARDIAN = '13900000001';

/** A guardian with one child, another adult with another, a teen and a guest, in a store in memory. */
export function memoryFamily() {
  const memory = memoryStore();
  const { store, rows } = memory;
  const child = { age: 'child', relationship: 'mother', address: '孩子的地址' } as const;
  putAccount(memory, 'guardian', { phone: GUARDIAN, address: '家长的地址' });
  putAccount(memory, 'ward', { ...child, guardian: 'guardian' });
  putAccount(memory, 'other');
  putAccount(memory, 'others-ward', { ...child, guardian: 'other' });
  putAccount(memory, 'teen', { age: 'teen' });
  const wechat = { phoneNumber: () => Promise.resolve(GUARDIAN) };
  const call = <I>(input: I, who = 'guardian') =>
    ({
      store,
      wechat,
      openid: `o-${who}`,
      now: familyAt,
      input,
      once: (work: () => unknown) => work(),
    }) as unknown as Call<I>;
  const chainOf = (id: string) =>
    (rows('ledger') as unknown as Row<'ledger'>[])
      .filter(({ subject }) => subject === id)
      .sort((a, b) => a.seq - b.seq);
  let filled = 0;
  return {
    ...memory,
    call,
    chainOf,
    types: (id: string) => chainOf(id).map(({ type }) => type),
    submit: (
      kind: AskedKind,
      details: string | Record<string, string>,
      more: object = {},
      who = 'guardian',
    ) => submit(call({ kind, details, ward: 'ward', ...more }, who)),
    async decide(requestId: string, typed: object) {
      filled += 1;
      const _id = `decision-${String(filled)}`;
      const { version } = rows('requests').find((row) => row._id === requestId) as unknown as {
        version: number;
      };
      const row = { requestId, expectedVersion: version, reviewer: '王审', submit: true, ...typed };
      memory.put('staff_decisions', { _id, ...row });
      await applyDecisions({ store, wechat: undefined as never, now: familyAt });
      return rows('staff_decisions').find((each) => each._id === _id)?.['result'];
    },
    end: () => endGuardianship(call({ ward: 'ward', phone: { kind: 'wechat' as const, code: 'c' } })),
  };
}
/** The same, with what they can do. */
export type Family = ReturnType<typeof memoryFamily>;

/** Files a request of the guardian's for the child and answers its id. */
export async function asked(
  here: Family,
  kind: AskedKind = 'access',
  details: string | Record<string, string> = '请查',
) {
  const filed = await here.submit(kind, details);
  if (!filed.ok) throw new Error(filed.error.code);
  return filed.data.id;
}
