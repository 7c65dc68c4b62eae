import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import { isTrusted, type Case } from '../platform/case';
import type { Call } from '../platform/handler';
import { wardOf } from '../platform/guardian';
import { requireMember } from '../platform/member';
import type { Party } from './party';

type One = Call<{ id: string }>;

/**
 * A request that the caller may read: about themself, or one that they asked for a child whose guardian they are.
 * Anyone else's answers exactly as one that does not exist, and so does one for a child after the guardianship.
 */
export async function readableRequest(call: One): Promise<Result<Case & Party>> {
  const caller = await requireMember(call);
  if (!caller.ok) return caller;
  const request = await call.store.get('requests', call.input.id);
  const isOwn = request?.subject === caller.data.id;
  const ward =
    !isOwn && request?.askedBy === 'guardian'
      ? await wardOf(call.store, caller.data, request.subject)
      : undefined;
  if (!request || (!isOwn && !ward)) return fail('REQUEST_UNKNOWN');
  if (!isTrusted(request)) return fail('REQUEST_ALTERED');
  return ok({ request, ...(ward ? { member: ward, guardian: caller.data } : { member: caller.data }) });
}

/** The same for who asked alone: what a guardian asked for a child, the child can see and not undo. */
export async function ownRequest(call: One): Promise<Result<Case & Party>> {
  const read = await readableRequest(call);
  if (!read.ok) return read;
  const { request, guardian } = read.data;
  return request.askedBy === 'guardian' && !guardian ? fail('REQUEST_OF_GUARDIAN') : read;
}
