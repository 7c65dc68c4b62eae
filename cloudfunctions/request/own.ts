import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import type { Call } from '../platform/handler';
import { requireMember, type Member } from '../platform/member';
import type { Row } from '../platform/store';

/** The caller's own request; someone else's answers exactly as one that does not exist. */
export async function ownRequest(
  call: Call<{ id: string }>,
): Promise<Result<{ member: Member; row: Row<'requests'> }>> {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const row = await call.store.get('requests', call.input.id);
  if (!row || row.subject !== member.data.id) return fail('REQUEST_UNKNOWN');
  return ok({ member: member.data, row });
}
