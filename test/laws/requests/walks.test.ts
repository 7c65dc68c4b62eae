import fc from 'fast-check';
import { decisions, turnsDown, type Decision } from '../../../src/contracts/decisions';
import {
  keysOf,
  refusalReasons,
  askedKinds,
  requestStates,
  type AskedKind,
} from '../../../src/contracts/request-vocabulary';
import { verifyChain } from '../../../cloudfunctions/domain/ledger';
import { allowedDecisions, subjectMoves } from '../../../cloudfunctions/domain/requests/moves';
import { agrees } from '../../../cloudfunctions/domain/requests/agrees';
import { openDesk, type Desk } from './desk';
import { filledFor } from './filled';
import { take, type Decided, type Step } from './steps';

beforeAll(() => {
  process.env['STAFF'] = JSON.stringify({ 王审: 'second', 李审: 'second', 赵审: 'reviewer' });
});
afterAll(() => {
  delete process.env['STAFF'];
});

const names = ['王审', '李审', '赵审'] as const;
const kinds = fc.constantFrom(...askedKinds);
const details = fc.constantFrom(
  undefined,
  '请看一下',
  { field: 'address', value: '新路2号' },
  { field: 'phone', value: '13900000000' },
  { fields: 'address,nickname' },
  { purpose: 'analytics' },
);
/** Anything, as a careless or a wicked person might fill it. */
const typed = fc.record(
  {
    decision: fc.constantFrom(...keysOf(decisions)),
    reviewer: fc.constantFrom(...names),
    reasonCode: fc.constantFrom(...keysOf(refusalReasons)),
    replyText: fc.constant('答复在这里'),
    alternative: fc.constant('可以到柜台查询'),
    fee: fc.constantFrom(10, 0, -3, 1.234),
    items: fc.constantFrom('nickname', 'phone', 'account', 'toString'),
    duplicateOf: fc.constantFrom('another-request', 'nobody'),
    expectedVersion: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['decision', 'reviewer'], noNullPrototype: true },
) as fc.Arbitrary<Decided>;

/** Filled as a careful person would, so that walks get far. */
const careful = (kind: AskedKind) =>
  fc
    .record({
      decision: fc.constantFrom(...keysOf(decisions)),
      reviewer: fc.constantFrom(...names),
      reasonCode: fc.constantFrom('repetitive', 'malice'),
    })
    .map(
      ({ decision, reviewer, reasonCode }) =>
        ({
          ...filledFor(decision, kind),
          ...(turnsDown(decision) && { reasonCode }),
          reviewer,
        }) as unknown as Decided,
    );

const stepsOf = (kind: AskedKind): fc.Arbitrary<Step> =>
  fc.oneof(
    fc.constantFrom(...subjectMoves).map((move): Step => ({ do: 'move', move })),
    fc.constantFrom<Step>({ do: 'look' }, { do: 'lapse' }),
    fc
      .oneof(typed, careful(kind), careful(kind), careful(kind))
      .map((row): Step => ({ do: 'decide', typed: row })),
  );

type Request = ReturnType<Desk['request']>;

/** What must be true of an applied decision, said without the code that decides it. */
function judgedRightly(before: Request, { typed: row }: Step & { do: 'decide' }): void {
  const { decision } = row;
  expect(allowedDecisions(before)).toContain(decision);
  expect(row['expectedVersion'] ?? before.version).toBe(before.version);
  if (before.state === 'appealed' || decision === 'endorse')
    expect(before.deciders ?? []).not.toContain(row.reviewer);
  if (turnsDown(decision)) expect(row).toHaveProperty('reasonCode');
  if (before.kind === 'withdraw' || before.kind === 'leak') expect(turnsDown(decision)).toBe(false);
  // P20: one person alone never turns anything down where the law forbids answering.
  if (decision === 'endorse') expect(row.reviewer).not.toBe('赵审');
}

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
  expect(now.history).toHaveLength((before.history?.length ?? 0) + 1);
  expect(now.history?.at(-1)?.state).toBe(expected);
  expect(desk.account().openRequests).toBe(Number(now.open));
  expect(desk.ledger().length).toBeGreaterThan(length);
  expect(verifyChain(desk.ledger())).toEqual({ intact: true });
}

