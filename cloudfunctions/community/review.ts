import type { Content } from '../../src/contracts/content';
import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import { MOST_WAITING } from '../domain/community/limits';
import type { Member } from '../platform/member';
import { publicationOf } from '../platform/publication';
import type { Deed } from '../platform/record';

/** What goes with publishing something. */
type Review = Required<Pick<Deed, 'events' | 'facts' | 'also'>>;

const NOTHING: Review = { events: [], facts: {}, also: () => Promise.resolve() };

/**
 * What goes with publishing something in a state: where a person must look at it first, a request in the author's name,
 * so that it stands in the list of staff, has a day by which it is answered, and a way to appeal. Refused where the
 * author has too much that waits already.
 */
export function heldBack(
  member: Member,
  content: Content,
  state: 'published' | 'reviewing',
  now: Date,
): Result<Review> {
  if (state === 'published') return ok(NOTHING);
  if (member.row.openRequests >= MOST_WAITING) return fail('TOO_MANY_OPEN');
  const { event, facts, request } = publicationOf(member, { ...content, written: now.getTime() }, now);
  return ok({
    events: [event],
    facts,
    also: (transaction) => transaction.add('requests', [request]),
  });
}
