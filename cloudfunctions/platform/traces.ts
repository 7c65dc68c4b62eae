import { dataMap } from '../../src/contracts/data-map';
import type { Collection, Facts } from '../../src/contracts/data-map/grammar';
import type { Trace } from '../../src/contracts/data-map/trace';
import type { Source } from '../../src/contracts/data-map/vocabulary';
import type { Row } from './store';

type AccountFacts = Facts<typeof dataMap.accounts>;
type FactName = keyof AccountFacts;
type Traces = Record<string, Trace>;

/** Facts that an operation used, and for whom: a key of `users` in the map, or a recipient's id. */
export interface Use {
  fields: readonly FactName[];
  by: string;
}

const { fields }: Collection = dataMap.accounts;

/** The facts whose way is remembered: those that a person can see. */
export const tracedFields = Object.keys(fields).filter(
  (name): name is FactName => fields[name]?.access !== 'omit',
);

/** Where facts come from: all of a change, or some of them each. */
export type Sources = Source | Partial<Record<FactName, Source>>;

const sourceOf = (name: string, from: Sources | undefined): Source =>
  (typeof from === 'object' ? from[name as FactName] : from) ?? fields[name]?.source ?? 'system';

/** The traces of facts that are collected now. */
export const tracesOf = (facts: Partial<AccountFacts>, now: Date, sources: Sources = {}): Traces =>
  Object.fromEntries(
    tracedFields
      .filter((name) => facts[name] !== undefined)
      .map((name) => [name, { at: now.toISOString(), source: sourceOf(name, sources) }]),
  );

interface Change {
  facts?: { [K in keyof AccountFacts]?: AccountFacts[K] | null };
  source?: Sources;
  used?: Use;
}

/**
 * An account's traces after a change: a new fact begins a trace, a cleared one loses it, and a use is noted on what is
 * held. A row from before there were traces is taken to be as old as the account. Undefined where nothing changes.
 */
export function tracesAfter(
  row: Row<'accounts'>,
  { facts = {}, source, used }: Change,
  now: Date,
): Traces | undefined {
  const at = now.toISOString();
  const traces: Traces = { ...row.traces };
  const changed = tracedFields.filter((name) => facts[name] !== undefined);
  for (const name of changed) {
    if (facts[name] === null) Reflect.deleteProperty(traces, name);
    else traces[name] = { at, source: sourceOf(name, source) };
  }
  const seen = (used?.fields ?? []).filter(
    (name) =>
      tracedFields.includes(name) && (row[name as keyof typeof row] ?? null) !== null && facts[name] !== null,
  );
  for (const name of seen) {
    const before = traces[name] ?? { at: row.registeredAt, source: sourceOf(name, undefined) };
    traces[name] = { ...before, usedAt: at, usedBy: used?.by ?? '' };
  }
  return changed.length + seen.length === 0 ? undefined : traces;
}
