import type { CollectionPlan } from '../../src/contracts/data-map/derive/provision';
import type { Actual, ActualFunction, Index } from './actual';
import { UNFINISHED, type Desired, type DesiredFunction, type FunctionRule } from './desired';

/** An index to make, and where. */
export interface NewIndex {
  collection: string;
  index: Index;
}

/** One thing to do; each may be done twice. */
export type Step =
  | { do: 'create-collection'; name: string }
  | { do: 'close-collection'; name: string; was: string }
  | { do: 'create-indexes'; indexes: readonly NewIndex[] }
  | { do: 'close-storage'; was: string }
  | { do: 'create-function'; wanted: DesiredFunction }
  | { do: 'update-code'; wanted: DesiredFunction }
  | { do: 'update-config'; wanted: DesiredFunction; differs: readonly Setting[] }
  | { do: 'set-triggers'; wanted: DesiredFunction; stale: readonly string[] }
  | { do: 'set-rule'; rule: FunctionRule };

/** What a function's configuration can differ in; variables by their names alone. */
export type Setting =
  | { of: 'timeout' | 'memory'; was: number; becomes: number }
  | { of: 'variables'; changed: readonly string[] };

/** What stands in the way and is nobody's to decide but the operator's: nothing is ever dropped or taken over. */
export type Obstacle =
  | { is: 'other-index'; collection: string; index: string }
  | { is: 'foreign-collection'; name: string; rows: number }
  | { is: 'foreign-function'; name: string }
  | { is: 'other-runtime'; name: string; was: string; wanted: string }
  | { is: 'broken-function'; name: string; status: string };

export interface Difference {
  steps: readonly Step[];
  obstacles: readonly Obstacle[];
  /** Indexes and timers that we know nothing of; they are left alone. */
  extra: readonly string[];
}

const CLOSED = 'ADMINONLY';
/** MongoDB's own, which every collection has, and the one that CloudBase adds by itself. */
const isOwn = (name: string) => name === '_id_' || name.startsWith('_openid');

const sameIndex = (one: Index, other: Index): boolean =>
  one.unique === other.unique && JSON.stringify(one.fields) === JSON.stringify(other.fields);

interface Found {
  steps: Step[];
  indexes: NewIndex[];
  obstacles: Obstacle[];
  extra: string[];
}

function collectionDiffers({ name, indexes }: CollectionPlan, actual: Actual, found: Found): void {
  const all = indexes.map((index) => ({ collection: name, index }));
  const stands = actual.collections.get(name);
  if (!stands) {
    found.steps.push({ do: 'create-collection', name });
    found.indexes.push(...all);
    return;
  }
  const named = new Map(stands.indexes.map((index) => [index.name, index]));
  const others = indexes.filter(
    (index) => named.has(index.name) && !sameIndex(index, named.get(index.name) as Index),
  );
  const missing = all.filter(({ index }) => !named.has(index.name));
  found.obstacles.push(
    ...others.map((index) => ({ is: 'other-index', collection: name, index: index.name }) as const),
  );
  // Rows without a single index of ours were written by something else, which bears the same name by chance.
  if (stands.rows > 0 && missing.length === indexes.length && indexes.length > 0) {
    found.obstacles.push({ is: 'foreign-collection', name, rows: stands.rows });
    return;
  }
  found.indexes.push(...missing);
  if (stands.permission !== CLOSED)
    found.steps.push({ do: 'close-collection', name, was: stands.permission });
  found.extra.push(
    ...stands.indexes
      .filter((index) => !isOwn(index.name) && !indexes.some((wanted) => wanted.name === index.name))
      .map((index) => `${name}.${index.name}`),
  );
}

function settingsOf(wanted: DesiredFunction, stands: ActualFunction): Setting[] {
  const names = [...new Set([...Object.keys(wanted.variables), ...Object.keys(stands.variables)])].sort();
  const changed = names.filter((name) => wanted.variables[name] !== stands.variables[name]);
  return [
    ...(['timeout', 'memory'] as const).flatMap((of) =>
      wanted[of] === stands[of] ? [] : [{ of, was: stands[of], becomes: wanted[of] }],
    ),
    ...(changed.length === 0 ? [] : [{ of: 'variables', changed } as const]),
  ];
}

/** Why a function that stands cannot be touched as it is. */
function obstacleOf({ name, runtime }: DesiredFunction, stands: ActualFunction): Obstacle | undefined {
  if (/fail/i.test(stands.status)) return { is: 'broken-function', name, status: stands.status };
  if (!stands.release) return { is: 'foreign-function', name };
  if (stands.runtime !== runtime) return { is: 'other-runtime', name, was: stands.runtime, wanted: runtime };
  return undefined;
}

function functionDiffers(wanted: DesiredFunction, actual: Actual, found: Found): void {
  const stands = actual.functions.get(wanted.name);
  if (!stands) {
    found.steps.push({ do: 'create-function', wanted }, { do: 'update-config', wanted, differs: [] });
    if (wanted.triggers.length > 0) found.steps.push({ do: 'set-triggers', wanted, stale: [] });
    return;
  }
  const obstacle = obstacleOf(wanted, stands);
  if (obstacle) {
    found.obstacles.push(obstacle);
    return;
  }
  const differs = settingsOf(wanted, stands);
  const isOldCode = stands.release?.code !== wanted.code;
  if (isOldCode) found.steps.push({ do: 'update-code', wanted });
  // The release is written last, so that whatever breaks off before is found again.
  if (isOldCode || stands.release?.at === UNFINISHED || differs.length > 0)
    found.steps.push({ do: 'update-config', wanted, differs });
  const isRunning = ({ name, cron }: { name: string; cron: string }) =>
    stands.triggers.some((trigger) => trigger.name === name && trigger.cron === cron && trigger.isOn);
  const names = wanted.triggers.map(({ name }) => name);
  if (!wanted.triggers.every(isRunning))
    found.steps.push({
      do: 'set-triggers',
      wanted,
      stale: stands.triggers.map(({ name }) => name).filter((name) => names.includes(name)),
    });
  found.extra.push(
    ...stands.triggers
      .filter(({ name }) => !names.includes(name))
      .map(({ name }) => `${wanted.name}.${name}`),
  );
}

const sameRule = (one: FunctionRule | undefined, other: FunctionRule): boolean =>
  one !== undefined &&
  Object.keys({ ...one, ...other }).every((name) => one[name]?.invoke === other[name]?.invoke);

/**
 * What separates an environment from what it must be, in the order in which it is done. Pure: the same two give the
 * same steps, and an environment that is as it must be gives none.
 */
export function differenceOf(desired: Desired, actual: Actual): Difference {
  const found: Found = { steps: [], indexes: [], obstacles: [], extra: [] };
  for (const collection of desired.collections) collectionDiffers(collection, actual, found);
  if (found.indexes.length > 0) found.steps.push({ do: 'create-indexes', indexes: found.indexes });
  if (desired.rule && actual.storage !== CLOSED)
    found.steps.push({ do: 'close-storage', was: actual.storage });
  for (const wanted of desired.functions) functionDiffers(wanted, actual, found);
  if (desired.rule && !sameRule(actual.rule, desired.rule))
    found.steps.push({ do: 'set-rule', rule: desired.rule });
  return { steps: found.steps, obstacles: found.obstacles, extra: found.extra };
}
