import { recipients } from '../../src/contracts/data-map/recipients';
import { recipientOf, sentBy } from '../domain/sharing';
import type { Job } from '../platform/job';
import type { Member } from '../platform/member';
import { record } from '../platform/record';
import type { Row } from '../platform/store';

/**
 * Remembers in the person's share which fields are about to leave, before they do: the recipient may have what it never
 * answered for, and must then be told to delete it all the same (P51). It moves the person's chain, so that whoever
 * clears or withdraws something at the same moment either sees this, or makes it throw `Conflict` before anything has
 * left. Nothing is written where the fields were noted already, so a repeated delivery costs nothing.
 */
export async function noteSending(
  { store, now }: Job,
  member: Member,
  { _id, to, reference }: Row<'disclosures'>,
  fields: readonly string[],
): Promise<void> {
  const { shares = {} } = member.row;
  const share = shares[to];
  const before = share ? sentBy(share, recipientOf(recipients, to)) : [];
  const fresh = fields.filter((path) => !before.includes(path));
  if (!share || fresh.length === 0) return;
  await record(store, member, now, {
    events: [{ type: 'sharing.sent', body: { recipient: to, disclosure: _id, fields: fresh } }],
    facts: { shares: { ...shares, [to]: { ...share, sent: [...before, ...fresh], reference } } },
  });
}
