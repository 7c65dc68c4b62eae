import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import type { MessageTemplate } from '../../src/contracts/message-templates';
import type { Input } from '../../src/contracts/operation';
import type { operator } from '../../src/contracts/operator';
import { ok, type Result } from '../../src/contracts/result';
import type { LedgerEvent } from '../domain/ledger';
import { agrees } from '../domain/requests/agrees';
import { NO_CODE } from '../domain/requests/letter-code';
import type { Past } from '../domain/requests/past';
import { arriving } from '../domain/requests/moves';
import { filedAnew, isUndecided, rebuilt, withoutSeconding, type Known } from '../domain/requests/settled';
import { NO_ANSWER } from '../domain/requests/unanswered';
import { undeclaredIn } from '../platform/guard';
import { guardedRequest } from '../platform/guarded-request';
import { lookupDigest } from '../platform/keys';
import type { Member } from '../platform/member';
import { sealRow } from '../platform/sealing';
import type { Change, Row } from '../platform/store';
import type { wordsOf } from './proven-past';

/** An altered request, whose it is, and what the ledger knows of it. */
export interface Altered {
  row: Row<'requests'>;
  member: Member;
  past: Past;
  words: ReturnType<typeof wordsOf>;
  known: Known;
}

/** What becomes of the row, what else is filed, what the chain says, and what the person is told. */
export interface Settlement {
  columns: Change<'requests'>;
  added?: Row<'requests'>;
  events: readonly LedgerEvent[];
  tells: MessageTemplate;
}

/** Derived, so that a repeated call meets what the first one filed. */
const replacementOf = ({ _id }: Row<'requests'>): string => `r${lookupDigest(`replacement|${_id}`)}`;

/** Whether its person cannot open the app: verified by a code, or never verified and sent one. */
const isByLetter = ({ verifiedAt, verifiedBy, isByCode }: Past): boolean =>
  verifiedBy === 'code' || (verifiedAt === null && isByCode);

/** Whether it waits for a code that is on its way; one that lapsed or was cancelled waits for none. */
const awaitsCode = (past: Past): boolean => past.state === 'submitted' && isByLetter(past);

const toldOf = (template: MessageTemplate, past: Past): MessageTemplate =>
  arriving(template, isByLetter(past));

/** A new code: which the old one was the ledger does not tell, so it verifies nothing more (P49). */
const codeFor = (requestId: string) => ({ type: 'request.code-asked', body: { requestId } }) as const;

/**
 * The row as it lies counts from here on: a new version, so that nobody decides by what they saw before. Of a letter
 * that waits, a new code goes out.
 */
function accept({ row, known, past, words }: Altered, now: Date): Result<Settlement> {
  const isElsewhere = past.state === 'replaced' && row.duplicateOf !== replacementOf(row);
  if (!agrees(row, known, past, now) || isElsewhere || words.damaged.length > 0)
    return fail('REQUEST_UNSOUND');
  return ok({
    columns: { version: row.version + 1, staleSince: now.toISOString(), ...NO_CODE },
    events: [{ type: 'request.vouched', body: {} }, ...(awaitsCode(past) ? [codeFor(row._id)] : [])],
    tells: awaitsCode(past) ? 'request-code' : toldOf('request-checked', past),
  });
}

/**
 * What no longer stands in a row: what the map does not know, words that do not open, and where nothing is answered,
 * those of an answer.
 */
const lostOf = ({ row, past, words }: Altered): Change<'requests'> => ({
  ...Object.fromEntries(undeclaredIn(dataMap.requests, row).map((name) => [name, null])),
  ...Object.fromEntries(words.damaged.map((name) => [name, null])),
  // What waited for a colleague's look was never an answer: without the state that hides it, it must be gone (P20).
  ...(past.answer === undefined && NO_ANSWER),
});

/** What is decided, or was and is appealed, is as the ledger has it; a proposal about an appeal falls away. */
function putBack(altered: Altered, now: Date): Settlement {
  const { past, known } = altered;
  const type = past.state === 'seconding' ? 'request.returned' : 'request.put-back';
  return {
    columns: { ...rebuilt(withoutSeconding(past, now), known, now), ...lostOf(altered) },
    events: [{ type, body: {} }],
    tells: toldOf('request-checked', past),
  };
}

/** The row ends, and its replacement goes on: one that was replaced before has it already. */
function replace(altered: Altered, now: Date): Settlement {
  const id = replacementOf(altered.row);
  return {
    columns: { ...rebuilt(altered.past, altered.known, now, id), ...lostOf(altered) },
    events: [{ type: 'request.replaced', body: { replacedBy: id } }],
    tells: toldOf('request-checked', altered.past),
  };
}

/** What is not decided begins again under a new number. */
function fileAnew(altered: Altered, now: Date): Settlement {
  const { row, member, known, past, words } = altered;
  const id = replacementOf(row);
  const facts = filedAnew(past, known, words.details, now);
  const {
    kind,
    askedBy,
    about,
    channel,
    submittedAt,
    verifiedAt = null,
    verifiedBy,
    clockFrom,
    attachments,
  } = facts;
  const who = { ...(askedBy && { askedBy }), ...(verifiedBy && { verifiedBy }) };
  const asked = { requestId: id, kind, ...who, ...(about !== undefined && { about }) };
  const clock = { submittedAt, verifiedAt, ...(clockFrom && { clockFrom }) };
  const filing = { ...asked, channel, ...clock, ...(attachments && { attachments }) };
  const isByCode = awaitsCode(past);
  const waiting = isByCode ? 'request-code' : 'request-to-verify';
  const { columns, events } = replace(altered, now);
  return {
    columns,
    added: guardedRequest(sealRow(dataMap.requests, id, facts, member.key)),
    events: [
      ...[...events, { type: 'request.refiled', body: filing } as const],
      ...(isByCode ? [codeFor(id)] : []),
    ],
    tells: verifiedAt === null ? waiting : toldOf('request-replaced', past),
  };
}

/** Goes by the ledger alone. */
function close(altered: Altered, now: Date): Result<Settlement> {
  const { past } = altered;
  if (past.state === 'replaced') return ok(replace(altered, now));
  return ok(isUndecided(past) ? fileAnew(altered, now) : putBack(altered, now));
}

/** The two ways out of the standstill. */
export const ways = { accept, close } satisfies Record<
  Input<(typeof operator)['settleAltered']>['how'],
  (altered: Altered, now: Date) => Result<Settlement>
>;
