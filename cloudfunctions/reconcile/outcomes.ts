import { accountFact } from '../../src/contracts/data-map/derive/field-path';
import { recipients } from '../../src/contracts/data-map/recipients';
import { refusalWords } from '../copy/sharing';
import type { LedgerEvent } from '../domain/ledger';
import { isGranted, recipientOf, sentBy } from '../domain/sharing';
import { closeDisclosure } from '../platform/close-disclosure';
import { askBack } from '../platform/disclosures';
import type { Job } from '../platform/job';
import type { Member } from '../platform/member';
import { redelivery } from '../platform/renewals';
import type { Row } from '../platform/store';

type Disclosure = Row<'disclosures'>;

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
    const late = askBack(member, row.to, stillGranted(member, row.to) ? [] : fields, job.now);
    const body = { recipient: row.to, disclosure: row._id, fields, ...held };
    return {
      events: [{ type: 'sharing.delivered', body }, ...late.events],
      used: { fields: fields.flatMap((path) => accountFact(path) ?? []), by: row.to },
      ...(share && {
        facts: {
          shares: { ...member.row.shares, [row.to]: { ...share, deliveredAt: at } },
        },
      }),
      ...(late.rows.length > 0 && { also: (transaction) => transaction.add('disclosures', late.rows) }),
    };
  });
  return 'delivered';
}

/** What was sent was asked back already: by the person's withdrawal, or when they cleared it. */
const alreadyAsked: readonly (keyof typeof refusalWords)[] = ['no-grant', 'empty'];

/**
 * Records that the door stayed shut, and a grant that other terms have voided (P23). What lies at the recipient of
 * these fields, by an earlier delivery or by a try whose answer was lost, is asked back: it may be a value that the
 * person has corrected, and the new one never comes (PIPL 46).
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
    const owed = alreadyAsked.includes(refusal) ? [] : row.fields.filter((path) => sent.includes(path));
    const late = askBack(member, row.to, owed, job.now);
    const voided: LedgerEvent = { type: 'sharing.voided', body: { recipient: row.to, disclosure: row._id } };
    return {
      events: [...late.events, ...(refusal === 'voided' ? [voided] : [])],
      ...(late.rows.length > 0 && { also: (transaction) => transaction.add('disclosures', late.rows) }),
    };
  });
  return 'refused';
}

/**
 * What a deletion may have taken away although it was given anew since it was asked: the recipient answered late, and
 * the grant stands. It goes there once more.
 */
function overtaken({ now }: Job, member: Member, { to, fields, createdAt }: Disclosure): Disclosure[] {
  const { deliveredAt } = member.row.shares?.[to] ?? {};
  if (deliveredAt === undefined || deliveredAt <= createdAt) return [];
  const held = fields.filter((path) => {
    const name = accountFact(path);
    return name && (member.row[name] ?? null) !== null;
  });
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
