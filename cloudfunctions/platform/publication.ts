import { refOf, type Content } from '../../src/contracts/content';
import { filing } from './filing';
import { lookupDigest } from './keys';
import type { Member } from './member';

/**
 * A request in the author's name that a person looks at something before others see it, so that it stands in the list
 * of staff, has a day by which it is answered, and a way to appeal. The same content is one request.
 */
export function publicationOf(member: Member, content: Required<Content>, now: Date) {
  const about = refOf(content);
  const id = `r${lookupDigest(`publication|${about}`)}`;
  const asked = { kind: 'publication', details: undefined, ground: undefined, about } as const;
  const { row, event, openRequests } = filing(member, id, asked, now);
  return { request: row, event, facts: { openRequests } };
}
