import { controller } from '../../../src/contracts/controller';
import { dataMap } from '../../../src/contracts/data-map';
import { fieldAt, labelAt } from '../../../src/contracts/data-map/derive/field-path';
import { keptFor } from '../../../src/contracts/data-map/derive/presentation';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { recipients, type Recipient } from '../../../src/contracts/data-map/recipients';
import { categories, purposeLabel, purposes } from '../../../src/contracts/data-map/vocabulary';
import { RECORD_SCHEMA, type ChoiceEvent, type ConsentRecord } from '../../../src/contracts/receipt';
import { recordCopy } from '../../copy/receipt';

/** One choice as the ledger holds it. */
export interface Choice {
  subject: string;
  seq: number;
  type: ChoiceEvent;
  at: string;
  /** The purpose, or the recipient for `sharing.*`. */
  purpose: string;
  policyVersion: string;
  policyDigest: string;
}

const isSharing = (type: ChoiceEvent) => type.startsWith('sharing.');

const recipientOf = (id: string): Recipient | undefined =>
  Object.entries(recipients).find(([name]) => name === id)?.[1];

const purposeOf = (id: string) => Object.entries(purposes).find(([name]) => name === id)?.[1];

/** The map's fields that a purpose collects, as paths. */
const fieldsFor = (purpose: string): string[] =>
  Object.entries(dataMap as Readonly<Record<string, Collection>>).flatMap(([name, { fields }]) =>
    Object.entries(fields)
      .filter(([, field]) => field.purpose === purpose && field.access !== 'omit')
      .map(([field]) => `${name}.${field}`),
  );

const personalData = (path: string): ConsentRecord['dpv:hasPersonalData'][number][] => {
  const field = fieldAt(path);
  if (!field) return [];
  return [
    {
      '@type': field.sensitive ? 'dpv:SensitivePersonalData' : 'dpv:PersonalData',
      'dct:identifier': path,
      'dct:title': labelAt(path),
      'dct:type': categories[field.category],
      'dpv:hasStorageCondition': keptFor(field),
    },
  ];
};

/** What a choice is about: a purpose of ours, or a recipient's. */
function subjectMatter({ type, purpose }: Choice) {
  const recipient = isSharing(type) ? recipientOf(purpose) : undefined;
  if (isSharing(type)) {
    return {
      title: recipient?.name ?? purpose,
      why: recipient?.why ?? '',
      fields: recipient?.fields ?? [],
      source: recordCopy.basisSharing,
      withdrawal: recordCopy.withdrawal.sharing,
      receiving: recipient ? [recipient] : [],
    };
  }
  const known = purposeOf(purpose);
  return {
    title: purposeLabel(purpose),
    why: known?.why ?? '',
    fields: fieldsFor(purpose),
    source: known?.sensitive ? recordCopy.basisSensitive : recordCopy.basis,
    withdrawal: recordCopy.withdrawal.consent,
    receiving: [],
  };
}

/** A choice as a consent record; `issued` is when it is handed out, for its words are those of the map at that time. */
export function recordOf(choice: Choice, issued: string): ConsentRecord {
  const { subject, seq, type, at, purpose, policyVersion, policyDigest } = choice;
  const { title, why, fields, source, withdrawal, receiving } = subjectMatter(choice);
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
    'dpv:hasDataSubject': { '@type': 'dpv:DataSubject', 'dct:identifier': subject },
    'dpv:hasDataController': {
      '@type': 'dpv:DataController',
      'schema:legalName': controller.company,
      'schema:address': controller.registeredAt,
      'schema:email': controller.email,
    },
    'dpv:hasPurpose': {
      '@type': 'dpv:Purpose',
      'dct:identifier': purpose,
      'dct:title': title,
      'dct:description': why,
    },
    'dpv:hasPersonalData': fields.flatMap(personalData),
    'dpv:hasLegalBasis': { '@type': 'dpv:ExplicitlyExpressedConsent', 'dct:source': source },
    'dpv:hasNotice': {
      '@type': 'dpv:ConsentNotice',
      'dct:hasVersion': policyVersion,
      'dct:identifier': `sha256:${policyDigest}`,
    },
    'dpv:hasConsentStatus': {
      '@type': type.endsWith('.granted') ? 'dpv:ConsentGiven' : 'dpv:ConsentWithdrawn',
      'dpv:isIndicatedAtTime': at,
      'dpv:isIndicatedBy': 'dpv:DataSubject',
      'dpv:hasIndicationMethod': recordCopy.method,
    },
    'dpv:hasConsentControl': { '@type': 'dpv:WithdrawConsent', 'dct:description': withdrawal },
    'dpv:hasJurisdiction': 'CN',
    'dpv:hasRecipient': receiving.map(({ name, contact }) => ({
      '@type': 'dpv:ThirdParty',
      'dct:identifier': purpose,
      'dct:title': name,
      'schema:contactPoint': contact,
    })),
  };
}
