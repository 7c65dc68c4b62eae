import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import { isTrusted, type Case } from '../platform/case';
import type { Call } from '../platform/handler';
import { requireMember } from '../platform/member';

/** The caller's own request; someone else's answers exactly as one that does not exist. */
export async function ownRequest(call: Call<{ id: string }>): Promise<Result<Case>> {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const request = await call.store.get('requests', call.input.id);
  if (request?.subject !== member.data.id) return fail('REQUEST_UNKNOWN');
  return isTrusted(request) ? ok({ member: member.data, request }) : fail('REQUEST_ALTERED');
}
