import * as z from 'zod/mini';
import { contentRef } from '../../../src/contracts/content';
import { decisions } from '../../../src/contracts/decisions';
import type { EventType } from '../../../src/contracts/events';
import {
  keysOf,
  refusalReasons,
  requestAskers,
  requestChannels,
  requestKinds,
  requestProofs,
  type RequestState,
} from '../../../src/contracts/request-vocabulary';
import { id, instant, sha256 } from '../../../src/contracts/values';
import type { Step } from './moved';
import { CODE_PROOF } from './letter-code';
import { moves, moverOf, type MoveName } from './moves';

/** An event of a person's chain about one of their requests. */
export interface Told {
  type: EventType;
  at: string;
  body: Readonly<Record<string, unknown>>;
}

const kind = z.enum(keysOf(requestKinds));
const asked = z.object({
  kind,
  askedBy: z.optional(z.enum(keysOf(requestAskers))),
  about: z.optional(contentRef),
});
const again = z.extend(asked, {
  channel: z.enum(keysOf(requestChannels)),
  submittedAt: instant,
  verifiedAt: z.nullable(instant),
  verifiedBy: z.optional(z.enum(keysOf(requestProofs))),
  /** When its clock began, where not on the day on which it became certain whose it is. */
  clockFrom: z.optional(instant),
  /** Pictures that came along from the request in whose place it is. */
  attachments: z.optional(z.int()),
});
const decided = z.object({
  decision: z.enum(keysOf(decisions)),
  reasonCode: z.nullable(z.enum(keysOf(refusalReasons))),
  /** The request that this one repeats; decisions from before this was written down do not say it. */
  duplicateOf: z.optional(id),
});
const exported = z.object({ sha256 });

/** What was asked, when, and since when it is known whose it is; null while a letter waits for its person. */
export type Filing = z.infer<typeof again>;

/** What each event says that files a request; what is filed anew keeps the days of the one before. */
const filings: Readonly<Partial<Record<EventType, (told: Told) => Filing>>> = {
  'request.submitted': ({ at, body }) => ({
    ...z.parse(asked, body),
    channel: 'app',
    submittedAt: at,
    verifiedAt: at,
  }),
  'request.recorded': ({ at, body }) => ({
    ...z.parse(asked, body),
    channel: 'email',
    submittedAt: at,
    verifiedAt: null,
  }),
  'request.refiled': ({ body }) => z.parse(again, body),
};

/** A request's life as the ledger alone tells it. */
export interface Past extends Filing {
  attachments: number;
  state: RequestState;
  version: number;
  history: Step[];
  /** Whether a code went, or was to go, to the bound phone: its person cannot open the app (P49). */
  isByCode: boolean;
  /** SHA-256 of the copy as it was last handed over (P47). */
  copySha256?: string;
  /** The answer that stands, if one does. */
  answer?: z.infer<typeof decided> & { decidedAt: string };
}

const byEvent = new Map<EventType, MoveName>(keysOf(moves).map((name) => [moves[name].event, name]));
/** Moves that wait for recipients where any is owed an answer. */
const mayWait: readonly MoveName[] = ['approve', 'partly', 'endorse'];
const afterWaiting: readonly (MoveName | undefined)[] = ['fail', 'finish'];

/** Where a move led, which the ledger says of some only by what came before and after. */
function endOf(name: MoveName, { answer, history }: Past, isAwaited: boolean): RequestState {
  if (isAwaited && mayWait.includes(name)) return 'executing';
  const isPart = answer?.decision === 'partly';
  if (name === 'endorse') return isPart ? 'partly' : 'refused';
  if (name === 'finish') return isPart ? 'partly' : 'done';
  if (name === 'return') return history.some(({ state }) => state === 'appealed') ? 'appealed' : 'in_review';
  return moves[name].to[0];
}

function moved(past: Past, name: MoveName, { at, body }: Told, isAwaited: boolean): Past {
  const said = decided.safeParse(body);
  const { answer: _, ...rest } = past;
  // A proposal says nothing until it is endorsed, and what it is to replace no longer stands.
  const kept = name === 'propose' || name === 'return' ? rest : past;
  const known: Past = said.success ? { ...kept, answer: { ...said.data, decidedAt: at } } : kept;
  const state = endOf(name, known, isAwaited);
  return {
    ...known,
    state,
    ...(name === 'verify' && { verifiedAt: at }),
    ...(name === 'verify' && body['verifiedBy'] === CODE_PROOF && { verifiedBy: 'code' }),
    history: [...past.history, { at, move: name, by: moverOf(name, past.askedBy), state }],
  };
}

const byCode: readonly EventType[] = ['request.code-asked', 'request.code-sent'];
/** Events of a request that make no new version of it: what staff decide about is as it was. */
const versionless: readonly EventType[] = [
  ...(['request.rescheduled', 'request.code-asked', 'request.code-sent', 'request.code-missed'] as const),
  'account.exported',
];
/** All pictures that were taken away in one act went by one version. */
const isSameAct = ({ type, at }: Told, before: Told | undefined) =>
  type === 'request.attachment-removed' && before?.type === type && before.at === at;
const versionsIn = (events: readonly Told[]): number =>
  events.filter((told, index) => !versionless.includes(told.type) && !isSameAct(told, events[index - 1]))
    .length;

/** How many pictures it carries; those of a request that was replaced went along. */
const picturesAfter = (filing: Filing, events: readonly Told[]): number => {
  const count = (type: EventType) => events.filter((told) => told.type === type).length;
  if (count('request.replaced') > 0) return 0;
  return (filing.attachments ?? 0) + count('request.attachment-added') - count('request.attachment-removed');
};

/** The digest of the last copy that was handed over for it. */
function lastCopyIn(events: readonly Told[]): Pick<Past, 'copySha256'> {
  const last = events.filter(({ type }) => type === 'account.exported').at(-1);
  return last ? { copySha256: z.parse(exported, last.body).sha256 } : {};
}

/**
 * The life of one request by the events about it, in their order; undefined where none files it. `isAwaited` says
 * whether a recipient still owes an answer about it. Throws where an event is not as the functions write it.
 */
export function pastOf([first, ...events]: readonly Told[], isAwaited: boolean): Past | undefined {
  const filing = first && filings[first.type]?.(first);
  if (!filing) return undefined;
  const state = filing.verifiedAt === null ? 'submitted' : 'verified';
  const by = filing.channel === 'app' ? (filing.askedBy ?? 'subject') : 'staff';
  const begun: Past = {
    ...filing,
    state,
    version: 1 + versionsIn(events),
    attachments: picturesAfter(filing, events),
    isByCode: events.some(({ type }) => byCode.includes(type)),
    ...lastCopyIn(events),
    history: [{ at: filing.submittedAt, move: 'submit', by, state }],
  };
  const named = events.flatMap((told) => {
    const name = byEvent.get(told.type);
    return name === undefined ? [] : [{ told, name }];
  });
  return named.reduce((past, { told, name }, index) => {
    const next = named[index + 1];
    return moved(past, name, told, next ? afterWaiting.includes(next.name) : isAwaited);
  }, begun);
}
