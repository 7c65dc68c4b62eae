import type { SubjectMove } from '../../cloudfunctions/domain/requests/moves';
import { applyDecisions } from '../../cloudfunctions/reconcile/decisions';
import { acceptFee, appeal, cancel, declineFee, verify } from '../../cloudfunctions/request/moves';
import { mine, read } from '../../cloudfunctions/request/reading';
import { submit } from '../../cloudfunctions/request/submit';
import type { Input, Output } from '../../src/contracts/operation';
import type { request } from '../../src/contracts/request';
import type { Result } from '../../src/contracts/result';
import { memberWorld } from './sharing-world';

type Typed = Readonly<Record<string, unknown>>;
type Submission = Input<(typeof request)['submit']>;

function dataOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.code}`);
  return result.data;
}

/** One person with many requests, staff who decide them, and recipients that were given data; all in memory. */
export async function requestWorld(recipients: readonly string[] = []) {
  const made = await memberWorld({}, recipients);
  const { call, store, put, now } = made;
  const job = () => ({ store, wechat: undefined as never, now: now() });
  const versionOf = (id: unknown) => made.rows('requests').find(({ _id }) => _id === id)?.['version'];
  let filed = 0;
  /** Puts rows there as staff's console does, judges all of them in one run, and answers them as they then are. */
  const decideAll = async (...forms: Typed[]): Promise<Typed[]> => {
    const ids = forms.map((form) => {
      filed += 1;
      const _id = `decision-${String(filed).padStart(4, '0')}`;
      const version = versionOf(form['requestId']);
      const about = {
        ...(version !== undefined && { expectedVersion: version }),
        reviewer: '王审',
        submit: true,
      };
      put('staff_decisions', { ...about, ...form, _id });
      return _id;
    });
    await applyDecisions(job());
    return ids.map((id) => made.rows('staff_decisions').find(({ _id }) => _id === id) ?? {});
  };
  const moves: Record<SubjectMove, (id: string) => Promise<Result<unknown>>> = {
    cancel: (id) => cancel(call({ id })),
    appeal: (id) => appeal(call({ id, reason: '请再看一看' })),
    acceptFee: (id) => acceptFee(call({ id })),
    declineFee: (id) => declineFee(call({ id })),
    verify: (id) => verify(call({ id })),
  };
  return {
    ...made,
    job,
    decideAll,
    decide: async (form: Typed): Promise<Typed> => (await decideAll(form))[0] ?? {},
    submit: async (kind: Submission['kind'], details?: Submission['details']): Promise<string> =>
      dataOf(await submit(call({ kind, ...(details !== undefined && { details }) }))).id,
    move: async (name: SubjectMove, id: string) => dataOf(await moves[name](id)),
    read: async (id: string): Promise<Output<(typeof request)['read']>> => dataOf(await read(call({ id }))),
    list: async () => dataOf(await mine(call({}))).requests,
  };
}

/** Lets the names of these tests be staff: anybody decides, and one endorses. */
export function setTestStaff(): void {
  beforeAll(() => {
    process.env['STAFF'] = JSON.stringify({ '*': 'reviewer', 李审: 'second' });
  });
  afterAll(() => {
    delete process.env['STAFF'];
  });
}
