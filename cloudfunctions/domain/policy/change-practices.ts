import { isTelling } from '../../../src/contracts/data-map/derive/lists';
import { keptFor } from '../../../src/contracts/data-map/derive/presentation';
import { bases, sources } from '../../../src/contracts/data-map/vocabulary';
import type { ChangeFact, FactName } from './change';
import type { Practices } from './practices';

type Field = Practices['fields'][string];
type Recipient = Practices['recipients'][string];
type Purpose = Practices['purposes'][string];

/** Walks two tables by their keys: what came, what went, and what may differ. */
function compared<T>(
  from: Readonly<Record<string, T>>,
  to: Readonly<Record<string, T>>,
  facts: {
    added: (value: T) => ChangeFact;
    removed: (value: T) => ChangeFact;
    both: (a: T, b: T) => ChangeFact[];
  },
): ChangeFact[] {
  return [
    ...Object.entries(to).flatMap(([name, value]) => {
      const before = from[name];
      return before === undefined ? [facts.added(value)] : facts.both(before, value);
    }),
    ...Object.entries(from).flatMap(([name, value]) =>
      to[name] === undefined ? [facts.removed(value)] : [],
    ),
  ];
}

/** One fact when a value grew, another when it shrank, none when it stayed. */
function moved(
  grew: FactName,
  shrank: FactName,
  about: string,
  from: number,
  to: number,
  words: [string, string],
) {
  if (from === to) return [];
  return [{ fact: to > from ? grew : shrank, about, from: words[0], to: words[1] } satisfies ChangeFact];
}

const changed = (fact: FactName, about: string, from: string, to: string): ChangeFact[] =>
  from === to ? [] : [{ fact, about, from, to }];

function purposeFacts(a: Purpose, b: Purpose): ChangeFact[] {
  return [
    ...changed('purpose-changed', b.label, a.why, b.why),
    ...(a.kind === 'extended' && b.kind === 'basic'
      ? [{ fact: 'purpose-no-longer-chosen' as const, about: b.label }]
      : []),
  ];
}

const DAYS = { D: 1, M: 30, Y: 365 } as const;

/** A life in days, roughly; the account's is longer than any. */
function days({ retain }: Field): number {
  const [, count = '', unit = 'D'] = /^P(\d+)([DMY])$/.exec(retain.for) ?? [];
  return count === '' ? Infinity : Number(count) * DAYS[unit as keyof typeof DAYS];
}

const protection = ['plain', 'sealed', 'vault'];
const sight = ['omit', 'mask', 'show'];
const correction = ['never', 'request', 'self'];
const erasure = ['drop', 'pseudonymise', 'keep-until'];
const none: [string, string] = ['', ''];

/** What a person calls it: whose row, and which value. */
const nameOf = ({ of, label }: Field) => `${of}·${label}`;

function fieldFacts(a: Field, b: Field, purposes: Practices['purposes']): ChangeFact[] {
  const about = nameOf(b);
  const purpose = (id: string) => purposes[id]?.label ?? id;
  const lives: [string, string] = [keptFor(a), keptFor(b)];
  const stays = a.retain.from === b.retain.from;
  return [
    ...changed('field-for-other-purpose', about, purpose(a.purpose), purpose(b.purpose)),
    ...changed(
      a.basis === 'consent' ? 'field-without-consent' : 'field-on-other-basis',
      about,
      bases[a.basis],
      bases[b.basis],
    ),
    ...changed('field-from-elsewhere', about, sources[a.source], sources[b.source]),
    // Counted from another moment, a life cannot be compared: it is taken for longer.
    ...(stays
      ? moved('field-kept-longer', 'field-kept-shorter', about, days(a), days(b), lives)
      : changed('field-kept-longer', about, ...lives)),
    ...moved(
      'field-better-protected',
      'field-less-protected',
      about,
      protection.indexOf(a.protection),
      protection.indexOf(b.protection),
      none,
    ),
    ...moved(
      'field-easier-to-see',
      'field-harder-to-see',
      about,
      sight.indexOf(a.access),
      sight.indexOf(b.access),
      none,
    ),
    ...moved(
      'field-easier-to-correct',
      'field-harder-to-correct',
      about,
      correction.indexOf(a.correct),
      correction.indexOf(b.correct),
      none,
    ),
    ...moved(
      'field-outlives-erasure',
      'field-erased-at-last',
      about,
      erasure.indexOf(a.erase),
      erasure.indexOf(b.erase),
      none,
    ),
  ];
}

const listed = (paths: readonly string[], fields: Practices['fields']) =>
  paths.map((path) => fields[path]?.label ?? path).join('、');

