import type * as z from 'zod/mini';
import type { audits } from './data-map/collections/audits';
import type { operator } from './operator';

type Action = z.infer<typeof audits.fields.action.schema>;

/**
 * The audit row that each of the operator's calls leaves (P40, PIPL 51 and 54): what changes something writes it in the
 * same transaction, or before the first of more changes than one transaction holds; what only looks, before it answers.
 * A new operation does not compile without an entry. `null` is for what tells of nobody, a public key and mere counts,
 * and for what the timer does by itself.
 */
export const operatorAudits = {
  signingKey: null,
  statistics: null,
  health: null,
  migrate: null,
  childFound: 'child-found',
  settleAltered: 'altered-settled',
  shutdownPlan: 'shutdown-planned',
  shutdown: 'shutdown',
  incident: 'incident-examined',
  incidentErased: 'incident-examined',
  incidentNotify: 'incident-told',
  replay: 'erasures-replayed',
  deliver: 'delivery-asked',
  disclose: 'disclosed',
  compelled: 'disclosures-checked',
  import: 'imported',
  excuse: 'excused',
  handover: 'successor-listed',
  surveyOpen: 'survey-opened',
  surveyWords: 'survey-read',
} as const satisfies Record<keyof typeof operator, Action | null>;
