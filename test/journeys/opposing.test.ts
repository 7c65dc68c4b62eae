import { moves, type MoveName } from '../../cloudfunctions/domain/requests/moves';
import type { RequestState } from '../../src/contracts/request-vocabulary';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { staffDesk } from '../make/staff-desk';

let cloud: TestCloud;
let person: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  person = makePerson(cloud);
  dataOf(await person.register());
});
afterAll(() => cloud.stop());

interface Step {
  move: MoveName | 'submit';
  state: RequestState;
}

/** Whether each step leads on from the one before, by the table. */
function isLegal(history: readonly Step[]): boolean {
  return history.every(({ move, state }, at) => {
    const before = history[at - 1];
    if (!before || move === 'submit') return at === 0 && state === 'verified';
    const { from, to } = moves[move];
    return (from as readonly string[]).includes(before.state) && (to as readonly string[]).includes(state);
  });
}

const times = (many: number, act: () => Promise<unknown>) => Array.from({ length: many }, act);

/** Sixty-four at once: the person takes it back, disputes and pays; staff give, refuse and look; the timers run. */
async function oppose(id: string): Promise<void> {
  const desk = staffDesk(cloud);
  const row = { requestId: id, expectedVersion: 1 };
  const refusal = { ...row, decision: 'refuse', reasonCode: 'repetitive', replyText: '一样的请求' };
  for (const [reviewer, filled] of [
    ['王审', { ...row, decision: 'approve' }],
    ['李审', refusal],
    ['赵审', { ...row, decision: 'reply', replyText: '请看“我的信息”' }],
    ['王审', refusal],
  ] as const)
    await desk.put({ ...filled, reviewer });
  await Promise.all([
    ...times(16, () => person.call('request', 'cancel', { id })),
    ...times(8, () => person.call('request', 'appeal', { id, reason: '不满意' })),
    ...times(8, () => person.call('request', 'acceptFee', { id })),
    ...times(8, () => person.call('request', 'declineFee', { id })),
    ...times(8, () => cloud.invoke('reconcile', { action: 'read', id, reviewer: '王审' })),
    ...times(12, () => cloud.timer('reconcile')),
    ...times(4, () => cloud.timer('retention')),
  ]);
}

describe('sixty-four opposing actions on one request at once', () => {
  it.each([1, 2, 3])('come to exactly one outcome by a legal history, round %i', async () => {
    const { id } = dataOf(await person.call('request', 'submit', { kind: 'copy' })) as { id: string };
    await oppose(id);
    // Whoever found it busy has not acted; what was left over is settled now.
    dataOf(await cloud.timer('reconcile'));
    const request = cloud.rows('requests').find(({ _id }) => _id === id) as unknown as {
      history: Step[];
      version: number;
      state: RequestState;
    };
    expect(isLegal(request.history)).toBe(true);
    expect(request.version).toBe(request.history.length);
    expect(request.history.at(-1)?.state).toBe(request.state);
    const answers = request.history.filter(({ move }) => ['approve', 'refuse', 'reply'].includes(move));
    const rows = cloud.rows('staff_decisions').filter(({ requestId }) => requestId === id);
    expect(rows.filter(({ result }) => result === 'applied')).toHaveLength(answers.length);
    expect(rows.every(({ result }) => result === 'applied' || result === 'rejected')).toBe(true);
    const told = cloud.rows('messages').filter(({ requestId }) => requestId === id);
    expect(told).toHaveLength(answers.length);
    const [account] = cloud.rows('accounts');
    const open = cloud.rows('requests').filter((row) => row['open'] === true);
    expect(account?.['openRequests']).toBe(open.length);
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ altered: 0, failed: [] });
  });
});