function recipientFacts(a: Recipient, b: Recipient, fields: Practices['fields']): ChangeFact[] {
  const more = b.fields.filter((path) => !a.fields.includes(path));
  const less = a.fields.filter((path) => !b.fields.includes(path));
  return [
    ...changed('recipient-is-other', b.name, `${a.name}/${a.kind}`, `${b.name}/${b.kind}`),
    ...changed('recipient-for-other-purpose', b.name, a.why, b.why),
    ...changed('recipient-contact', b.name, a.contact, b.contact),
    ...(more.length > 0
      ? [{ fact: 'recipient-gets-more' as const, about: b.name, to: listed(more, fields) }]
      : []),
    ...(less.length > 0
      ? [{ fact: 'recipient-gets-less' as const, about: b.name, to: listed(less, fields) }]
      : []),
  ];
}

/** Calendar days in which an answer comes at the latest, to compare two limits by: five working days make seven. */
const longest = ({ workingDays, calendarDays }: Practices['rights']['requests'][string]) =>
  Math.min((workingDays * 7) / 5, calendarDays ?? Infinity);
const inDays = ({ workingDays, calendarDays }: Practices['rights']['requests'][string]) =>
  calendarDays === null ? `${String(workingDays)}w` : `${String(workingDays)}w/${String(calendarDays)}d`;

function rightsFacts(a: Practices['rights'], b: Practices['rights']): ChangeFact[] {
  const lawful = (table: Practices['rights']['exceptions']) =>
    Object.fromEntries(Object.entries(table).filter(([, { law }]) => law !== null));
  return [
    ...compared(a.requests, b.requests, {
      added: ({ label }) => ({ fact: 'request-kind-added', about: label }),
      removed: ({ label }) => ({ fact: 'request-kind-removed', about: label }),
      both: (x, y) =>
        moved('answer-later', 'answer-sooner', y.label, longest(x), longest(y), [inDays(x), inDays(y)]),
    }),
    ...compared(a.refusals, b.refusals, {
      added: (about) => ({ fact: 'refusal-added', about }),
      removed: (about) => ({ fact: 'refusal-removed', about }),
      both: () => [],
    }),
    ...compared(lawful(a.exceptions), lawful(b.exceptions), {
      added: ({ label }) => ({ fact: 'exception-added', about: label }),
      removed: ({ label }) => ({ fact: 'exception-removed', about: label }),
      both: () => [],
    }),
    ...moved('cooling-off-longer', 'cooling-off-shorter', '', a.coolingOff, b.coolingOff, [
      String(a.coolingOff),
      String(b.coolingOff),
    ]),
  ];
}

/** The fields that say something about a person: an older snapshot still lists what is the machine's own. */
const told = (fields: Practices['fields']): Practices['fields'] =>
  Object.fromEntries(
    Object.entries(fields).filter(([, field]) => isTelling({ ...field, store: field.protection })),
  );

/** Those who may receive something: to be ended is to be removed, however long the entry stays. */
const receiving = (recipients: Practices['recipients']): Practices['recipients'] =>
  Object.fromEntries(Object.entries(recipients).filter(([, { endedOn }]) => endedOn === undefined));

/** What is done differently, from two snapshots of practices. */
export function practiceFacts(from: Practices, to: Practices): ChangeFact[] {
  return [
    ...compared(from.purposes, to.purposes, {
      added: ({ kind, label }) => ({
        fact: kind === 'extended' ? 'purpose-on-consent-added' : 'purpose-added',
        about: label,
      }),
      removed: ({ label }) => ({ fact: 'purpose-removed', about: label }),
      both: purposeFacts,
    }),
    ...compared(told(from.fields), told(to.fields), {
      added: (field) => ({ fact: 'field-added', about: nameOf(field) }),
      removed: (field) => ({ fact: 'field-removed', about: nameOf(field) }),
      both: (a, b) => fieldFacts(a, b, to.purposes),
    }),
    ...compared(receiving(from.recipients), receiving(to.recipients), {
      added: ({ kind, name }) => ({
        fact: kind === 'processor' ? 'processor-added' : 'recipient-on-consent-added',
        about: name,
      }),
      removed: ({ name }) => ({ fact: 'recipient-removed', about: name }),
      both: (a, b) => recipientFacts(a, b, to.fields),
    }),
    ...compared(from.onDevice, to.onDevice, {
      added: ({ label }) => ({ fact: 'on-device-added', about: label }),
      removed: ({ label }) => ({ fact: 'on-device-removed', about: label }),
      both: () => [],
    }),
    ...rightsFacts(from.rights, to.rights),
    ...changed('controller-renamed', '', from.controller.company, to.controller.company),
    ...(['department', 'email', 'office', 'registeredAt'] as const).flatMap((name) =>
      changed('contact', name, from.controller[name], to.controller[name]),
    ),
  ];
}
