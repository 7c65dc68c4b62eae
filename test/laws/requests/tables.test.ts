import {
  decisions,
  decisionColumns,
  presenceOf,
  turnsDown,
  type Decision,
} from '../../../src/contracts/decisions';
import { eventTypes } from '../../../src/contracts/events';
import {
  deletionGrounds,
  keysOf,
  requestChannels,
  requestKinds,
  requestStates,
  refusalReasons,
  urgencies,
  type RequestKind,
  type RequestState,
} from '../../../src/contracts/request-vocabulary';
import { moveOf, objectionTo, type Decided } from '../../../cloudfunctions/domain/requests/decide';
import {
  allowedDecisions,
  canMove,
  decisionsByKind,
  moves,
  subjectMoves,
  tellsOf,
  type MoveName,
} from '../../../cloudfunctions/domain/requests/moves';
import { moved } from '../../../cloudfunctions/domain/requests/moved';
import { filledFor } from './filled';

const kinds = keysOf(requestKinds);
const states = keysOf(requestStates);
const every = keysOf(decisions);
const everyMove = keysOf(moves);
const cases = kinds.flatMap((kind) => states.map((state): [RequestKind, RequestState] => [kind, state]));

/** A decision filled as its form wants it. */
const whole = (decision: Decision, kind: RequestKind): Decided =>
  ({ expectedVersion: 7, reviewer: '李审', ...filledFor(decision, kind) }) as Decided;
const objection = (kind: RequestKind, state: RequestState, decided: Decided) =>
  objectionTo({ kind, state, version: 7, deciders: ['王审'] }, decided, { isTheirs: true });

describe.each(cases)('a request of kind %s that is %s', (kind, state) => {
  const allowed = allowedDecisions({ kind, state });

  it('lets staff decide exactly what its kind and its state both allow', () => {
    const both = every.filter((decision) => {
      const from: readonly RequestState[] = moves[decision].from;
      const ofKind: readonly Decision[] = [...decisionsByKind[kind], 'endorse', 'return'];
      return ofKind.includes(decision) && from.includes(state);
    });
    // A complaint is carried out only where it is about something that can be hidden.
    const inWords = both.filter((decision) => kind !== 'complaint' || decision !== 'approve');
    expect([...allowed].sort()).toEqual(inWords.sort());
    expect(allowedDecisions({ kind, state, about: 'proposals.p1' }).sort()).toEqual(both.sort());
  });

  it('accepts a whole decision if and only if it is allowed', () => {
    for (const decision of every) {
      const expected = allowed.includes(decision) ? undefined : 'impossible';
      expect(objection(kind, state, whole(decision, kind))).toBe(expected);
    }
  });

  it('accepts nothing for another version than the one that was seen', () => {
    for (const decision of every) {
      for (const expectedVersion of [6, 8]) {
        expect(objection(kind, state, { ...whole(decision, kind), expectedVersion })).toBe('stale');
      }
    }
  });

  it('[P62] is decided only with everything the decision needs and nothing that contradicts it', () => {
    for (const decision of allowed) {
      for (const field of keysOf(decisionColumns)) {
        const column = decisionColumns[field];
        const without = { ...whole(decision, kind), [column]: undefined };
        const withIt = { ...whole(decision, kind), [column]: column === 'fee' ? 3 : 'repetitive' };
        const presence = presenceOf(decision, field, kind);
        expect(objection(kind, state, without)).toBe(presence === 'needed' ? `${field}Needed` : undefined);
        expect(objection(kind, state, withIt)).toBe(
          presence === 'absent' ? `${field}Superfluous` : undefined,
        );
      }
    }
  });

  it('accepts nothing once it is closed, but one appeal against what did not give all that was asked', () => {
    if (requestStates[state].open) return;
    expect(allowed).toEqual([]);
    const offered = (standing: object) =>
      subjectMoves.filter((move) => canMove({ kind, state, ...standing }, move));
    const appealable = state === 'refused' || state === 'partly' || state === 'duplicate';
    expect(offered({ decision: 'refuse' })).toEqual(appealable ? ['appeal'] : []);
    expect(offered({ decision: 'reply' })).toEqual(appealable || state === 'done' ? ['appeal'] : []);
    expect(offered({ decision: 'reply', appeal: 'again' })).toEqual([]);
  });

  it('[P60] is never decided in appeal by whoever had a hand in it before', () => {
    if (state !== 'appealed') return;
    expect(allowed.length).toBeGreaterThan(0);
    for (const decision of allowed) {
      expect(objection(kind, state, { ...whole(decision, kind), reviewer: '王审' })).toBe('sameReviewer');
    }
  });

  it('[P20] is never endorsed by whoever proposed it', () => {
    if (state !== 'seconding') return;
    expect(objection(kind, state, { ...whole('endorse', kind), reviewer: '王审' })).toBe('proposer');
    expect(objection(kind, state, whole('endorse', kind))).toBeUndefined();
  });
});

