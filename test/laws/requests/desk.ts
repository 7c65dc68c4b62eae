import { randomUUID } from 'node:crypto';
import { dataMap } from '../../../src/contracts/data-map';
import { requestStates, type AskedKind, type RequestState } from '../../../src/contracts/request-vocabulary';
import type { Result } from '../../../src/contracts/result';
import type { SubjectMove } from '../../../cloudfunctions/domain/requests/moves';
import { guardAfter } from '../../../cloudfunctions/platform/guard';
import type { Row, Store, Transaction } from '../../../cloudfunctions/platform/store';
import { applyDecisions } from '../../../cloudfunctions/reconcile/decisions';
import { read } from '../../../cloudfunctions/reconcile/reading';
import { unmask } from '../../../cloudfunctions/reconcile/unmask';
import { acceptFee, appeal, cancel, declineFee, verify } from '../../../cloudfunctions/request/moves';
import { submit } from '../../../cloudfunctions/request/submit';
import { openedMember } from '../../../cloudfunctions/platform/member';
import { provenPast, reviewersOf } from '../../../cloudfunctions/retention/proven-past';
import { lapseRequests, rescheduleRequests } from '../../../cloudfunctions/retention/requests';
import { setTestKeys } from '../arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { putAccount } from '../../make/put-account';

setTestKeys();
const now = new Date('2026-03-02T02:00:00Z');
const openid = 'o-walker';

const EARLIER = '2026-02-27T02:00:00.000Z';
const MONTH_MS = 31 * 24 * 60 * 60_000;

/** What staff type into a row. */
export type Typed = Readonly<Record<string, unknown>>;

/** One person and one request, with everything that can be done to it by the real handlers. */
export async function openDesk(kind: AskedKind, details?: string | Record<string, string>) {
  const memory = memoryStore();
  const { store: whole, rows, put, remember } = memory;
  let isAuditBroken = false;
  const audited =
    (to: Pick<Transaction, 'add'>): Transaction['add'] =>
    (name, added) =>
      isAuditBroken && name === 'audits' ? Promise.reject(new Error('no audit')) : to.add(name, added);
  const store: Store = {
    ...whole,
    add: audited(whole),
    transaction: (work) =>
      whole.transaction((transaction) => work({ ...transaction, add: audited(transaction) })),
  };
  putAccount(memory, 'walker', { phone: '13800138000', address: '旧路1号' });
  const call = <I>(input: I) => ({
    store,
    wechat: undefined as never,
    openid,
    now,
    input,
    once: <T>(work: () => Promise<T>) => work(),
  });
  const submitted = await submit(call({ kind, ...(details !== undefined && { details }) }));
  if (!submitted.ok) throw new Error('the walk could not begin');
  const { id } = submitted.data;
  // Enough earlier ones that a fee may be asked, and one that this may repeat.
  for (const earlier of ['another-request', 'earlier-2', 'earlier-3'])
    put('requests', { _id: earlier, subject: 'walker', kind, state: 'done', submittedAt: EARLIER });
  const moves: Record<SubjectMove, () => Promise<Result<unknown>>> = {
    cancel: () => cancel(call({ id })),
    appeal: () => appeal(call({ id, reason: '请再看一次' })),
    acceptFee: () => acceptFee(call({ id })),
    declineFee: () => declineFee(call({ id })),
    verify: () => verify(call({ id })),
  };
  const ofRequest = () => rows('requests').find(({ _id }) => _id === id) as unknown as Row<'requests'>;
  return {
    request: ofRequest,
    account: () => rows('accounts')[0] as unknown as Row<'accounts'>,
    ledger: () => rows('ledger') as unknown as Row<'ledger'>[],
    audits: () => rows('audits'),
    /** What the ledger alone proves of the request. */
    past: async () => {
      const member = await openedMember(rows('accounts')[0] as unknown as Row<'accounts'>);
      const past = await provenPast(store, member, id);
      return past.ok ? past.data : undefined;
    },
    /** What else the operator knows of it. */
    known: async () => ({
      ...({ subject: 'walker', age: 'adult' } as const),
      reviewers: await reviewersOf(store, id),
    }),
    now,
    move: (move: SubjectMove) => moves[move](),
    look: (reviewer = '王审') => read(call({ id, reviewer })),
    unmask: (reviewer: string, field: 'phone' | 'details' | 'appeal' = 'phone') =>
      unmask(call({ id, field, reviewer, reason: '要给用户回电话' })),
    /** Puts the request into a state, however it would get there. */
    become(state: RequestState, more: Partial<Row<'requests'>> = {}) {
      const row = { ...ofRequest(), state, open: requestStates[state].open, ...more };
      put('requests', { ...row, guard: guardAfter(dataMap.requests, row) });
    },
    /** What the timer of `retention` does with provisional deadlines, and once nobody has answered for a month. */
    reschedule: () => rescheduleRequests({ store, wechat: undefined as never, now }),
    lapse: () =>
      lapseRequests({ store, wechat: undefined as never, now: new Date(now.getTime() + MONTH_MS) }),
    /** Remembers everything as it is; the answer brings it back. */
    remember,
    /** From here no audit row can be written. */
    breakAudits() {
      isAuditBroken = true;
    },
    /** Files a row for the version that is there now, lets the timer run, and answers the judged row. */
    async decide(typed: Typed): Promise<Typed> {
      const row: Typed = { requestId: id, expectedVersion: ofRequest().version, submit: true, ...typed };
      const _id = randomUUID();
      const filled = Object.entries(row).filter(([, value]) => value !== undefined);
      put('staff_decisions', { _id, ...Object.fromEntries(filled) });
      await applyDecisions({ store, wechat: undefined as never, now });
      return (await store.get('staff_decisions', _id)) as unknown as Typed;
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
