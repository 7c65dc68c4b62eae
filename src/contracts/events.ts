/**
 * Everything the ledger can say. Append only: a type is never renamed or removed, for rows carry it for ever; a
 * change of a content's shape needs a new type.
 */
export const eventTypes = [
  'account.registered',
  'account.corrected',
  'account.phone-changed',
  'account.city-switched',
  'account.frozen',
  'account.restored',
  'account.exported',
  'account.erased',
  'account.imported',
  'account.child-found',
  'account.guardian-withdrew',
  'account.guardian-left',
  'guardian.consented',
  'guardian.child-registered',
  'guardian.withdrawn',
  'policy.agreed',
  'consent.granted',
  'consent.withdrawn',
  'sharing.granted',
  'sharing.withdrawn',
  'sharing.voided',
  'sharing.sent',
  'sharing.delivered',
  'sharing.compelled',
  'sharing.deletion-asked',
  'sharing.deletion-acknowledged',
  'sharing.deletion-excused',
  'staff.unmasked',
  'incident.notified',
  'request.submitted',
  'request.cancelled',
  'request.reviewed',
  'request.quoted',
  'request.fee-accepted',
  'request.approved',
  'request.partly',
  'request.refused',
  'request.replied',
  'request.appealed',
] as const;

/** The type of a ledger event. */
export type EventType = (typeof eventTypes)[number];
