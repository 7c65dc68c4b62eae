import { needsGrant } from '../../cloudfunctions/domain/sharing';
import { leakOf } from '../../cloudfunctions/retention/incident-field';
import { dataMap } from '../../src/contracts/data-map';
import { accountPath, labelAt } from '../../src/contracts/data-map/derive/field-path';
import { givable, importable } from '../../src/contracts/data-map/derive/operator-fields';
import { exceptions, lawfulExceptions } from '../../src/contracts/data-map/exceptions';
import type { Collection } from '../../src/contracts/data-map/grammar';
import { recipients, type Recipient } from '../../src/contracts/data-map/recipients';
import { operator as operations } from '../../src/contracts/operator';

/** The words that a member takes, each with what it means. */
type Choices = Readonly<Record<string, string>>;

const table: readonly [string, Recipient][] = Object.entries(recipients);
const named = (among: readonly [string, Recipient][]): Choices =>
  Object.fromEntries(among.map(([id, { name }]) => [id, name]));
const labelled = (paths: readonly string[]): Choices =>
  Object.fromEntries(paths.map((path) => [path, labelAt(path)]));

const shared = table.filter(([, recipient]) => needsGrant(recipient));
const lawful: Choices = Object.fromEntries(lawfulExceptions.map((id) => [id, exceptions[id].label]));

/** Each field that a breach can be of, as `collection.field`, with the collection's label and its own. */
export const leakable: Choices = Object.fromEntries(
  (Object.values(dataMap) as Collection[]).flatMap(({ name, label, fields }) =>
    Object.entries(fields).flatMap(([field, declared]) => {
      const path = `${name}.${field}`;
      const isNameable = operations.incident.input.shape.field.safeParse(path).success;
      return isNameable && leakOf(path).ok ? [[path, `${label}：${declared.label}`]] : [];
    }),
  ),
);

/**
 * What may be written where the contract takes any text and the tables decide, by operation and member; what the
 * contract itself enumerates is read off its schema.
 */
export const choices: Partial<Record<keyof typeof operations, Readonly<Record<string, Choices>>>> = {
  deliver: {
    recipient: named(shared),
    fields: labelled([...new Set(shared.flatMap(([, { fields }]) => fields))]),
  },
  disclose: { exception: lawful, fields: labelled(givable) },
  import: {
    field: Object.fromEntries(importable.map((name) => [name, labelAt(accountPath(name))])),
    exception: lawful,
  },
  handover: { recipient: named(table.filter(([, { kind }]) => kind === 'successor')) },
  settleAltered: {
    how: { accept: '照现在的样子算数', close: '照存证了结：没答复的重新登记，答复过的改回原样' },
  },
  incident: { field: leakable },
  incidentErased: { field: leakable },
  incidentNotify: { field: leakable },
};
