import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import type { Input } from '../../src/contracts/operation';
import type { operator } from '../../src/contracts/operator';
import { ok, type Result } from '../../src/contracts/result';
import { rowDigest } from '../domain/compelled';
import { attachmentsOf, datingAttachments } from '../platform/attachments';
import { auditRow } from '../platform/audit';
import { isNot } from '../platform/conditions';
import { isUntouched } from '../platform/guard';
import { changeRequest } from '../platform/guarded-request';
import type { Handlers } from '../platform/handler';
import { activeMember, type Member } from '../platform/member';
import { wordAbout } from '../platform/message-row';
import { record } from '../platform/record';
import type { Row, Store, Transaction } from '../platform/store';
import { personOf } from './person';
import { provenPast, reviewersOf, wordsOf } from './proven-past';
import { ways, type Settlement } from './settlement';

type SettleAltered = Handlers<typeof operator>['settleAltered'];
type Asked = Input<(typeof operator)['settleAltered']>;

/** Whose request it is: of whom its row names, unless that was edited and the operator knows better. */
async function ownerOf(store: Store, { subject }: Row<'requests'>, phone?: string): Promise<Result<Member>> {
  if (phone !== undefined) return personOf(store, phone, 'active');
  const member = await activeMember(store, subject);
  return member ? ok(member) : fail('SUBJECT_LEAVING');
}

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
  const proven = await provenPast(store, member, row._id);
  if (!proven.ok) return proven;
  const past = proven.data;
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
      await changeRequest(transaction, row, columns);
      if (added) await transaction.add('requests', [added]);
      await pictures(transaction);
      await transaction.add('messages', wordAbout(goesOn, member, tells, goesOn.state, now));
      await transaction.add('audits', [auditRow('settleAltered', { reference, by, about: member.id, now })]);
    },
  });
  return ok(await goingOn(store, goesOn));
}
