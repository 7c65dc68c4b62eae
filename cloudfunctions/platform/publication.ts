import { refOf, type Content } from '../../src/contracts/content';
import { canMove } from '../domain/requests/moves';
import { caseOf } from './case';
import { filing } from './filing';
import { lookupDigest } from './keys';
import type { Member } from './member';
import { moveRequest } from './move-request';
import type { Store } from './store';

/** These very words, or this picture, as it was written at that time. */
type Written = Required<Content>;

const idOf = (about: string): string => `r${lookupDigest(`publication|${about}`)}`;

/**
 * A request in the author's name that a person looks at something before others see it, so that it stands in the list
 * of staff, has a day by which it is answered, and a way to appeal. The same content is one request.
 */
export function publicationOf(member: Member, content: Written, now: Date) {
  const about = refOf(content);
  const asked = { kind: 'publication', details: undefined, ground: undefined, about } as const;
  const { row, event, openRequests } = filing(member, idOf(about), asked, now);
  return { request: row, event, facts: { openRequests } };
}

/**
 * Closes the request to look at what its author took away: nobody has to look at it any more, and its place is free.
 * Where there is none, or it is answered, nothing happens; so it may run twice, and should it never run, staff see that
 * nothing is left to look at.
 */
export async function closePublication(store: Store, content: Written, now: Date): Promise<void> {
  const found = await caseOf(store, idOf(refOf(content)));
  if (typeof found !== 'string' && canMove(found.request, 'cancel'))
    await moveRequest(store, found, 'cancel', now);
}
