import type { dataMap } from '../../../src/contracts/data-map';
import type { Facts } from '../../../src/contracts/data-map/grammar';
import { requestStates, type RequestState } from '../../../src/contracts/request-vocabulary';
import { priorityOf, replyDeadline } from '../calendar/deadlines';
import { copyUntil } from './copy';
import { decidersBy } from './deciders';
import { filed, type Asked } from './filed';
import { NO_CODE } from './letter-code';
import { lastSteps, type Step } from './moved';
import { moves, startsClock, type MoveName } from './moves';
import type { Past } from './past';

type RequestFacts = Facts<typeof dataMap.requests>;

/**
 * Whether a request is still to be decided, by the ledger, so that it can begin again and nobody loses an answer. What
 * was appealed cannot: another reviewer decides it, who reads why, and its clock runs from the appeal (P60).
 */
export const isUndecided = ({ state, history }: Past): boolean =>
  (moves.replace.from as readonly RequestState[]).includes(state) &&
  !history.some(({ move }) => move === 'appeal');

const stepOf = (move: MoveName, state: RequestState, now: Date): Step => ({
  ...{ at: now.toISOString(), move, state },
  by: 'staff',
});

/** An appeal as a colleague would return it: what was proposed of it nobody can vouch for. */
export const withoutSeconding = (past: Past, now: Date): Past =>
  past.state === 'seconding'
    ? { ...past, state: 'appealed', history: [...past.history, stepOf('return', 'appealed', now)] }
    : past;

/**
 * The clock that runs by the ledger: from the last move that began one, else the one with which it was filed anew,
 * else from when it is known whose it is.
 */
function clockBy({ kind, history, clockFrom: given, verifiedAt, submittedAt }: Past) {
  const clockFrom = history.filter(({ move }) => startsClock(move)).at(-1)?.at ?? given;
  return { clockFrom, ...replyDeadline(new Date(clockFrom ?? verifiedAt ?? submittedAt), kind) };
}

/** Whom a request is of, and who made each decision about it, in their order; who returned one is left out. */
export interface Known {
  subject: string;
  age: Asked['age'];
  reviewers: readonly string[];
}

/**
 * The plain columns of a row whose own cannot be believed, from the ledger's word for them; what the ledger does not
 * know is taken away. `replacement` is the request that takes its place, where one does.
 */
export function rebuilt(past: Past, { subject, age, reviewers }: Known, now: Date, replacement?: string) {
  const at = now.toISOString();
  const { kind, askedBy, channel, submittedAt, verifiedAt, answer } = past;
  const state = replacement === undefined ? past.state : 'replaced';
  const { open } = requestStates[state];
  const { clockFrom, ...deadline } = clockBy(past);
  const deciders = decidersBy(past, reviewers);
  return {
    subject,
    kind,
    channel,
    askedBy: askedBy ?? null,
    verifiedBy: past.verifiedBy ?? null,
    ...NO_CODE,
    minor: age !== 'adult' || kind === 'guardian',
    ground: null,
    about: past.about ?? null,
    state,
    open,
    version: past.version + 1,
    submittedAt,
    verifiedAt,
    clockFrom: clockFrom ?? null,
    ...deadline,
    priority: priorityOf(kind),
    history: lastSteps(
      replacement === undefined ? past.history : [...past.history, stepOf('replace', state, now)],
    ),
    decision: answer?.decision ?? null,
    decidedAt: answer?.decidedAt ?? null,
    deciders: deciders.length > 0 ? deciders : null,
    reasonCode: answer?.reasonCode ?? null,
    fee: null,
    attachments: replacement === undefined ? past.attachments : 0,
    duplicateOf: replacement ?? answer?.duplicateOf ?? null,
    items: null,
    closedAt: open ? null : replacement === undefined ? (past.history.at(-1)?.at ?? at) : at,
    availableUntil: (answer && copyUntil(kind, answer)) ?? null,
    copySha256: past.copySha256 ?? null,
    staleSince: at,
  };
}

/** Since when the clock of a request runs that is filed anew: on as it ran, or from now where a fee was waited for. */
function clockAnew(past: Past, now: Date): string | undefined {
  if (past.state === 'quoted') return now.toISOString();
  const { clockFrom } = clockBy(past);
  return clockFrom === past.verifiedAt ? undefined : clockFrom;
}

/**
 * The same request once more, with the clock that it had, so that nobody waits longer for the edit (P59). A letter that
 * nobody has confirmed has no clock yet, and waits for its person anew.
 */
export function filedAnew(past: Past, { subject, age }: Known, details: unknown, now: Date): RequestFacts {
  const { kind, askedBy, about, channel, submittedAt, verifiedAt, verifiedBy, attachments } = past;
  const state = verifiedAt === null ? 'submitted' : 'verified';
  const asked = { subject, kind, askedBy, ground: undefined, about, details, age, channel };
  const clockFrom = verifiedAt === null ? undefined : clockAnew(past, now);
  const deadline = replyDeadline(new Date(clockFrom ?? verifiedAt ?? now), kind);
  return {
    ...filed(asked, { state, ...deadline }, verifiedAt === null ? now : new Date(submittedAt)),
    ...(verifiedAt !== null && { verifiedAt }),
    ...(verifiedBy && { verifiedBy }),
    ...(clockFrom !== undefined && { clockFrom }),
    ...(attachments > 0 && { attachments }),
    staleSince: now.toISOString(),
  };
}
