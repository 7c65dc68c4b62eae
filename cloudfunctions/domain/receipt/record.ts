import { controller } from '../../../src/contracts/controller';
import {
  RECORD_SCHEMA,
  type ChoiceBody,
  type ChoiceEvent,
  type ConsentRecord,
} from '../../../src/contracts/receipt';
import { recordCopy } from '../../copy/receipt';
import { saidBy } from './said';

/** One choice as the ledger holds it. */
export interface Choice {
  subject: string;
  seq: number;
  type: ChoiceEvent;
  at: string;
  body: ChoiceBody;
}

function basisOf(isSharing: boolean, { agreed }: ChoiceBody): string {
  if (isSharing) return recordCopy.basisSharing;
  return agreed?.sensitive === true ? recordCopy.basisSensitive : recordCopy.basis;
}

/**
 * A choice as a consent record; `issued` is when it is handed out. What was chosen is what the ledger sealed, and where
 * it sealed no more than a name, the record says so; only who issues it and how to withdraw are of today.
 */
export function recordOf({ subject, seq, type, at, body }: Choice, issued: string): ConsentRecord {
  const { agreed, withdraws, policyVersion, policyDigest } = body;
  const isSharing = type.startsWith('sharing.');
  const isGranted = type.endsWith('.granted');
  return {
    '@context': {
      dpv: 'https://w3id.org/dpv#',
      dct: 'http://purl.org/dc/terms/',
      schema: 'https://schema.org/',
    },
    '@type': ['dpv:ConsentRecord', 'dpv:ConsentReceipt'],
    'dct:conformsTo': RECORD_SCHEMA,
    'dct:identifier': `${subject}.${String(seq)}`,
    'dct:issued': issued,
    'dct:language': 'zh-CN',
    ...(withdraws !== undefined && { 'dct:references': `${subject}.${String(withdraws)}` }),
    ...(isGranted && !agreed && { 'dct:description': recordCopy.unwritten }),
    'dpv:hasDataSubject': { '@type': 'dpv:DataSubject', 'dct:identifier': subject },
    'dpv:hasDataController': {
      '@type': 'dpv:DataController',
      'schema:legalName': agreed?.controller ?? controller.company,
      'schema:address': controller.registeredAt,
      'schema:email': controller.email,
    },
    ...saidBy(body),
    'dpv:hasLegalBasis': {
      '@type': 'dpv:ExplicitlyExpressedConsent',
      'dct:source': basisOf(isSharing, body),
    },
    'dpv:hasNotice': {
      '@type': 'dpv:ConsentNotice',
      'dct:hasVersion': policyVersion,
      'dct:identifier': `sha256:${policyDigest}`,
    },
    'dpv:hasConsentStatus': {
      '@type': isGranted ? 'dpv:ConsentGiven' : 'dpv:ConsentWithdrawn',
      'dpv:isIndicatedAtTime': at,
      'dpv:isIndicatedBy': 'dpv:DataSubject',
      'dpv:hasIndicationMethod': recordCopy.method,
    },
    'dpv:hasConsentControl': {
      '@type': 'dpv:WithdrawConsent',
      'dct:description': recordCopy.withdrawal[isSharing ? 'sharing' : 'consent'],
    },
    'dpv:hasJurisdiction': 'CN',
  };
}
