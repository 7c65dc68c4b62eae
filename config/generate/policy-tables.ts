import { policyTablesCopy as copy } from '../../cloudfunctions/copy/policy-tables';
import type { Practices } from '../../cloudfunctions/domain/policy/practices';
import type { PolicyNode } from '../../src/contracts/policy';
import { keptFor } from '../../src/contracts/data-map/derive/presentation';
import { recipientKinds } from '../../src/contracts/data-map/recipients';
import { bases, sources } from '../../src/contracts/data-map/vocabulary';

type Table = Extract<PolicyNode, { type: 'table' }>;
type Field = Practices['fields'][string];

/** Fields that share every other cell stand in one row, by whose they are: a phone cannot show a row for each. */
function grouped(fields: readonly Field[], cellsOf: (field: Field) => string[]): string[][] {
  const rows = new Map<string, { of: string; labels: string[]; cells: string[] }>();
  for (const field of fields) {
    const cells = cellsOf(field);
    const key = JSON.stringify([field.of, cells]);
    const row = rows.get(key) ?? { of: field.of, labels: [], cells };
    row.labels.push(field.label);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ of, labels, cells }) => [copy.fieldOf(of, labels), ...cells]);
}

const table = (head: readonly string[], rows: string[][]): Table => ({
  type: 'table',
  head: [...head],
  rows,
});

type Directive = (practices: Practices) => Table;

/** Every directive, as `{{name}}` in a version's Markdown: a table that says what is really done. */
const directives: Readonly<Record<string, Directive>> = {
  purposes: ({ purposes }) =>
    table(
      copy.purposes,
      Object.values(purposes).map(({ label, why, without, kind, sensitive }) => [
        label,
        why,
        without,
        sensitive ? copy.sensitive : copy[kind],
      ]),
    ),
  collected: ({ fields, purposes }) =>
    table(
      copy.collected,
      grouped(Object.values(fields), (field) => [
        purposes[field.purpose]?.label ?? field.purpose,
        bases[field.basis],
        sources[field.source],
        keptFor(field),
      ]),
    ),
  kept: ({ fields }) =>
    table(
      copy.kept,
      grouped(
        Object.values(fields).filter(({ erase }) => erase === 'keep-until'),
        (field) => [keptFor(field), field.because ?? ''],
      ),
    ),
  recipients: ({ recipients, fields }) =>
    table(
      copy.recipients,
      Object.values(recipients).map(({ name, kind, why, fields: given, contact, endedOn }) => [
        name,
        recipientKinds[kind],
        why,
        given.map((path) => fields[path]?.label ?? path).join('、'),
        contact,
        endedOn !== undefined
          ? copy.ended(endedOn)
          : kind === 'processor'
            ? copy.grantNotNeeded
            : copy.grantNeeded,
      ]),
    ),
  'on-device': ({ onDevice }) =>
    table(
      copy.onDevice,
      Object.values(onDevice).map(({ label, because }) => [label, because]),
    ),
  'not-collected': ({ notCollected }) =>
    table(
      copy.notCollected,
      Object.values(notCollected).map(({ label, because }) => [label, because]),
    ),
  requests: ({ rights }) =>
    table(
      copy.requests,
      Object.values(rights.requests).map(({ label, workingDays, calendarDays }) => [
        label,
        copy.workingDays(workingDays) + (calendarDays === null ? '' : copy.calendarDays(calendarDays)),
      ]),
    ),
  exceptions: ({ rights }) =>
    table(
      copy.exceptions,
      Object.values(rights.exceptions).map(({ label, law }) => [
        label,
        law === null ? copy.unlawful : copy.lawful(law),
      ]),
    ),
};

/** The names that a directive may have. */
export const directiveNames = Object.keys(directives);

/** The table that a directive stands for; undefined for a name that is none. */
export const tableOf = (name: string, practices: Practices): Table | undefined =>
  Object.hasOwn(directives, name) ? directives[name]?.(practices) : undefined;
