import type { CollectionPlan } from '../../src/contracts/data-map/derive/provision';
import type { Actual, Index } from './actual';
import type { Desired, FunctionRule } from './desired';
import { modelDiffers } from './data-models';
import { functionDiffers } from './function-difference';
import type { NewIndex, Found, Obstacle, Step } from './steps';

/** What separates an environment from what it must be. */
export interface Difference {
  /** In the order in which they are done. */
  steps: readonly Step[];
  /** What stands in the way and is nobody's to decide but the operator's. */
  obstacles: readonly Obstacle[];
  /** Indexes and timers that we know nothing of; they are left alone. */
  extra: readonly string[];
}

const CLOSED = 'ADMINONLY';
/** Rules of somebody's own, whose text would be lost. */
const CUSTOM = 'CUSTOM';
/** MongoDB's own, which every collection has, and the one that CloudBase adds by itself. */
const isOwn = (name: string) => name === '_id_' || name.startsWith('_openid');

const sameIndex = (one: Index, other: Index): boolean =>
  one.unique === other.unique && JSON.stringify(one.fields) === JSON.stringify(other.fields);

function collectionDiffers({ name, indexes }: CollectionPlan, actual: Actual, found: Found): NewIndex[] {
  const all = indexes.map((index) => ({ collection: name, index }));
  const stands = actual.collections.get(name);
  if (!stands) {
    found.steps.push({ do: 'create-collection', name });
    return all;
  }
  const named = new Map(stands.indexes.map((index) => [index.name, index]));
  const missing = all.filter(({ index }) => !named.has(index.name));
  for (const index of indexes) {
    const same = named.get(index.name);
    if (same && !sameIndex(index, same))
      found.obstacles.push({ is: 'other-index', collection: name, index: index.name });
  }
  // Rows without a single index of ours were written by something else, which bears the same name by chance.
  if (stands.rows > 0 && missing.length === indexes.length && indexes.length > 0) {
    found.obstacles.push({ is: 'foreign-collection', name, rows: stands.rows });
    return [];
  }
  if (stands.permission === CUSTOM) found.obstacles.push({ is: 'custom-rule', of: name });
  else if (stands.permission !== CLOSED)
    found.steps.push({ do: 'close-collection', name, was: stands.permission });
  found.extra.push(
    ...stands.indexes
      .filter((index) => !isOwn(index.name) && !indexes.some((wanted) => wanted.name === index.name))
      .map((index) => `${name}.${index.name}`),
  );
  return missing;
}

function storageDiffers({ storage }: Actual, found: Found): void {
  if (storage === CUSTOM) found.obstacles.push({ is: 'custom-rule', of: 'storage' });
  else if (storage !== CLOSED) found.steps.push({ do: 'close-storage', was: storage });
}

/** Everybody may call what nobody has ruled on, as CloudBase has it where there is no rule. */
const OPEN: FunctionRule = { '*': { invoke: true } };

/** Ours go into the rule that stands; what it says of others, and of those that it does not name, stays. */
function ruleDiffers(wanted: FunctionRule, { rule }: Actual, found: Found): void {
  if (rule === 'unreadable') {
    found.obstacles.push({ is: 'unreadable-rule' });
    return;
  }
  const differs = Object.keys(wanted).filter((name) => rule?.[name]?.invoke !== wanted[name]?.invoke);
  if (differs.length === 0) return;
  const shut = differs.filter((name) => wanted[name]?.invoke === false);
  const opened = differs.filter((name) => wanted[name]?.invoke === true);
  found.steps.push({ do: 'set-rule', rule: { ...(rule ?? OPEN), ...wanted }, shut, opened });
}

/**
 * What separates an environment from what it must be, in the order in which it is done. Pure: the same two give the
 * same steps, and an environment that is as it must be gives none. `accepted` names the variables whose loss the
 * operator means.
 */
export function differenceOf(
  desired: Desired,
  actual: Actual,
  accepted: ReadonlySet<string> = new Set(),
): Difference {
  const found: Found = { steps: [], obstacles: [], extra: [] };
  const indexes = desired.collections.flatMap((collection) => collectionDiffers(collection, actual, found));
  if (indexes.length > 0) found.steps.push({ do: 'create-indexes', indexes });
  if (desired.rule) storageDiffers(actual, found);
  for (const wanted of desired.functions) functionDiffers(wanted, actual, accepted, found);
  if (desired.rule) ruleDiffers(desired.rule, actual, found);
  for (const wanted of desired.models) modelDiffers(wanted, actual, found);
  return found;
}