describe('the tables of requests', () => {
  it('[P53] know no way to turn down a withdrawal or a report of a leak', () => {
    for (const kind of ['withdraw', 'leak'] as const) {
      for (const state of states) {
        const allowed = allowedDecisions({ kind, state });
        expect(allowed.filter((decision) => turnsDown(decision) || decision === 'quote')).toEqual([]);
      }
    }
  });

  it('[P46] a look that is not wholly given always comes with another way', () => {
    for (const decision of ['refuse', 'partly'] as const)
      expect(presenceOf(decision, 'alternative', 'access')).toBe('needed');
  });

  it('[P20] a ground on which the law forbids answering is only ever proposed by one person', () => {
    for (const reasonCode of keysOf(refusalReasons)) {
      for (const decision of every) {
        const isProposed = turnsDown(decision) && refusalReasons[reasonCode].class === 'must';
        expect(moveOf({ decision, reasonCode })).toBe(isProposed ? 'propose' : decision);
      }
    }
    expect(moves.propose.to).toEqual(['seconding']);
    const intoSeconding = everyMove.filter((name) =>
      (moves[name].to as readonly RequestState[]).includes('seconding'),
    );
    expect(intoSeconding).toEqual(['propose']);
  });

  it('let every kind be answered from the state in which it begins', () => {
    for (const kind of kinds) expect(allowedDecisions({ kind, state: 'verified' }).length).toBeGreaterThan(0);
  });

  it('lead to every state, and from every open one on by staff, by timer or by a recipient', () => {
    const reached = new Set<RequestState>(['submitted', ...everyMove.flatMap((name) => moves[name].to)]);
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
    const open = states.filter((state) => requestStates[state].open);
    const stuck = open.filter((state) =>
      everyMove.every(
        (name) =>
          moves[name].by === 'subject' || !(moves[name].from as readonly RequestState[]).includes(state),
      ),
    );
    expect(stuck).toEqual([]);
  });

  it('close nothing that was closed, and open again by appeal alone', () => {
    const closed = (state: RequestState) => !requestStates[state].open;
    const fromClosed = everyMove.filter((name) => moves[name].from.some(closed));
    expect(fromClosed).toEqual(['appeal']);
  });

  it.each(everyMove)(
    '%s writes its state, version, end and history together, and leads nowhere else',
    (name) => {
      const now = new Date('2026-03-02T02:00:00Z');
      const head = { kind: 'copy', state: moves[name].from[0], open: true, version: 4 } as const;
      for (const to of states) {
        const isEnd = (moves[name].to as readonly RequestState[]).includes(to);
        const move = () => moved(head, name, now, to);
        if (!isEnd) {
          expect(move).toThrow(RangeError);
          continue;
        }
        const { columns, openDelta } = move();
        const { open } = requestStates[to];
        expect(columns).toMatchObject({
          state: to,
          open,
          version: 5,
          staleSince: now.toISOString(),
          closedAt: open ? null : now.toISOString(),
          history: [{ at: now.toISOString(), move: name, by: moves[name].by, state: to }],
        });
        expect(openDelta).toBe(open ? 0 : -1);
        const startsClock = 'startsClock' in moves[name];
        expect('dueOn' in columns && 'clockFrom' in columns).toBe(startsClock);
        expect('verifiedAt' in columns).toBe(name === 'verify');
      }
    },
  );

  it('keep the last 40 steps of a long life', () => {
    const step = { at: '2026-03-01T02:00:00.000Z', move: 'open', by: 'staff', state: 'in_review' } as const;
    const head = { kind: 'copy', state: 'verified', open: true, version: 41 } as const;
    const { columns } = moved(
      { ...head, history: Array(40).fill(step) as (typeof step)[] },
      'open',
      new Date(),
    );
    expect(columns.history).toHaveLength(40);
    expect(columns.history.at(-1)?.at).not.toBe(step.at);
  });

  it('prove each move by an event of its own', () => {
    const events = everyMove.map((name) => moves[name].event);
    expect(new Set(events).size).toBe(events.length);
    expect(events.filter((event) => !eventTypes.includes(event))).toEqual([]);
  });

  it('tell the person of what others decided about it, and of nothing they did themselves', () => {
    const silent: readonly MoveName[] = ['open', 'propose', 'return', 'fail'];
    for (const kind of keysOf(requestKinds)) {
      const told = everyMove.filter((name) => tellsOf(name, { kind }) !== undefined);
      expect(told).toEqual(
        everyMove.filter((name) => moves[name].by !== 'subject' && !silent.includes(name)),
      );
    }
  });

  it('speak Chinese, and no state, kind, decision, ground or reason like another', () => {
    const tables: Readonly<Record<string, { label: string }>>[] = [
      requestStates,
      requestKinds,
      requestChannels,
      decisions,
      deletionGrounds,
      refusalReasons,
      urgencies,
    ];
    for (const table of tables) {
      const labels = Object.values(table).map(({ label }) => label);
      expect(labels.filter((label) => !/^[\p{Script=Han}，、]+$/u.test(label))).toEqual([]);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('say each state in five characters too, as WeChat’s templates take it', () => {
    for (const state of states) expect(Array.from(requestStates[state].short).length).toBeLessThanOrEqual(5);
  });

  it('[P50] hold the five grounds for deletion, each with its paragraph of the law', () => {
    expect(Object.values(deletionGrounds)).toHaveLength(5);
    for (const { law } of Object.values(deletionGrounds)) expect(law).toContain('第四十七条');
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
