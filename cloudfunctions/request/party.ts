import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import { askerOf } from '../domain/requests/asker';
import type { Case } from '../platform/case';
import type { Call } from '../platform/handler';
import { alsoOf, wardOf } from '../platform/guardian';
import { requireMember, type Member } from '../platform/member';
import { noticeAccepted } from '../platform/notices';
import type { Deed } from '../platform/record';

/** Whose account a request is about, and who acts for a child, where somebody does. */
export interface Party {
  member: Member;
  guardian?: Member;
}

/** The caller for themself, or for the child whom they name and are the guardian of. */
export async function partyOf(
  call: Call<{ ward?: string | undefined }>,
  allowed?: Parameters<typeof requireMember>[1],
): Promise<Result<Party>> {
  const caller = await requireMember(call, allowed);
  const { ward } = call.input;
  if (!caller.ok || ward === undefined) return caller.ok ? ok({ member: caller.data }) : caller;
  const member = await wardOf(call.store, caller.data, ward);
  return member ? ok({ member, guardian: caller.data }) : fail('WARD_UNKNOWN');
}

/** Whether a reader may act on a request besides reading it: what a guardian asked, the child can see and not undo. */
export const mayAct = ({ request, member, guardian }: Case & Party): boolean =>
  guardian !== undefined || askerOf(request, member.row) === 'subject';

/**
 * What goes with an act besides the act: the answer to WeChat's question is the caller's own, and what a guardian does
 * for a child stands in the guardian's chain too.
 */
export function actOf(
  { member, guardian }: Party,
  act: { requestId: string; move: string },
  now: Date,
  notify: boolean | undefined,
): Pick<Deed, 'facts' | 'also'> {
  const accepted = noticeAccepted((guardian ?? member).row, notify);
  if (!guardian) return { facts: accepted };
  const acted = [{ type: 'guardian.acted', body: { ward: member.id, ...act } }] as const;
  return { also: (transaction) => alsoOf(transaction, guardian, acted, now, accepted) };
}
