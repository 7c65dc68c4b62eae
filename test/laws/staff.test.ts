import { allowedDecisions } from '../../cloudfunctions/domain/requests/moves';
import { letterCodeDigest } from '../../cloudfunctions/reconcile/fresh-letter-code';
import { roleOf } from '../../cloudfunctions/reconcile/roles';
import { keysOf, requestStates, type AskedKind } from '../../src/contracts/request-vocabulary';
import { decisions, type Decision } from '../../src/contracts/decisions';
import { staff } from '../../src/contracts/staff';
import { mayDo, staffRights, staffRoles, type StaffAction } from '../../src/contracts/staff-roles';
import { openDesk, type Desk } from './requests/desk';
import { filledFor } from './requests/filled';

const names = { reviewer: '王审', second: '李审', supervisor: '陈主管', stranger: '路人' } as const;
type Actor = keyof typeof names;
const actors = keysOf(names);
const roleOfActor = (actor: Actor) => (actor === 'stranger' ? undefined : actor);

/** Somebody who sits at none of the tests' other desks. */
const list = { 王审: 'reviewer', 李审: 'second', 陈主管: 'supervisor' };
beforeEach(() => {
  process.env['STAFF'] = JSON.stringify(list);
});
afterEach(() => {
  delete process.env['STAFF'];
});
jest.mock('../../cloudfunctions/platform/log', () => ({ log: () => undefined }));

/** A kind of request that knows the decision. */
const kindFor: Readonly<Record<Decision, AskedKind>> = {
  approve: 'copy',
  partly: 'access',
  refuse: 'copy',
  reply: 'question',
  quote: 'copy',
  duplicate: 'copy',
  endorse: 'copy',
  return: 'copy',
};

/** A row that records a letter of the desk's person. */
const letter = (reviewer: string) => ({
  requestId: undefined,
  expectedVersion: undefined,
  decision: 'intake',
  phone: '13800138000',
  kind: 'question',
  words: '请问怎么改地址',
  receivedOn: '2026-03-02',
  reviewer,
});

/** A code was sent to the letter's person, and staff enter it. */
async function entersCode(desk: Desk, reviewer: string): Promise<boolean> {
  const { _id, state } = desk.request();
  const code = '123456';
  desk.become(state, { codeDigest: letterCodeDigest(_id, code), codeUntil: '2030-01-01T00:00:00.000Z' });
  const row = await desk.decide({ expectedVersion: undefined, decision: 'verify', code, reviewer });
  return row['result'] === 'applied';
}

/** Does the action and answers whether it happened. */
async function happens(desk: Desk, action: StaffAction, name: string): Promise<boolean> {
  if (action === 'read') return (await desk.look(name)).ok;
  if (action === 'unmask') return (await desk.unmask(name)).ok;
  if (action === 'intake') return (await desk.decide(letter(name)))['result'] === 'applied';
  if (action === 'verify') return entersCode(desk, name);
  return (
    (await desk.decide({ ...filledFor(action, kindFor[action]), reviewer: name }))['result'] === 'applied'
  );
}

const isDecision = (action: StaffAction): action is Decision => Object.hasOwn(decisions, action);
const actions = keysOf(staffRights);
const table = actors.flatMap((actor) =>
  actions.flatMap((action) => keysOf(requestStates).map((state) => [actor, action, state] as const)),
);

describe('[P39] who may do what', () => {
  it.each(table)('%s, %s, a request that is %s', async (actor, action, state) => {
    const kind = isDecision(action) ? kindFor[action] : 'question';
    const desk = await openDesk(kind, kind === 'question' ? '请看' : undefined);
    desk.become(state);
    const isPossible = isDecision(action)
      ? allowedDecisions({ kind, state }).includes(action)
      : action !== 'verify' || state === 'submitted';
    const before = desk.audits().length;
    const did = await happens(desk, action, names[actor]);
    expect(did).toBe(isPossible && mayDo(roleOfActor(actor), action));
    // P40: what happened left its row, and what did not happen left none.
    expect(desk.audits().length - before).toBe(Number(did));
  });

  it('gives every role something to do, and nobody without a role anything', () => {
    for (const role of keysOf(staffRoles)) expect(actions.some((action) => mayDo(role, action))).toBe(true);
    for (const action of actions) expect(mayDo(undefined, action)).toBe(false);
  });
});

