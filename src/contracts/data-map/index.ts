import { accounts } from './collections/accounts';
import { audits } from './collections/audits';
import { certificates } from './collections/certificates';
import { erasures } from './collections/erasures';
import { ledger } from './collections/ledger';
import { messages } from './collections/messages';
import { requests } from './collections/requests';
import { smsCodes } from './collections/sms-codes';
import { staffDecisions } from './collections/staff-decisions';

/** The map of personal data: every collection of the system, by name. Everything else derives from it. */
export const dataMap = {
  accounts,
  ledger,
  requests,
  staff_decisions: staffDecisions,
  audits,
  messages,
  sms_codes: smsCodes,
  erasures,
  certificates,
} as const;

/** The map's type, from which stores and documents are typed. */
export type DataMap = typeof dataMap;
/** The name of a collection. */
export type CollectionName = keyof DataMap;
