import type { Decision, RequestKind, RequestState } from '../../../src/contracts/request-vocabulary';

/** What the person who asked may do. */
export type SubjectMove = 'cancel' | 'appeal' | 'acceptFee';

interface Move {
  from: readonly RequestState[];
  to: RequestState;
}

const undecided = ['verified', 'in_review'] as const;

/** Every move of the person: from where, to where. */
export const subjectMoves = {
  cancel: { from: [...undecided, 'quoted'], to: 'cancelled' },
  appeal: { from: ['refused', 'partly'], to: 'appealed' },
  acceptFee: { from: ['quoted'], to: 'verified' },
} as const satisfies Record<SubjectMove, Move>;

/** Every decision of staff. What is approved is executed in the same transaction, so it arrives at `done`. */
export const staffMoves = {
  approve: { from: [...undecided, 'appealed'], to: 'done' },
  partly: { from: [...undecided, 'appealed'], to: 'partly' },
  refuse: { from: [...undecided, 'appealed'], to: 'refused' },
  reply: { from: [...undecided, 'appealed'], to: 'done' },
  quote: { from: undecided, to: 'quoted' },
} as const satisfies Record<Decision, Move>;

/** Which decisions make sense for which kind: nobody can refuse a withdrawal or a report of a leak (PIPL 15, 57). */
export const decisionsByKind = {
  access: ['approve', 'partly', 'refuse', 'reply', 'quote'],
  copy: ['approve', 'refuse', 'reply', 'quote'],
  correct: ['approve', 'partly', 'refuse', 'reply'],
  delete: ['approve', 'partly', 'refuse', 'reply'],
  withdraw: ['approve', 'reply'],
  complaint: ['reply', 'refuse'],
  leak: ['reply'],
  question: ['reply', 'refuse'],
  guardian: ['approve', 'reply', 'refuse'],
} as const satisfies Record<RequestKind, readonly Decision[]>;

const includes = <T>(list: readonly T[], item: T) => list.includes(item);

/** Whether the person may make this move now. */
export const canMove = (state: RequestState, move: SubjectMove): boolean =>
  includes<RequestState>(subjectMoves[move].from, state);

/** The decisions that are open to staff for a request of that kind in that state. */
export const allowedDecisions = (kind: RequestKind, state: RequestState): Decision[] =>
  decisionsByKind[kind].filter((decision) => includes<RequestState>(staffMoves[decision].from, state));