async function step(desk: Desk, each: Step): Promise<void> {
  const [before, length] = [desk.request(), desk.ledger().length];
  const expected = await take(desk, each);
  if (each.do === 'decide' && expected !== undefined) judgedRightly(before, each);
  inOrder(desk, before, length, expected);
}

/** The ledger alone tells the same life as the row, so that an edited row can be told from it. */
async function isProven(desk: Desk): Promise<void> {
  const past = await desk.past();
  if (!past) throw new Error('the ledger does not know the request');
  expect(past.history).toEqual(desk.request().history);
  // What is proposed or quoted is not in the ledger, nor a fee or what of a deletion went: nobody may vouch for it.
  const { fee, items } = desk.request();
  const isTold = !['seconding', 'quoted'].includes(past.state) && fee === undefined && items === undefined;
  expect(agrees(desk.request(), await desk.known(), past, desk.now)).toBe(isTold);
}

const ENDINGS = [
  'in_review',
  'seconding',
  'quoted',
  'done',
  'refused',
  'partly',
  'appealed',
  'cancelled',
  'duplicate',
];

/** The one ending that chance alone misses now and then: a deletion that is granted in part. */
const partGranted = {
  kind: 'delete',
  words: undefined,
  walk: [
    { do: 'look' },
    { do: 'decide', typed: { ...filledFor('partly', 'delete'), reasonCode: 'repetitive', reviewer: '王审' } },
  ],
} as unknown as { kind: AskedKind; words: undefined; walk: Step[] };

describe('every life of a request', () => {
  it('[P60] moves as the table says, one version a move, each move in its history and in the ledger', async () => {
    const reached = new Set<string>();
    const lives = kinds.chain((kind) =>
      fc.record({
        kind: fc.constant(kind),
        words: details,
        walk: fc.array(stepsOf(kind), { maxLength: 12 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(lives, async ({ kind, words, walk }) => {
        const desk = await openDesk(kind, words);
        for (const each of walk) {
          if (desk.account().status !== 'active') return;
          await step(desk, each);
          reached.add(desk.request().state);
        }
        await isProven(desk);
      }),
      { numRuns: 400, examples: [[partGranted]] },
    );
    // The walks must get somewhere, or they prove nothing.
    for (const state of ENDINGS) expect(reached).toContain(state);
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

/** Everything that anyone can do, filled as it should be, by each of three people. */
const everything = (kind: AskedKind): Step[] => [
  ...subjectMoves.map((move): Step => ({ do: 'move', move })),
  { do: 'look' },
  { do: 'lapse' },
  ...keysOf(decisions).flatMap((decision) =>
    names.flatMap((reviewer) =>
      (turnsDown(decision) ? ['repetitive', 'malice'] : [undefined]).map((reasonCode): Step => ({
        do: 'decide',
        typed: {
          ...filledFor(decision, kind),
          decision: decision satisfies Decision,
          reviewer,
          ...(reasonCode && { reasonCode: reasonCode as keyof typeof refusalReasons }),
        },
      })),
    ),
  ),
];

/** What the person asked, so that an approval has something to carry out. */
const wordsOf = { copy: {}, delete: { fields: 'address' }, withdraw: { purpose: 'analytics' } } as const;

/** All that decides what may happen next. */
const standing = ({ state, decision, appeal, deciders = [], items }: Request) =>
  JSON.stringify([state, decision, appeal !== undefined, [...deciders].sort(), items]);

describe('[P20] [P60] every interleaving of the person, three of the staff and the timer', () => {
  it.each(keysOf(wordsOf))(
    'of a request of kind %s: from each way it can stand, each step leads where the table says',
    async (kind) => {
      const desk = await openDesk(kind, wordsOf[kind]);
      const known = new Map([[standing(desk.request()), desk.remember()]]);
      const waiting = [...known.values()];
      for (let back = waiting.pop(); back; back = waiting.pop()) {
        for (const each of everything(kind)) {
          back();
          await step(desk, each);
          await isProven(desk);
          const then = standing(desk.request());
          if (known.has(then)) continue;
          known.set(then, desk.remember());
          waiting.push(desk.remember());
        }
      }
      const states = new Set([...known.keys()].map((key) => (JSON.parse(key) as [string])[0]));
      expect(states).toContain('appealed');
      expect(known.size).toBeGreaterThan(kind === 'withdraw' ? 5 : 20);
    },
    60_000,
  );
});
