import * as z from 'zod/mini';
import { instant, policyVersion, sha256 } from './values';

/** The ledger's events that are a person's choice and have a receipt. */
export const choiceEvents = [
  'consent.granted',
  'consent.withdrawn',
  'sharing.granted',
  'sharing.withdrawn',
] as const;

/** The type of a choice. */
export type ChoiceEvent = (typeof choiceEvents)[number];

/** The profile of ISO/IEC TS 27560:2023 that a record follows, as W3C's DPV names it. */
export const RECORD_SCHEMA = 'https://w3id.org/dpv/schema/dpv-27560#receipt-record';

/**
 * What a person was shown when they agreed, in the words of that moment. It lies in the ledger, and a receipt is made
 * of it and of no table, for a table may say something else by then.
 */
export const agreed = z.strictObject({
  /** Of the purpose, or of the recipient. */
  name: z.string(),
  why: z.string(),
  /** Whether the law asks for a consent of its own (PIPL 29). */
  sensitive: z.boolean(),
  /** To whom: the company's name. */
  controller: z.string(),
  /** What the recipient is to the controller, in words, and how it is reached. */
  kind: z.optional(z.string()),
  contact: z.optional(z.string()),
  fields: z.array(
    z.strictObject({
      /** Such as `accounts.phone`. */
      path: z.string(),
      label: z.string(),
      category: z.string(),
      keptFor: z.string(),
      sensitive: z.boolean(),
    }),
  ),
});

/** See `agreed`. */
export type Agreed = z.infer<typeof agreed>;

const named = { 'dct:identifier': z.string(), 'dct:title': z.string() };

/**
 * A consent record in the structure of ISO/IEC TS 27560:2023 (header, processing, parties, event), as JSON-LD in the
 * terms of W3C's Data Privacy Vocabulary. It holds no personal data but the random subject id.
 */
export const consentRecord = z.strictObject({
  '@context': z.strictObject({ dpv: z.string(), dct: z.string(), schema: z.string() }),
  '@type': z.array(z.string()),
  'dct:conformsTo': z.string(),
  'dct:identifier': z.string(),
  'dct:issued': instant,
  /** The record of the grant that a withdrawal takes back. */
  'dct:references': z.optional(z.string()),
  /** What the reader has to know of this record, such as what it does not say. */
  'dct:description': z.optional(z.string()),
  'dct:language': z.string(),
  'dpv:hasDataSubject': z.strictObject({ '@type': z.string(), 'dct:identifier': z.string() }),
  'dpv:hasDataController': z.strictObject({
    '@type': z.string(),
    'schema:legalName': z.string(),
    'schema:address': z.string(),
    'schema:email': z.string(),
  }),
  'dpv:hasPurpose': z.strictObject({ '@type': z.string(), ...named, 'dct:description': z.string() }),
  'dpv:hasPersonalData': z.array(
    z.strictObject({
      '@type': z.string(),
      ...named,
      'dct:type': z.optional(z.string()),
      'dpv:hasStorageCondition': z.optional(z.string()),
    }),
  ),
  'dpv:hasLegalBasis': z.strictObject({ '@type': z.string(), 'dct:source': z.string() }),
  'dpv:hasNotice': z.strictObject({
    '@type': z.string(),
    'dct:hasVersion': policyVersion,
    'dct:identifier': z.string(),
  }),
  'dpv:hasConsentStatus': z.strictObject({
    '@type': z.enum(['dpv:ConsentGiven', 'dpv:ConsentWithdrawn']),
    'dpv:isIndicatedAtTime': instant,
    'dpv:isIndicatedBy': z.string(),
    'dpv:hasIndicationMethod': z.string(),
  }),
  'dpv:hasConsentControl': z.strictObject({ '@type': z.string(), 'dct:description': z.string() }),
  'dpv:hasJurisdiction': z.string(),
  'dpv:hasRecipient': z.array(
    z.strictObject({
      '@type': z.string(),
      ...named,
      'dct:type': z.optional(z.string()),
      'schema:contactPoint': z.optional(z.string()),
    }),
  ),
});

const word = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What the ledger sealed of one choice. */
export const choiceBody = z.catchall(
  z.object({
    policyVersion,
    policyDigest: sha256,
    /** With a grant; rows from before this was written down have none. */
    agreed: z.optional(agreed),
    /** With a withdrawal: the number of the grant in the same chain. */
    withdraws: z.optional(z.int()),
  }),
  z.union([word, z.array(word)]),
);

/**
 * Proof of one choice that a person can check alone. `commitment` covers the row's place, time, `digest` and `sealed`;
 * `digest` covers `salt` and `body`; `seal` signs a digest of every other member, so that a changed one can be named.
 */
export const receipt = z.strictObject({
  id: z.string(),
  subject: z.string(),
  seq: z.int(),
  type: z.enum(choiceEvents),
  at: instant,
  /** The purpose, or the recipient for `sharing.*`. */
  purpose: z.string(),
  policyVersion,
  policyDigest: sha256,
  /** What the person chose, as the ledger sealed it. */
  body: choiceBody,
  salt: z.string(),
  digest: sha256,
  /** SHA-256 of the content as it lies in the database, encrypted. */
  sealed: sha256,
  previous: sha256,
  commitment: sha256,
  record: consentRecord,
  seal: z.strictObject({
    /** SHA-256 of the RFC 8785 form of each member by name; members of `record` as `record.<name>`. */
    members: z.record(z.string(), sha256),
    /** Ed25519, 32 bytes in base64url. */
    publicKey: z.string(),
    /** Over the RFC 8785 form of `{type: 'consent-receipt', members}`, in base64url. */
    signature: z.string(),
  }),
});

/** The content of a choice. */
export type ChoiceBody = z.infer<typeof choiceBody>;
/** A receipt. */
export type Receipt = z.infer<typeof receipt>;
/** The readable half of a receipt. */
export type ConsentRecord = z.infer<typeof consentRecord>;
