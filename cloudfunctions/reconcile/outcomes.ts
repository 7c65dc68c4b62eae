import { randomUUID } from 'node:crypto';
import { recipients } from '../../src/contracts/data-map/recipients';
import { refusalWords } from '../copy/sharing';
import type { LedgerEvent } from '../domain/ledger';
import { isGranted, recipientOf, sentBy } from '../domain/sharing';
import { closeDisclosure } from '../platform/close-disclosure';
import { deletionRow, redelivery } from '../platform/disclosures';
import type { Job } from '../platform/job';
import type { AccountFacts, Member } from '../platform/member';
import type { Row } from '../platform/store';

type Disclosure = Row<'disclosures'>;

const accountField = (path: string) => path.replace(/^accounts\./, '') as keyof AccountFacts;

/** A deletion of what may lie at a recipient although nothing may, with the event that says so. */
function recall({ now }: Job, member: Member, { to }: Disclosure, fields: readonly string[]) {
  const row = deletionRow(member, to, fields, now, randomUUID());
  const event: LedgerEvent = {
    type: 'sharing.deletion-asked',
    body: { recipient: to, disclosure: row._id },
  };
  return { row, event };
}

const stillGranted = ({ row }: Member, to: string): boolean => {
  const recipient = recipientOf(recipients, to);
  return recipient !== undefined && isGranted(recipient, row.shares?.[to]);
};

/**
 * Records what left: row, proof, trace and share in one transaction. Where the person withdrew between the sending and
 * this record, the recipient is asked to delete in the same transaction.
 */
export async function recordDelivery(
  job: Job,
  row: Disclosure,
  { fields, heldBack }: { fields: string[]; heldBack: string[] },
): Promise<'delivered'> {
  const at = job.now.toISOString();
  const held = heldBack.length > 0 && { heldBack };
  await closeDisclosure(job, row, { state: 'done', fields, ...held }, (member) => {
    const share = member.row.shares?.[row.to];
    const late = stillGranted(member, row.to) ? undefined : recall(job, member, row, fields);
    const body = { recipient: row.to, disclosure: row._id, fields, ...held };
    return {
      events: [{ type: 'sharing.delivered', body }, ...(late ? [late.event] : [])],
      used: { fields: fields.map(accountField), by: row.to },
      ...(share && {
        facts: {
          shares: { ...member.row.shares, [row.to]: { ...share, deliveredAt: at } },
        },
      }),
      ...(late && { also: (transaction) => transaction.add('disclosures', [late.row]) }),
    };
  });
  return 'delivered';
}

/**
 * Records that the door stayed shut, and a grant that other terms have voided (P23). An earlier try whose answer was lost
 * may have reached the recipient, so then it is asked to delete; where the person withdrew, the withdrawal asked already.
 */
export async function recordRefusal(
  job: Job,
  row: Disclosure,
  refusal: keyof typeof refusalWords,
  heldBack: readonly string[],
): Promise<'refused'> {
  const held = heldBack.length > 0 && { heldBack: [...heldBack] };
  const change = { state: 'refused', reason: refusalWords[refusal], ...held } as const;
  await closeDisclosure(job, row, change, (member) => {
    const share = member.row.shares?.[row.to];
    const sent = share ? sentBy(share, recipientOf(recipients, row.to)) : [];
    const owed =
      row.tries > 0 && refusal !== 'no-grant' ? row.fields.filter((path) => sent.includes(path)) : [];
    const late = owed.length > 0 ? recall(job, member, row, owed) : undefined;
    const voided: LedgerEvent = { type: 'sharing.voided', body: { recipient: row.to, disclosure: row._id } };
    return {
      events: [...(refusal === 'voided' ? [voided] : []), ...(late ? [late.event] : [])],
      ...(late && { also: (transaction) => transaction.add('disclosures', [late.row]) }),
    };
  });
  return 'refused';
}

/**
 * What a deletion may have taken away although it was given anew since it was asked: the recipient answered late, and the
 * grant stands. It goes there once more.
 */
function overtaken({ now }: Job, member: Member, { to, fields, createdAt }: Disclosure): Disclosure[] {
  const { deliveredAt } = member.row.shares?.[to] ?? {};
  if (deliveredAt === undefined || deliveredAt <= createdAt) return [];
  const held = fields.filter((path) => (member.row[accountField(path)] ?? null) !== null);
  return redelivery(member, to, held, now);
}

/** Records that a recipient has deleted. */
export async function recordDeletion(job: Job, row: Disclosure): Promise<'deleted'> {
  await closeDisclosure(job, row, { state: 'done' }, (member) => {
    const again = overtaken(job, member, row);
    return {
      events: [
        { type: 'sharing.deletion-acknowledged', body: { recipient: row.to, disclosure: row._id } } as const,
      ],
      ...(again.length > 0 && { also: (transaction) => transaction.add('disclosures', again) }),
    };
  });
  return 'deleted';
}
