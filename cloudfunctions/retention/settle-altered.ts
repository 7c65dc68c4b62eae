import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import type { MessageTemplate } from '../../src/contracts/message-templates';
import type { Input } from '../../src/contracts/operation';
import type { operator } from '../../src/contracts/operator';
import { ok, type Result } from '../../src/contracts/result';
import { rowDigest } from '../domain/compelled';
import type { LedgerEvent } from '../domain/ledger';
import { agrees } from '../domain/requests/agrees';
import { NO_CODE } from '../domain/requests/letter-code';
import type { Past } from '../domain/requests/past';
import { filedAnew, isUndecided, rebuilt, withoutSeconding, type Known } from '../domain/requests/settled';
import { NO_ANSWER } from '../domain/requests/unanswered';
import { attachmentsOf, datingAttachments } from '../platform/attachments';
import { auditRow } from '../platform/audit';
import { isNot } from '../platform/conditions';
import { guardAfter, isUntouched } from '../platform/guard';
import type { Handlers } from '../platform/handler';
import { lookupDigest } from '../platform/keys';
import { activeMember, type Member } from '../platform/member';
import { wordAbout } from '../platform/message-row';
import { record } from '../platform/record';
import { sealRow } from '../platform/sealing';
import type { Change, Row, Store, Transaction } from '../platform/store';
import { personOf } from './person';
import { provenPast, reviewersOf, wordsOf } from './proven-past';

type SettleAltered = Handlers<typeof operator>['settleAltered'];
type Asked = Input<(typeof operator)['settleAltered']>;

/** An altered request, whose it is, and what the ledger knows of it. */
interface Altered {
  row: Row<'requests'>;
  member: Member;
  past: Past;
  words: ReturnType<typeof wordsOf>;
  known: Known;
}

/** What becomes of the row, what else is filed, what the chain says, and what the person is told. */
interface Settlement {
  columns: Change<'requests'>;
  added?: Row<'requests'>;
  events: readonly LedgerEvent[];
  tells: MessageTemplate;
}

/** Whose request it is: of whom its row names, unless that was edited and the operator knows better. */
async function ownerOf(store: Store, { subject }: Row<'requests'>, phone?: string): Promise<Result<Member>> {
  if (phone !== undefined) return personOf(store, phone, 'active');
  const member = await activeMember(store, subject);
  return member ? ok(member) : fail('SUBJECT_LEAVING');
}

/**
 * The row as it lies counts from here on: a new version, so that nobody decides by what they saw before. A letter's
 * code counts no more, for the ledger does not tell which it was; staff can send another one.
 */
function accept({ row, known, past, words }: Altered, now: Date): Result<Settlement> {
  const isElsewhere = past.state === 'replaced' && row.duplicateOf !== replacementOf(row);
  if (!agrees(row, known, past, now) || isElsewhere || words.damaged.length > 0)
    return fail('REQUEST_UNSOUND');
  return ok({
    columns: { version: row.version + 1, staleSince: now.toISOString(), ...NO_CODE },
    events: [{ type: 'request.vouched', body: {} }],
    tells: 'request-checked',
  });
}

/** What no longer stands in a row: words that do not open, and where nothing is answered, those of an answer. */
const lostOf = ({ past, words }: Altered): Change<'requests'> => ({
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
    tells: 'request-checked',
  };
}

/** The row ends, and its replacement goes on: one that was replaced before has it already. */
function replace(altered: Altered, now: Date): Settlement {
  const id = replacementOf(altered.row);
  return {
    columns: { ...rebuilt(altered.past, altered.known, now, id), ...lostOf(altered) },
    events: [{ type: 'request.replaced', body: { replacedBy: id } }],
    tells: 'request-checked',
  };
}

/** What is not decided begins again under a new number. */
function fileAnew(altered: Altered, now: Date): Settlement {
  const { row, member, known, past, words } = altered;
  const id = replacementOf(row);
  const facts = filedAnew(past, known, words.details, now);
  const { kind, askedBy, channel, submittedAt, verifiedAt = null, verifiedBy, attachments } = facts;
  const asked = { requestId: id, kind, ...(askedBy && { askedBy }), ...(verifiedBy && { verifiedBy }) };
  const filing = { ...asked, channel, submittedAt, verifiedAt, ...(attachments && { attachments }) };
  // Who cannot open the app is sent a code for the new letter too, for the old one's verifies nothing more (P49).
  const isByCode = verifiedAt === null && past.isByCode;
  const { columns, events } = replace(altered, now);
  return {
    columns,
    added: guarded(sealRow(dataMap.requests, id, facts, member.key)),
    events: [
      ...[...events, { type: 'request.refiled', body: filing } as const],
      ...(isByCode ? [{ type: 'request.code-asked', body: { requestId: id } } as const] : []),
    ],
    tells: verifiedAt !== null ? 'request-replaced' : isByCode ? 'request-code' : 'request-to-verify',
  };
}

