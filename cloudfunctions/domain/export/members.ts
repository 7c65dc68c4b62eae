import { labelAt } from '../../../src/contracts/data-map/derive/field-path';
import { exceptions } from '../../../src/contracts/data-map/exceptions';
import { recipients } from '../../../src/contracts/data-map/recipients';
import { purposeLabel } from '../../../src/contracts/data-map/vocabulary';
import { refusalReasons, requestKinds } from '../../../src/contracts/request-vocabulary';
import { decisions } from '../../../src/contracts/decisions';
import { agreed } from '../../../src/contracts/receipt';
import { staffRoles } from '../../../src/contracts/staff-roles';
import { exportCopy } from '../../copy/export';
import { cityInWords } from '../../../src/contracts/city-names';
import { momentInWords } from './moments';

type Words = Readonly<Record<string, string>>;
type Say = (value: string) => string;

/** What the codes of a table mean. */
export const labelsOf = (table: Readonly<Record<string, { label: string }>>): Words =>
  Object.fromEntries(Object.entries(table).map(([code, { label }]) => [code, label]));

/** A code by its table; one that the table does not know stays as it is. */
export const wordIn =
  (words: Words): Say =>
  (code) =>
    Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** A field's name by its path, or by its own name where it is one of an account, of a request or of its pictures. */
export function fieldInWords(name: string): string {
  const paths = name.includes('.')
    ? [name]
    : [`accounts.${name}`, `requests.${name}`, `request_attachments.${name}`];
  const known = paths.find((path) => labelAt(path) !== path);
  return known === undefined ? name : labelAt(known);
}

/** A recipient by its name; an authority is named already. */
export const recipientInWords: Say = wordIn(
  Object.fromEntries(Object.entries(recipients).map(([id, { name }]) => [id, name])),
);

/** A list of fields by their names; anything else stays as it is. */
export function fieldsInWords(value: unknown): string {
  const names = Array.isArray(value) ? value.map((name) => fieldInWords(String(name))) : [String(value)];
  return names.join(exportCopy.and);
}

const asIs: Say = (value) => value;

/** What was agreed to, as the event holds it. */
function agreedInWords(json: string): string {
  const { success, data } = agreed.safeParse(objectIn(json));
  if (!success) return json;
  const { why, fields } = data;
  return [why, fields.map(({ label }) => label).join(exportCopy.and)].filter((part) => part !== '').join(' ');
}

/** How each member of an event reads. Digests and random ids are not here: they say nothing to a person. */
const says = {
  recipient: recipientInWords,
  given: fieldsInWords,
  fields: fieldsInWords,
  heldBack: fieldsInWords,
  field: fieldInWords,
  value: wordIn(exportCopy.ages),
  cleared: wordIn(exportCopy.yesOrNo),
  purpose: purposeLabel,
  agreed: agreedInWords,
  age: wordIn(exportCopy.ages),
  relationship: wordIn(exportCopy.relationships),
  policyVersion: asIs,
  from: momentInWords,
  to: momentInWords,
  consentedAt: momentInWords,
  eraseAfter: momentInWords,
  city: cityInWords,
  kind: wordIn(labelsOf(requestKinds)),
  verifiedBy: wordIn(exportCopy.verifiedBy),
  decision: wordIn(labelsOf(decisions)),
  reasonCode: wordIn(labelsOf(refusalReasons)),
  role: wordIn(labelsOf(staffRoles)),
  reason: asIs,
  authority: asIs,
  exception: wordIn(labelsOf(exceptions)),
  document: asIs,
  law: asIs,
  consentReference: asIs,
  reference: asIs,
} as const satisfies Record<keyof typeof exportCopy.members, (value: never) => string>;

const isMember = (name: string): name is keyof typeof says => Object.hasOwn(says, name);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object that a text is the JSON of, or undefined. */
export function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isObject(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** What an event or a filled form says, member by member; empty where it says nothing but digests and ids. */
export const membersInWords = (members: Readonly<Record<string, unknown>>): string =>
  Object.entries(members)
    .flatMap(([name, value]) => {
      if (!isMember(name) || value === null) return [];
      const say = says[name] as (value: unknown) => string;
      return [
        exportCopy.member(
          exportCopy.members[name],
          say(typeof value === 'string' || Array.isArray(value) ? value : JSON.stringify(value)),
        ),
      ];
    })
    .join(exportCopy.then);
