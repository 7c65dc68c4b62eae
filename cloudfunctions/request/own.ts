import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import { isTrusted, type Case } from '../platform/case';
import type { Call } from '../platform/handler';
import { wardOf } from '../platform/guardian';
import { requireMember } from '../platform/member';
import type { Row } from '../platform/store';
import { mayAct, type Party } from './party';

type One = Call<{ id: string }>;

/**
 * A request that the caller may read: about themself, or one that they asked for a child whose guardian they are.
 * Anyone else's answers exactly as one that does not exist, and so does one for a child after the guardianship.
 */
export async function readableRequest(call: One): Promise<Result<Case & Party>> {
  const caller = await requireMember(call);
  if (!caller.ok) return caller;
  const { store, input } = call;
  const found = await store.get('requests', input.id);
  if (found?.subject === caller.data.id) return trusted(found, { member: caller.data });
  if (found?.askedBy !== 'guardian') return fail('REQUEST_UNKNOWN');
  const member = await wardOf(store, caller.data, found.subject);
  // Read after the child, whose chain any change to it moves: what came in between conflicts and is not overwritten.
  const request = member && (await store.get('requests', input.id));
  return request ? trusted(request, { member, guardian: caller.data }) : fail('REQUEST_UNKNOWN');
}

const trusted = (request: Row<'requests'>, party: Party): Result<Case & Party> =>
  isTrusted(request) ? ok({ request, ...party }) : fail('REQUEST_ALTERED');

/** The same for who may act on it alone. */
export async function ownRequest(call: One): Promise<Result<Case & Party>> {
  const read = await readableRequest(call);
  if (!read.ok) return read;
  return mayAct(read.data) ? read : fail('REQUEST_OF_GUARDIAN');
}
