import fc from 'fast-check';
import {
  decisions,
  keysOf,
  refusalReasons,
  requestKinds,
  requestStates,
} from '../../../src/contracts/request-vocabulary';
import { verifyChain, type LedgerRow } from '../../../cloudfunctions/domain/ledger';
import {
  allowedDecisions,
  canMove,
  staffMoves,
  subjectMoves,
  type SubjectMove,
} from '../../../cloudfunctions/domain/requests/states';
import { openDesk, type Desk, type Typed } from './desk';

type Decided = Typed & { decision: keyof typeof decisions; reviewer: string };
type Step = { do: 'move'; move: SubjectMove } | { do: 'look' } | { do: 'decide'; typed: Decided };

const kinds = fc.constantFrom(...keysOf(requestKinds));
const details = fc.constantFrom(
  undefined,
  '请看一下',
  { field: 'address', value: '新路2号' },
  { field: 'phone', value: '13900000000' },
  { purpose: 'analytics' },
);
const typed = fc.record(
  {
    decision: fc.constantFrom(...keysOf(decisions)),
    reviewer: fc.constantFrom('王审', '李审'),
    reasonCode: fc.constantFrom(...keysOf(refusalReasons)),
    replyText: fc.constant('答复在这里'),
    alternative: fc.constant('可以到柜台查询'),
    expectedVersion: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['decision', 'reviewer'], noNullPrototype: true },
) as fc.Arbitrary<Decided>;

/** Filled as a careful person would, so that walks get far. */
const whole = fc.record({
  decision: fc.constantFrom(...keysOf(decisions)),
  reviewer: fc.constantFrom('王审', '李审'),
  reasonCode: fc.constantFrom(...keysOf(refusalReasons)),
  replyText: fc.constant('答复在这里'),
  alternative: fc.constant('可以到柜台查询'),
}) as fc.Arbitrary<Decided>;

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...keysOf(subjectMoves)).map((move): Step => ({ do: 'move', move })),
  fc.constant<Step>({ do: 'look' }),
  fc.oneof(typed, whole, whole).map((row): Step => ({ do: 'decide', typed: row })),
);

type Request = ReturnType<Desk['request']>;

/** What a step came to: the state it should lead to when it was accepted. */
async function take(desk: Desk, step: Step, before: Request): Promise<Request['state'] | undefined> {
  if (step.do === 'move') {
    const moved = await desk.move(step.move);
    expect(moved.ok).toBe(canMove(before.state, step.move));
    return moved.ok ? subjectMoves[step.move].to : undefined;
  }
  if (step.do === 'look') {
    const looks = desk.audits().length;
    expect(await desk.look()).toMatchObject({ ok: true });
    expect(desk.audits()).toHaveLength(looks + 1);
    return before.state === 'verified' ? 'in_review' : undefined;
  }
  const row = await desk.decide(step.typed);
  expect(['applied', 'rejected']).toContain(row['result']);
  expect(row['resultMessage']).toMatch(/^.+。$/u);
  return row['result'] === 'applied' ? staffMoves[step.typed.decision].to : undefined;
}

/** What must be true of an applied decision, said without the code that decides it. */
function judgedRightly(before: Request, { typed: row }: Step & { do: 'decide' }): void {
  const { decision } = row;
  expect(allowedDecisions(before.kind, before.state)).toContain(decision);
  expect(row['expectedVersion'] ?? before.version).toBe(before.version);
  if (before.state === 'appealed') expect(row.reviewer).not.toBe(before.decidedBy);
  if (decision === 'refuse' || decision === 'partly') expect(row).toHaveProperty('reasonCode');
  if (decision !== 'approve') expect(row).toHaveProperty('replyText');
  if (before.kind === 'withdraw' || before.kind === 'leak')
    expect(['refuse', 'partly']).not.toContain(decision);
}

const withoutContent = ({ content: _, ...row }: ReturnType<Desk['ledger']>[number]) => row as LedgerRow;

/** Everything that holds between any two moments of a request's life. */
function inOrder(desk: Desk, before: Request, length: number, expected: Request['state'] | undefined): void {
  const now = desk.request();
  if (expected === undefined) {
    expect(now).toEqual(before);
    expect(desk.ledger()).toHaveLength(length);
    return;
  }
  expect(now.state).toBe(expected);
  expect(now.version).toBe(before.version + 1);
  expect(now.open).toBe(requestStates[now.state].open);
  expect(desk.account().openRequests).toBe(Number(now.open));
  expect(desk.ledger().length).toBeGreaterThan(length);
  expect(verifyChain(desk.ledger().map(withoutContent))).toEqual({ intact: true });
}

describe('every life of a request', () => {
  it('[P60] moves as the tables say, one version a move, each move in the ledger', async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(kinds, details, fc.array(steps, { maxLength: 12 }), async (kind, words, walk) => {
        const desk = await openDesk(kind, words);
        for (const step of walk) {
          const [before, length] = [desk.request(), desk.ledger().length];
          const expected = await take(desk, step, before);
          if (step.do === 'decide' && expected !== undefined) judgedRightly(before, step);
          inOrder(desk, before, length, expected);
          reached.add(desk.request().state);
        }
      }),
      { numRuns: 300 },
    );
    // The walks must get somewhere, or they prove nothing.
    for (const state of ['in_review', 'quoted', 'done', 'refused', 'partly', 'appealed', 'cancelled']) {
      expect(reached).toContain(state);
    }
  });

  it('a row whose words are not those of the form is refused and changes nothing', async () => {
    const desk = await openDesk('copy');
    const before = desk.request();
    for (const wrong of [{ decision: 'approve' }, { decision: 'approve', reviewer: '王审', extra: 1 }, {}]) {
      expect(await desk.decide(wrong)).toMatchObject({ result: 'rejected' });
    }
    expect(desk.request()).toEqual(before);
  });
});
