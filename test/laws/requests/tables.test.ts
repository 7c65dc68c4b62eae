import {
  decisions,
  keysOf,
  requestKinds,
  requestStates,
  refusalReasons,
  type Decision,
  type RequestKind,
  type RequestState,
} from '../../../src/contracts/request-vocabulary';
import { objectionTo, stateAfter, type Decided } from '../../../cloudfunctions/domain/requests/decide';
import {
  allowedDecisions,
  canMove,
  decisionsByKind,
  staffMoves,
  subjectMoves,
} from '../../../cloudfunctions/domain/requests/states';

const kinds = keysOf(requestKinds);
const states = keysOf(requestStates);
const every = keysOf(decisions);
const moves = keysOf(subjectMoves);
const cases = kinds.flatMap((kind) => states.map((state): [RequestKind, RequestState] => [kind, state]));

/** A decision with everything filled in. */
const whole = (decision: Decision): Decided => ({
  decision,
  expectedVersion: 7,
  reviewer: '李审',
  reasonCode: 'repetitive',
  replyText: '答复',
  alternative: '别的办法',
});
const objection = (kind: RequestKind, state: RequestState, decided: Decided) =>
  objectionTo({ kind, state, version: 7, decidedBy: '王审' }, decided);

describe.each(cases)('a request of kind %s that is %s', (kind, state) => {
  const allowed = allowedDecisions(kind, state);

  it('lets staff decide exactly what its kind and its state both allow', () => {
    const from = (decision: Decision): readonly RequestState[] => staffMoves[decision].from;
    const both = every.filter(
      (decision) =>
        (decisionsByKind[kind] as readonly Decision[]).includes(decision) && from(decision).includes(state),
    );
    expect([...allowed].sort()).toEqual(both.sort());
  });

  it('accepts a whole decision if and only if it is allowed', () => {
    for (const decision of every) {
      const expected = allowed.includes(decision) ? undefined : 'impossible';
      expect(objection(kind, state, whole(decision))).toBe(expected);
    }
  });

  it('accepts nothing for another version than the one that was seen', () => {
    for (const decision of every) {
      for (const expectedVersion of [6, 8]) {
        expect(objection(kind, state, { ...whole(decision), expectedVersion })).toBe('stale');
      }
    }
  });

  it('[P62] is never turned down without a code and an answer', () => {
    for (const decision of allowed.filter((each) => each === 'refuse' || each === 'partly')) {
      expect(objection(kind, state, { ...whole(decision), reasonCode: undefined })).toBe('reasonNeeded');
      expect(objection(kind, state, { ...whole(decision), replyText: undefined })).toBe('replyNeeded');
    }
  });

  it('accepts nothing once it is closed, but an appeal against being turned down', () => {
    if (requestStates[state].open) return;
    expect(allowed).toEqual([]);
    const appealable = state === 'refused' || state === 'partly';
    expect(moves.filter((move) => canMove(state, move))).toEqual(appealable ? ['appeal'] : []);
  });

  it('[P60] is never decided in appeal by whoever decided it before', () => {
    if (state !== 'appealed') return;
    expect(allowed.length).toBeGreaterThan(0);
    for (const decision of allowed) {
      expect(objection(kind, state, { ...whole(decision), reviewer: '王审' })).toBe('sameReviewer');
    }
  });
});

describe('the tables of requests', () => {
  it('[P53] know no way to turn down a withdrawal or a report of a leak', () => {
    for (const kind of ['withdraw', 'leak'] as const) {
      for (const state of states) {
        expect(allowedDecisions(kind, state)).not.toContain('refuse');
        expect(allowedDecisions(kind, state)).not.toContain('partly');
      }
    }
  });

  it('[P62] a refused look at information always comes with another way', () => {
    const refusal = { ...whole('refuse'), alternative: undefined };
    expect(objection('access', 'verified', refusal)).toBe('alternativeNeeded');
  });

  it('let every kind be answered from the state in which it begins', () => {
    for (const kind of kinds) expect(allowedDecisions(kind, 'verified').length).toBeGreaterThan(0);
  });

  it('leave nobody waiting in an open state from which nothing leads', () => {
    const waiting = new Set<RequestState>([
      'verified',
      'in_review',
      ...moves.map((move) => subjectMoves[move].to),
    ]);
    for (const decision of every) waiting.add(stateAfter(decision));
    const open = [...waiting].filter((state) => requestStates[state].open);
    const stuck = open.filter(
      (state) =>
        !moves.some((move) => canMove(state, move)) &&
        kinds.some((kind) => allowedDecisions(kind, state).length === 0),
    );
    expect(stuck).toEqual([]);
  });

  it('speak Chinese, and no state, kind, decision or reason like another', () => {
    const tables: Readonly<Record<string, { label: string }>>[] = [
      requestStates,
      requestKinds,
      decisions,
      refusalReasons,
    ];
    for (const table of tables) {
      const labels = Object.values(table).map(({ label }) => label);
      expect(labels.filter((label) => !/^[\p{Script=Han}，、]+$/u.test(label))).toEqual([]);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('[P62] hold the four kinds that may, and [P63] the eight grounds that must be declined, each with its rule', () => {
    const reasons = Object.values(refusalReasons);
    expect(reasons.filter((reason) => reason.class === 'may')).toHaveLength(4);
    const must = reasons.filter((reason) => reason.class === 'must');
    expect(must.map(({ law }) => law)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `GB/T 35273-2020 8.7 e) ${n})`),
    );
  });
});