/** Goes by the ledger alone. */
function close(altered: Altered, now: Date): Result<Settlement> {
  const { past } = altered;
  if (past.state === 'replaced') return ok(replace(altered, now));
  return ok(isUndecided(past) ? fileAnew(altered, now) : putBack(altered, now));
}

const ways = { accept, close } satisfies Record<
  Asked['how'],
  (altered: Altered, now: Date) => Result<Settlement>
>;

/** Derived, so that a repeated call meets what the first one filed. */
const replacementOf = ({ _id }: Row<'requests'>): string => `r${lookupDigest(`replacement|${_id}`)}`;
const guarded = (row: Row<'requests'>) => ({ ...row, guard: guardAfter(dataMap.requests, row) });

/** The request that goes on: the row's own, or what took its place. */
async function goingOn(store: Store, { _id, state, duplicateOf }: Row<'requests'>) {
  const next =
    state === 'replaced' && duplicateOf !== undefined ? await store.get('requests', duplicateOf) : undefined;
  return { id: next?._id ?? _id, state: next?.state ?? state };
}

/**
 * Ends the standstill of a request that somebody edited by hand. The person is read before the row, so whatever else is
 * done about them at the same time conflicts, and of two calls the second finds the row sound. One transaction: the
 * row, what takes its place, the chain, the count of open requests, the audit row and the word to the person.
 * Repeating it changes nothing.
 */
export const settleAltered: SettleAltered = async ({ store, input, now }) => {
  const found = await store.get('requests', input.id);
  if (!found) return fail('REQUEST_UNKNOWN');
  const owner = await ownerOf(store, found, input.phone);
  if (!owner.ok) return owner;
  const member = owner.data;
  const row = (await store.get('requests', input.id)) ?? found;
  // A repeated call finds the row as the first one left it.
  if (isUntouched(dataMap.requests, row))
    return input.how === 'close' && row.state === 'replaced'
      ? ok(await goingOn(store, row))
      : fail('REQUEST_SOUND');
  const past = await provenPast(store, member, row._id);
  if (!past) return fail('REQUEST_UNPROVEN');
  const words = wordsOf(row, member.key);
  const known = { subject: member.id, age: member.row.age, reviewers: await reviewersOf(store, row._id) };
  const settled = ways[input.how]({ row, member, known, past, words }, now);
  if (!settled.ok) return settled;
  return write(store, member, row, settled.data, input, now);
};

/** The pictures go along with the request that goes on, and are as old as the one that ends. */
async function picturesOf(
  store: Store,
  { _id }: Row<'requests'>,
  { attachments = 0, closedAt }: Row<'requests'>,
  added: Row<'requests'> | undefined,
): Promise<(transaction: Transaction) => Promise<void>> {
  if (!added) return datingAttachments(store, { _id, attachments }, closedAt ?? null);
  const held = await attachmentsOf(store, { _id, attachments: added.attachments ?? 0 });
  return async (transaction) => {
    for (const picture of held)
      await transaction.change('request_attachments', picture._id, { requestId: added._id, closedAt: null });
  };
}

async function write(
  store: Store,
  member: Member,
  row: Row<'requests'>,
  { columns, added, events, tells }: Settlement,
  { reason, reference, by }: Asked,
  now: Date,
): ReturnType<SettleAltered> {
  const [first, ...more] = events;
  const after = { ...row, ...columns } as Row<'requests'>;
  const goesOn = added ?? after;
  const pictures = await picturesOf(store, row, after, added);
  const why = { requestId: row._id, reason, reference, found: rowDigest(row) };
  const others = await store.count('requests', { subject: member.id, open: true, _id: isNot(row._id) });
  await record(store, member, now, {
    events: [...(first ? [{ type: first.type, body: { ...why, ...first.body } }] : []), ...more],
    // Counted anew: what an edited row said of itself was never counted.
    facts: { openRequests: others + Number(after.open) + Number(added !== undefined) },
    also: async (transaction) => {
      const guard = guardAfter(dataMap.requests, row, columns);
      await transaction.change('requests', row._id, { ...columns, guard });
      if (added) await transaction.add('requests', [added]);
      await pictures(transaction);
      await transaction.add('messages', wordAbout(goesOn, member, tells, goesOn.state, now));
      await transaction.add('audits', [auditRow('settleAltered', { reference, by, about: member.id, now })]);
    },
  });
  return ok(await goingOn(store, goesOn));
}
