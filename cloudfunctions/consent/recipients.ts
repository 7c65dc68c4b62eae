import type { consent } from '../../src/contracts/consent';
import { labelAt } from '../../src/contracts/data-map/derive/field-path';
import { recipientKinds, recipients, type Recipient } from '../../src/contracts/data-map/recipients';
import { fail } from '../../src/contracts/errors';
import type { Output } from '../../src/contracts/operation';
import { ok } from '../../src/contracts/result';
import { beijingDay } from '../domain/calendar/iso-day';
import { currentPolicy } from '../domain/policy/archive';
import { policyFor } from '../domain/policy/terms';
import { deliveredTo, recalledFrom } from '../domain/disclosed';
import { isEnded, isExpired, isGranted, isVoided, needsGrant, recipientOf, sentBy } from '../domain/sharing';
import { closedBy } from '../domain/standing';
import { oneOf } from '../platform/conditions';
import { connections } from '../platform/connections';
import type { Call, Handlers } from '../platform/handler';
import { findAccount } from '../platform/member';
import type { Row } from '../platform/store';

type Consent = Handlers<typeof consent>;
type State = Output<typeof consent.recipients>['items'][number]['state'];

/** Whether something can reach a recipient now, and if not, why. */
export function stateOf(id: string, recipient: Recipient, now: Date): State {
  const today = beijingDay(now);
  if (isEnded(recipient, today)) return 'ended';
  if (isExpired(recipient, today)) return 'expired';
  // The platform the mini program itself runs on needs no address of the operator's.
  return !needsGrant(recipient) || connections().has(id) ? 'in-use' : 'not-connected';
}

/** What lately left to recipients or was asked back; read only where something was granted or ever sent. */
async function disclosuresOf({ store }: Pick<Call<unknown>, 'store'>, row: Row<'accounts'> | undefined) {
  const shares: Row<'accounts'>['shares'] = row?.shares ?? {};
  const isTold = Object.entries(shares).some(([id, share]) => {
    const recipient = recipientOf(recipients, id);
    return share.granted || sentBy(share, recipient).length > 0;
  });
  if (!row || !isTold) return [];
  return store.find(
    'disclosures',
    { subject: row._id, kind: oneOf(['delivery', 'deletion'] as const) },
    { orderBy: ['createdAt', 'desc'], only: ['to', 'kind', 'state', 'fields', 'createdAt', 'doneAt', 'law'] },
  );
}

/** Everyone who can receive something, straight from the map, with the caller's own choices (P28). */
export const listRecipients: Consent['recipients'] = async (call) => {
  const row = await findAccount(call);
  const closed = row && closedBy(row);
  if (closed) return fail(closed);
  const shares: Row<'accounts'>['shares'] = row?.shares ?? {};
  const disclosures = await disclosuresOf(call, row);
  const deliveries = disclosures.filter(({ kind: what }) => what === 'delivery');
  const deletions = disclosures.filter(({ kind: what }) => what === 'deletion');
  const items = Object.entries(recipients).map(([id, recipient]: [string, Recipient]) => {
    const { name, kind, why, fields, contact, agreement } = recipient;
    const share = shares[id];
    const granted = isGranted(recipient, share);
    const delivery = share && granted ? deliveredTo(id, share.at, fields, deliveries) : null;
    const recalled = share ? recalledFrom(id, share.at, deletions) : null;
    return {
      recipient: id,
      name,
      kind: recipientKinds[kind],
      why,
      fields: fields.map(labelAt),
      contact,
      agreement,
      state: stateOf(id, recipient, call.now),
      needsGrant: needsGrant(recipient),
      granted,
      since: share?.at ?? null,
      voided: isVoided(recipient, share),
      delivery: delivery && {
        ...delivery,
        fields: delivery.fields.map(labelAt),
        missing: delivery.missing.map(labelAt),
      },
      recalled: recalled && { ...recalled, fields: recalled.fields.map(labelAt) },
    };
  });
  const { version } = row ? policyFor(row, call.now) : currentPolicy(call.now);
  return ok({ items, policyVersion: version });
};
