import type { MessageTemplate } from '../../../src/contracts/message-templates';
import type { EventType } from '../../../src/contracts/events';
import type {
  RequestAsker,
  RequestKind,
  RequestProof,
  RequestState,
} from '../../../src/contracts/request-vocabulary';
import type { Decision } from '../../../src/contracts/decisions';

/** Who makes a move by the table. A recipient does when it answers that it deleted. */
type Mover = 'subject' | 'staff' | 'timer' | 'recipient';

interface Move {
  by: Mover;
  from: readonly RequestState[];
  /** Where it may lead. Of several, what is decided or proposed says which. */
  to: readonly [RequestState, ...RequestState[]];
  event: EventType;
  /** A new time for answering begins with it: identity is verified, a fee accepted, or an answer disputed. */
  startsClock?: true;
  /** What the person is told of it; nothing of what they did themselves. */
  tells?: MessageTemplate;
}

const undecided = ['verified', 'in_review'] as const;
const decidable = [...undecided, 'appealed'] as const;

/**
 * Every move of a request, whoever makes it: the one table of what can become of it. What is approved is executed in
 * the same transaction, so an approval arrives at `done`, or at `executing` while recipients owe an answer (P51). A
 * ground on which the law forbids answering is proposed by one person and endorsed by another (P20).
 */
export const moves = {
  verify: {
    by: 'subject',
    from: ['submitted'],
    to: ['verified'],
    event: 'request.verified',
    startsClock: true,
  },
  cancel: {
    by: 'subject',
    from: ['submitted', ...undecided, 'seconding', 'quoted'],
    to: ['cancelled'],
    event: 'request.cancelled',
  },
  acceptFee: {
    by: 'subject',
    from: ['quoted'],
    to: ['verified'],
    event: 'request.fee-accepted',
    startsClock: true,
  },
  declineFee: { by: 'subject', from: ['quoted'], to: ['cancelled'], event: 'request.fee-declined' },
  appeal: {
    by: 'subject',
    from: ['refused', 'partly', 'done', 'duplicate'],
    to: ['appealed'],
    event: 'request.appealed',
    startsClock: true,
  },
  open: { by: 'staff', from: ['verified'], to: ['in_review'], event: 'request.reviewed' },
  approve: {
    by: 'staff',
    from: decidable,
    to: ['done', 'executing'],
    event: 'request.approved',
    tells: 'request-answered',
  },
  partly: {
    by: 'staff',
    from: decidable,
    to: ['partly', 'executing'],
    event: 'request.partly',
    tells: 'request-answered',
  },
  refuse: {
    by: 'staff',
    from: decidable,
    to: ['refused'],
    event: 'request.refused',
    tells: 'request-answered',
  },
  reply: { by: 'staff', from: decidable, to: ['done'], event: 'request.replied', tells: 'request-answered' },
  quote: { by: 'staff', from: undecided, to: ['quoted'], event: 'request.quoted', tells: 'request-quoted' },
  duplicate: {
    by: 'staff',
    from: undecided,
    to: ['duplicate'],
    event: 'request.duplicate-found',
    tells: 'request-answered',
  },
  propose: { by: 'staff', from: decidable, to: ['seconding'], event: 'request.proposed' },
  endorse: {
    by: 'staff',
    from: ['seconding'],
    to: ['refused', 'partly', 'executing'],
    event: 'request.endorsed',
    tells: 'request-answered',
  },
  return: { by: 'staff', from: ['seconding'], to: ['in_review', 'appealed'], event: 'request.returned' },
  /** By the operator, of one whose row somebody edited by hand: a new one is filed in its place. Never of an appeal. */
  replace: {
    by: 'staff',
    from: ['submitted', ...undecided, 'seconding', 'quoted'],
    to: ['replaced'],
    event: 'request.replaced',
    tells: 'request-replaced',
  },
  lapse: {
    by: 'timer',
    from: ['submitted', 'quoted'],
    to: ['cancelled'],
    event: 'request.lapsed',
    tells: 'request-lapsed',
  },
  fail: { by: 'timer', from: ['executing'], to: ['failed'], event: 'request.failed' },
  finish: {
    by: 'recipient',
    from: ['executing', 'failed'],
    to: ['done', 'partly'],
    event: 'request.executed',
    tells: 'request-finished',
  },
} as const satisfies Record<string, Move>;

/** The name of a move. */
export type MoveName = keyof typeof moves;

type MovesOf<M extends Mover> = {
  [N in MoveName]: (typeof moves)[N]['by'] extends M ? N : never;
}[MoveName];
/** What the person who asked may do. */
export type SubjectMove = MovesOf<'subject'>;

/** The moves of the person, in the order in which they are offered. */
export const subjectMoves = [
  'verify',
  'acceptFee',
  'declineFee',
  'appeal',
  'cancel',
] as const satisfies SubjectMove[];

const table: Readonly<Record<MoveName, Move>> = moves;

