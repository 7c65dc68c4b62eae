import { controller } from '../../../src/contracts/controller';
import { dataMap } from '../../../src/contracts/data-map';
import { exceptions } from '../../../src/contracts/data-map/exceptions';
import { collectedFields } from '../../../src/contracts/data-map/derive/lists';
import type { Collection, Field } from '../../../src/contracts/data-map/grammar';
import { notCollected } from '../../../src/contracts/data-map/not-collected';
import { storageKeys } from '../../../src/contracts/data-map/on-device';
import { recipients, type Recipient } from '../../../src/contracts/data-map/recipients';
import { purposes } from '../../../src/contracts/data-map/vocabulary';
import { refusalReasons, requestKinds } from '../../../src/contracts/request-vocabulary';
import { LONGEST_COOLING_OFF, replyLimits, type ReplyLimit } from '../calendar/deadlines';

/** What is done with one field, as a version of the policy stands for it. */
interface FieldPractice extends Pick<
  Field,
  'label' | 'category' | 'purpose' | 'basis' | 'source' | 'sensitive' | 'access' | 'correct' | 'erase'
> {
  /** Of which collection, in Chinese. */
  of: string;
  /** Whether it lies readable, under the person's key, or under one that no function holds. */
  protection: 'plain' | 'sealed' | 'vault';
  retain: { from: Field['retain']['from']; for: string; since?: string };
  /** The law that makes us keep it after erasure; null where it goes. */
  because: string | null;
}

interface PurposePractice {
  label: string;
  why: string;
  without: string;
  kind: 'basic' | 'extended';
  sensitive: boolean;
}

/**
 * What is really done with personal data, as plain data that two versions of the policy can be compared by. A snapshot
 * is archived beside each version when it is compiled, so that what changes is computed and not claimed.
 */
export interface Practices {
  controller: Record<keyof typeof controller, string>;
  purposes: Record<string, PurposePractice>;
  /** By `collection.field`; the machine's own counters and references are left out. */
  fields: Record<string, FieldPractice>;
  recipients: Record<
    string,
    {
      name: string;
      kind: Recipient['kind'];
      why: string;
      fields: string[];
      contact: string;
      /** The day from which it receives nothing; it stays, for it may still have something to delete. */
      endedOn?: string;
    }
  >;
  /** What lies on the phone, by storage key. */
  onDevice: Record<string, { label: string; because: string }>;
  /** What is commonly collected and not here. */
  notCollected: Record<string, { label: string; because: string }>;
  rights: {
    /** What a person can ask for, and how long an answer takes at most. */
    requests: Record<string, { label: string } & ReplyLimit>;
    /** Why an answer may be refused. */
    refusals: Record<string, string>;
    /** The cases without consent, each with the law that makes it a basis by itself; null where none does. */
    exceptions: Record<string, { label: string; law: string | null }>;
    /** Working days between deregistering and erasing, at most. */
    coolingOff: number;
  };
  /** What no table can know: the sentences of the version's own header. */
  declared: { ownership: string | null; impact: string | null };
}

/** The tables from which practices are derived; those of today unless told. */
export interface PracticeSources {
  map: Readonly<Record<string, Collection>>;
  purposes: Readonly<Record<string, PurposePractice>>;
  recipients: Readonly<Record<string, Recipient>>;
  onDevice: Practices['onDevice'];
}

/** What the list of collected information holds, for the list and the policy must not differ. */
const fieldsOf = (map: PracticeSources['map']): Practices['fields'] =>
  Object.fromEntries(
    collectedFields(map).map(({ name, of, key, field }) => {
      const { label, category, purpose, basis, source, sensitive, retain, store, access, correct, erase } =
        field;
      const practice: FieldPractice = {
        of,
        label,
        category,
        purpose,
        basis,
        source,
        sensitive,
        protection: store === 'plain' ? 'plain' : store === 'vault' ? 'vault' : 'sealed',
        retain: { ...retain },
        access,
        correct,
        erase,
        because: field.because ?? null,
      };
      return [`${name}.${key}`, practice];
    }),
  );

const mapped = <T, U>(table: Readonly<Record<string, T>>, of: (value: T, name: string) => U) =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, of(value, name)]));

/** What is done, from the tables that do it. */
export function practicesOf(
  sources: PracticeSources = { map: dataMap, purposes, recipients, onDevice: storageKeys },
  declared: Practices['declared'] = { ownership: null, impact: null },
): Practices {
  return {
    controller: { ...controller },
    purposes: mapped(sources.purposes, ({ label, why, without, kind, sensitive }) => ({
      label,
      why,
      without,
      kind,
      sensitive,
    })),
    fields: fieldsOf(sources.map),
    recipients: mapped(sources.recipients, ({ name, kind, why, fields, contact, endedOn }) => ({
      name,
      kind,
      why,
      fields: [...fields],
      contact,
      ...(endedOn !== undefined && { endedOn }),
    })),
    onDevice: mapped(sources.onDevice, ({ label, because }) => ({ label, because })),
    notCollected: mapped(notCollected, ({ label, because }) => ({ label, because })),
    rights: {
      requests: mapped(requestKinds, ({ label }, kind) => ({
        label,
        ...replyLimits[kind as keyof typeof requestKinds],
      })),
      refusals: mapped(refusalReasons, ({ label }) => label),
      exceptions: mapped(exceptions, ({ label, law }) => ({ label, law })),
      coolingOff: LONGEST_COOLING_OFF,
    },
    declared,
  };
}
