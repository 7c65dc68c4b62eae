import { ulid } from 'ulid';
import { fail } from '../../src/contracts/errors';
import type { request } from '../../src/contracts/request';
import { wardKinds, type RequestKind } from '../../src/contracts/request-vocabulary';
import { ok } from '../../src/contracts/result';
import { MOST_OPEN } from '../domain/requests/filed';
import { summaryOf } from '../domain/requests/present';
import { contentRow } from '../platform/content';
import { filing } from '../platform/filing';
import type { Call, Handlers } from '../platform/handler';
import { lookupDigest } from '../platform/keys';
import type { Member } from '../platform/member';
import { record } from '../platform/record';
import { Conflict } from '../platform/store';
import { actOf, partyOf } from './party';

type Submit = Handlers<typeof request>['submit'];

const forWards: readonly RequestKind[] = wardKinds;

/** The same for the same attempt of the same person, so that a repeated call meets its own row. */
const idOf = (subject: string, attempt: string | undefined, now: Date): string =>
  attempt === undefined ? ulid(now.getTime()) : `r${lookupDigest(`request|${subject}|${attempt}`)}`;

/** What an earlier call of the same attempt filed, if one did. */
async function alreadyFiled({ store, now }: Call<unknown>, member: Member, id: string) {
  const row = await store.get('requests', id);
  return row?.subject === member.id ? ok(summaryOf(row._id, row, now)) : undefined;
}

/**
 * Files a request. The session and the bound phone are the proof of identity, so it is verified at once and its
 * kind's clock starts (P58, P59). The person's words are sealed. A call that is repeated with the same `attempt`
 * answers what the first one filed. A guardian's, for a child, is the child's, and both chains say who asked. Of a
 * locked account a leak alone can be reported; to read it would show its words to whoever holds the WeChat account, and
 * to take it back would let them silence the person.
 */
export const submit: Submit = async (call) => {
  const { kind, details, ground, attempt, notify } = call.input;
  const about = kind === 'complaint' ? call.input.about : undefined;
  const party = await partyOf(call, kind === 'leak' ? 'locked too' : 'unlocked');
  if (!party.ok) return party;
  const { member, guardian } = party.data;
  if (guardian && !forWards.includes(kind)) return fail('WARD_KIND');
  const { id: subject, row: account } = member;
  const id = idOf(subject, attempt, call.now);
  if (account.openRequests >= MOST_OPEN)
    return (
      (attempt === undefined ? undefined : await alreadyFiled(call, member, id)) ?? fail('TOO_MANY_OPEN')
    );
  if (about !== undefined && (await contentRow(call.store, about))?.state !== 'published')
    return (
      (attempt === undefined ? undefined : await alreadyFiled(call, member, id)) ?? fail('CONTENT_UNKNOWN')
    );
  const asked = { kind, details, ground, about, askedBy: guardian && ('guardian' as const) };
  const { facts, row, event, openRequests } = filing(member, id, asked, call.now);
  const act = actOf(party.data, { requestId: id, move: 'submit' }, call.now, notify);
  try {
    await record(call.store, member, call.now, {
      events: [event],
      facts: { ...act.facts, openRequests },
      also: async (transaction) => {
        await transaction.add('requests', [row]);
        await act.also?.(transaction);
      },
    });
  } catch (error) {
    const filedBefore = error instanceof Conflict && attempt !== undefined;
    const found = filedBefore ? await alreadyFiled(call, member, id) : undefined;
    if (found) return found;
    throw error;
  }
  return ok(summaryOf(id, facts, call.now));
};