/** Whether a new time for answering begins with a move; what is no move of the table, as filing, begins none. */
export const startsClock = (move: string): boolean =>
  Object.hasOwn(table, move) && table[move as MoveName].startsClock === true;

/** Who makes a move of one request: what the table leaves to the person, a guardian does who asked for the child. */
export const moverOf = (move: MoveName, askedBy: RequestAsker | undefined): Mover | 'guardian' =>
  table[move].by === 'subject' && askedBy === 'guardian' ? 'guardian' : table[move].by;

/** What must arrive where nobody opens the app, in place of what waits in the inbox. */
const byLetter: Readonly<Partial<Record<MessageTemplate, MessageTemplate>>> = {
  'request-answered': 'letter-answered',
  'request-finished': 'letter-finished',
  'request-lapsed': 'letter-lapsed',
  'request-checked': 'letter-checked',
  'request-replaced': 'letter-checked',
};

/** What must be told so that it arrives, also where its person cannot open the app (P49). */
export const arriving = (template: MessageTemplate, isByLetter: boolean): MessageTemplate =>
  isByLetter ? (byLetter[template] ?? template) : template;

/** As much of a request as says whether its person can open the app. */
interface Reached {
  verifiedBy?: RequestProof | undefined;
  /** There since a code was sent for a letter, before anybody is verified by it. */
  codeUntil?: string | undefined;
  /** Not there while a letter waits for its person. */
  verifiedAt?: string | undefined;
}

/**
 * What the person is told of a move, if anything; what came of a leak must arrive (P43, P73), and so must everything
 * that is told to whoever cannot open the app (P49).
 */
export function tellsOf(
  move: MoveName,
  { kind, verifiedBy, codeUntil, verifiedAt }: Reached & { kind: RequestKind },
): MessageTemplate | undefined {
  const { tells } = table[move];
  if (tells === undefined) return undefined;
  if (tells === 'request-answered' && kind === 'leak') return 'leak-answered';
  const isByLetter = verifiedBy === 'code' || (codeUntil !== undefined && verifiedAt === undefined);
  return arriving(tells, isByLetter);
}

/** Which decisions make sense for which kind: nobody can refuse a withdrawal or a report of a leak (PIPL 15, 57). */
export const decisionsByKind = {
  access: ['approve', 'partly', 'refuse', 'reply', 'quote', 'duplicate'],
  copy: ['approve', 'refuse', 'reply', 'quote', 'duplicate'],
  correct: ['approve', 'refuse', 'reply', 'duplicate'],
  delete: ['approve', 'partly', 'refuse', 'reply', 'duplicate'],
  withdraw: ['approve', 'reply', 'duplicate'],
  complaint: ['approve', 'reply', 'refuse', 'duplicate'],
  leak: ['reply', 'duplicate'],
  question: ['reply', 'refuse', 'duplicate'],
  guardian: ['reply', 'refuse', 'duplicate'],
  service: ['reply', 'duplicate'],
  publication: ['approve', 'refuse'],
} as const satisfies Record<RequestKind, readonly Decision[]>;

/** What a second person does with a proposal, whatever its kind. */
const seconding: readonly Decision[] = ['endorse', 'return'];

/** As much of a request as says what may become of it. */
export interface Standing {
  kind: RequestKind;
  state: RequestState;
  /** What was published that it is about. */
  about?: string | undefined;
  /** What staff decided last. */
  decision?: Decision | undefined;
  /** Present once there was an appeal. There is one; after it, the authority's channel is shown. */
  appeal?: unknown;
  /** Not there where the session and the bound phone were the proof. */
  verifiedBy?: RequestProof | undefined;
}

/** Whether a fee could be accepted, which the mini program alone can do: a letter verified by code is free (P61). */
export const canPay = ({ verifiedBy }: Pick<Standing, 'verifiedBy'>): boolean => verifiedBy !== 'code';

/**
 * Whether a move leads on from where a request stands. Against an answer in words the person may appeal as against a
 * refusal, so that no right is closed by words alone (P60).
 */
export function canMove(standing: Standing, move: MoveName): boolean {
  const { state, decision, appeal } = standing;
  if (!table[move].from.includes(state)) return false;
  if (move === 'quote') return canPay(standing);
  if (move !== 'appeal') return true;
  return appeal === undefined && (state !== 'done' || decision === 'reply');
}

/** A complaint is carried out where it is about something that can be hidden; any other is answered in words. */
const canCarryOut = ({ kind, about }: Pick<Standing, 'kind' | 'about'>): boolean =>
  kind !== 'complaint' || about !== undefined;

/** The decisions that are open to staff for a request where it stands. */
export const allowedDecisions = (standing: Standing): Decision[] =>
  [...decisionsByKind[standing.kind], ...seconding].filter(
    (decision) => canMove(standing, decision) && (decision !== 'approve' || canCarryOut(standing)),
  );
