import { accounts } from './collections/accounts';
import { anchors } from './collections/anchors';
import { audits } from './collections/audits';
import { certificates } from './collections/certificates';
import { comments } from './collections/comments';
import { disclosures } from './collections/disclosures';
import { erasures } from './collections/erasures';
import { guardianConsents } from './collections/guardian-consents';
import { keys } from './collections/keys';
import { ledger } from './collections/ledger';
import { logins } from './collections/logins';
import { messages } from './collections/messages';
import { pictures } from './collections/pictures';
import { proposals } from './collections/proposals';
import { requestAttachments } from './collections/request-attachments';
import { requests } from './collections/requests';
import { reviewQueue } from './collections/review-queue';
import { smsCodes } from './collections/sms-codes';
import { staffDecisions } from './collections/staff-decisions';
import { staffNotices } from './collections/staff-notices';
import { supports } from './collections/supports';
import { surveyAnswers } from './collections/survey-answers';
import { surveys } from './collections/surveys';
import { usage } from './collections/usage';

/** The map of personal data: every collection of the system, by name. Everything else derives from it. */
export const dataMap = {
  accounts,
  ledger,
  requests,
  request_attachments: requestAttachments,
  proposals,
  pictures,
  comments,
  supports,
  surveys,
  survey_answers: surveyAnswers,
  staff_decisions: staffDecisions,
  review_queue: reviewQueue,
  staff_notices: staffNotices,
  audits,
  messages,
  sms_codes: smsCodes,
  erasures,
  certificates,
  disclosures,
  anchors,
  logins,
  usage,
  guardian_consents: guardianConsents,
  keys,
} as const;

/** The map's type, from which stores and documents are typed. */
export type DataMap = typeof dataMap;
/** The name of a collection. */
export type CollectionName = keyof DataMap;