describe('the list of staff', () => {
  it.each([
    ['without a setting nobody is of the staff', undefined, '谁都行', undefined],
    ['nor is the star, when somebody signs with it', undefined, '*', undefined],
    ['a name on it has its role', JSON.stringify(list), '李审', 'second'],
    ['a name that is not on it has none', JSON.stringify(list), '路人', undefined],
    ['a star stands for whoever is not named', '{"*":"reviewer","李审":"second"}', '路人', 'reviewer'],
    ['the star is not a name', '{"*":"supervisor","王审":"reviewer"}', '王审', 'reviewer'],
    ['a name that every object has is not on it', JSON.stringify(list), 'constructor', undefined],
  ])('%s', (_, setting, name, role) => {
    if (setting === undefined) delete process.env['STAFF'];
    else process.env['STAFF'] = setting;
    expect(roleOf(name)).toBe(role);
  });

  it.each(['王审', '[]', '{"王审":"boss"}', '{'])('%s is an operator’s mistake', (setting) => {
    process.env['STAFF'] = setting;
    expect(() => roleOf('王审')).toThrow('STAFF');
  });
});

/** Which audit row each operation of staff leaves; the list and the reminders tell no more than a masked number. */
const rowOf = {
  queue: null,
  notices: null,
  read: 'read',
  unmask: 'unmask',
  picture: 'unmask',
} as const satisfies Record<keyof typeof staff, string | null>;

describe('[P40] the audit row of a form', () => {
  it.each([
    ['the account that the platform says filled it', 'employee-7', { enteredBy: 'employee-7' }],
    ['nothing where the platform says nothing', undefined, {}],
    ['nothing that is no account', { $ne: null }, {}],
    ['nothing that is too long for one', 'x'.repeat(81), {}],
  ])('keeps %s', async (_, createBy, kept) => {
    const desk = await openDesk('question', '请看');
    await desk.decide({ ...filledFor('reply', 'question'), reviewer: names.reviewer, createBy });
    await desk.decide({ ...letter(names.second), createBy });
    const { reviewer, second } = names;
    expect(
      desk
        .audits()
        .map(({ reviewer: by, enteredBy }) => ({ by, ...(enteredBy !== undefined && { enteredBy }) })),
    ).toEqual([
      { by: reviewer, ...kept },
      { by: second, ...kept },
    ]);
  });
});

describe('[P40] a staff action without its row', () => {
  it('is no operation of the contract', () => {
    expect(Object.keys(rowOf).sort()).toEqual(Object.keys(staff).sort());
  });

  it.each(actions)('cannot happen: %s', async (action) => {
    const kind = isDecision(action) ? kindFor[action] : 'question';
    const desk = await openDesk(kind, kind === 'question' ? '请看' : undefined);
    if (action === 'endorse' || action === 'return') desk.become('seconding');
    if (action === 'verify') desk.become('submitted');
    const standing = () => {
      const { codeDigest: _d, codeUntil: _u, guard: _g, ...request } = desk.request();
      return [request, desk.account(), desk.ledger().length];
    };
    const before = standing();
    desk.breakAudits();
    const did = await happens(desk, action, mayDo('reviewer', action) ? names.reviewer : names.second).catch(
      () => false,
    );
    expect(did).toBe(false);
    expect(standing()).toEqual(before);
    expect(desk.audits()).toEqual([]);
  });

  it('cannot happen at a second look either', async () => {
    const desk = await openDesk('question', '请看');
    await desk.look(names.reviewer);
    desk.breakAudits();
    await expect(desk.look(names.reviewer)).rejects.toThrow();
  });
});

describe('[P75] what is by or about somebody under 18', () => {
  afterEach(() => {
    delete process.env['MINORS_STAFF'];
  });

  it.each([
    ['王审', true],
    ['李审', false],
  ])('is decided by %s: %s, where the operator has named who handles it', async (name, mayDecide) => {
    process.env['MINORS_STAFF'] = '王审， 赵审';
    const desk = await openDesk('guardian', '请看看孩子的信息');
    expect(desk.request().minor).toBe(true);
    const row = await desk.decide({ decision: 'reply', replyText: '好', reviewer: name });
    expect(row['result'] === 'applied').toBe(mayDecide);
    if (!mayDecide) expect(row['resultMessage']).toContain('未成年人');
  });

  it('stands in no other’s way', async () => {
    process.env['MINORS_STAFF'] = '王审';
    const desk = await openDesk('question', '请问');
    expect(await desk.decide({ decision: 'reply', replyText: '好', reviewer: '李审' })).toMatchObject({
      result: 'applied',
    });
  });
});
