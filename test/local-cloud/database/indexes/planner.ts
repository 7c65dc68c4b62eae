import type { Document, IndexField, SortSpec } from '../types';
import { isDocument } from '../values/bson-type';
import { encodeKey, invertKey, typeTag } from '../values/key-encoding';
import { constraintsOf, type Constraint } from './constraints';

/** A table to read: an index, or the documents themselves in `_id` order. */
export interface PlannedIndex {
  /** Undefined for the documents themselves. */
  name: string | undefined;
  fields: readonly IndexField[];
  /** The fields in which an array was ever indexed. */
  multikey: readonly string[];
}

/** Keys from `low` (included) up to `high` (excluded), without the table's prefix. */
export interface KeyRange {
  low: Buffer;
  high: Buffer;
}

/** How to find a filter's candidates; every candidate is still checked against the filter. */
export interface Plan {
  index: PlannedIndex;
  ranges: KeyRange[];
  reverse: boolean;
  /** Candidates come in the order asked for. */
  sorted: boolean;
  /** The whole collection, for no index narrows the reading. */
  full: boolean;
}

const MAX_RANGES = 1000;
const MAX_WAYS = 32;
const AFTER = Buffer.from([0xff]);
const EVERYTHING: KeyRange = { low: Buffer.alloc(0), high: AFTER };
/** The documents themselves, ordered by `_id`. */
const PRIMARY: PlannedIndex = {
  name: undefined,
  fields: [{ field: '_id', direction: 1 }],
  multikey: [],
};

/** Tries a plan on what is kept; each counts entries, up to `most`. */
export interface Trials {
  /** Those that it has. */
  size: (plan: Plan, most: number) => number;
  /** Those that it reads before it has answered. */
  reads: (plan: Plan, most: number) => number;
}

/** A plan by what its columns are worth. */
interface Candidate {
  plan: Plan;
  score: number;
}

/** Plans are tried so far, then eight times as far: what answers soon need not wait for what does not. */
const LEAST_TRIED = 32;
/** Where no plan has answered after as many entries, the first one is as good as any. */
const MOST_TRIED = 2048;

/** Chooses how to read: one plan, or one for each branch of an `$or` when every branch can use an index. */
export function choosePlans(
  filter: Document,
  sort: SortSpec,
  indexes: readonly PlannedIndex[],
  trials: Trials,
): Plan[] {
  const best = bestPlan(filter, sort, indexes, trials);
  const branches = filter['$or'];
  if (!best.full || !Array.isArray(branches)) return [best];
  const plans = branches.map((branch) => bestPlan(isDocument(branch) ? branch : {}, {}, indexes, trials));
  return plans.every((plan) => !plan.full) ? plans.map((plan) => ({ ...plan, sorted: false })) : [best];
}

/** By `_id` nothing else is tried. */
const BY_ID = 100;

/**
 * The best by its columns; where that does not come in the order asked for, of all that do or that narrow the reading
 * the one that has answered first, as MongoDB finds by trying its plans side by side.
 */
function bestPlan(filter: Document, sort: SortSpec, indexes: readonly PlannedIndex[], trials: Trials): Plan {
  const constraints = constraintsOf(filter);
  const candidates = [PRIMARY, ...indexes]
    .map((index) => {
      const [first, ...rest] = waysInto(index, constraints).map((way) => planFor(index, way, sort));
      return rest.reduce((best, way) => smaller(best, way, trials), first as Candidate);
    })
    .sort((a, b) => b.score - a.score);
  const [first, ...rest] = candidates;
  const { plan, score: highest } = first as Candidate;
  const others = rest.flatMap(({ plan: other, score }) =>
    score === highest || (!plan.sorted && (!other.full || other.sorted) && highest < BY_ID) ? [other] : [],
  );
  // What comes in the order asked for may stop at its limit, and no other one is tried.
  if (plan.full || plan.sorted || others.length === 0) return plan;
  // What must be sorted afterwards has not answered before it is read to its end.
  const ready = ({ sorted, full }: Plan) => Number(sorted && !full);
  const rivals = [plan, ...others].sort((a, b) => ready(b) - ready(a));
  for (let most = LEAST_TRIED; most <= MOST_TRIED; most *= 8) {
    const tried = rivals.map((rival) => ({ rival, reads: trials.reads(rival, most) }));
    const fewest = Math.min(...tried.map(({ reads }) => reads));
    const winner = tried.find(({ reads }) => reads === fewest && reads < most);
    if (winner) return { ...winner.rival, full: false };
  }
  return { ...(rivals[0] ?? plan), full: false };
}

/** The way into an index that has fewer entries; of two that have very many, the one that narrows more. */
function smaller(one: Candidate, other: Candidate, { size }: Trials): Candidate {
  const most = size(one.plan, MOST_TRIED);
  const least = size(other.plan, most);
  return least < most || (most === MOST_TRIED && other.score > one.score) ? other : one;
}

/**
 * The ways into an index where several values must all be in one array: only one of them narrows the reading, and which
 * one is as MongoDB finds by trying.
 */
function waysInto({ fields, multikey }: PlannedIndex, constraints: Map<string, Constraint[]>) {
  const several = fields.find(
    ({ field }) =>
      multikey.includes(field) &&
      (constraints.get(field) ?? []).filter(({ kind }) => kind === 'points').length > 1,
  );
  if (!several) return [constraints];
  const own = constraints.get(several.field) ?? [];
  return own
    .filter(({ kind }) => kind === 'points')
    .slice(0, MAX_WAYS)
    .map((one) => new Map(constraints).set(several.field, [one]));
}

function planFor(index: PlannedIndex, constraints: Map<string, Constraint[]>, sort: SortSpec): Candidate {
  let ranges: KeyRange[] = [EVERYTHING];
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let score = 0;
  let fixed = 0;
  for (const { field, direction } of index.fields) {
    const own = constraints.get(field) ?? [];
    const points = own.find((constraint) => constraint.kind === 'points');
    if (points) {
      const next = extend(prefixes, points.values, direction);
      if (next.length > MAX_RANGES) break;
      if (prefixes.length === 1 && next.length === 1) fixed++;
      prefixes = next;
      ranges = prefixes.map((prefix) => ({ low: prefix, high: Buffer.concat([prefix, AFTER]) }));
      score += index === PRIMARY ? BY_ID : 10;
      continue;
    }
    const bounds = rangeBounds(own, direction, index.multikey.includes(field));
    if (bounds) {
      ranges = prefixes.map((prefix) => ({
        low: Buffer.concat([prefix, bounds.low]),
        high: Buffer.concat([prefix, bounds.high]),
      }));
      score += 5;
    }
    break;
  }
  const order = sortOrder(index, fixed, constraints, sort, ranges.length);
  if (order !== 0) score += 3;
  return {
    plan: { index, ranges, reverse: order === -1, sorted: order !== 0, full: ranges[0] === EVERYTHING },
    score,
  };
}

function extend(prefixes: readonly Buffer[], values: readonly unknown[], direction: 1 | -1): Buffer[] {
  const keys = new Map(
    values
      .map((value) => encodeKey(value ?? null))
      .map((key) => [key.toString('latin1'), direction === 1 ? key : invertKey(key)]),
  );
  const ordered = [...keys.values()].sort((a, b) => Buffer.compare(a, b));
  return prefixes.flatMap((prefix) => ordered.map((key) => Buffer.concat([prefix, key])));
}

/** On an array two bounds may hold for two different elements, so only one of them narrows the reading. */
function rangeBounds(own: readonly Constraint[], direction: 1 | -1, multikey: boolean): KeyRange | undefined {
  const all = own.filter((constraint) => constraint.kind === 'range');
  const low = all.find((constraint) => constraint.low)?.low;
  const highest = all.find((constraint) => constraint.high)?.high;
  const high = multikey && low ? undefined : highest;
  const some = low ?? high;
  if (!some) return undefined;
  const tag = Buffer.from([typeTag(some.value)]);
  const sameType = !low || !high || typeTag(low.value) === typeTag(high.value);
  const lowKey = low ? afterIf(!low.inclusive, encodeKey(low.value), direction) : turn(tag, direction, false);
  const highKey =
    high && sameType ? afterIf(high.inclusive, encodeKey(high.value), direction) : turn(tag, direction, true);
  return direction === 1 ? { low: lowKey, high: highKey } : { low: highKey, high: lowKey };
}

/** The first key beyond all that start so, whatever byte comes next: an inverted end of a text is 0xff as well. */
function beyond(prefix: Buffer): Buffer {
  let last = prefix.length - 1;
  while (last >= 0 && prefix[last] === 0xff) last -= 1;
  if (last < 0) return AFTER;
  const next = Buffer.from(prefix.subarray(0, last + 1));
  next[last] = (next[last] ?? 0) + 1;
  return next;
}

/** The key just before or just after every key that starts so; turned round for a descending field. */
function turn(key: Buffer, direction: 1 | -1, after: boolean): Buffer {
  const turned = direction === 1 ? key : invertKey(key);
  return after === (direction === 1) ? beyond(turned) : turned;
}
const afterIf = (after: boolean, key: Buffer, direction: 1 | -1) => turn(key, direction, after);

/** 1 or -1 when reading the index forward or backward answers in the order asked for, else 0. */
function sortOrder(
  index: PlannedIndex,
  fixed: number,
  constraints: Map<string, Constraint[]>,
  sort: SortSpec,
  ranges: number,
): 1 | -1 | 0 {
  const isFixed = (field: string) =>
    constraints
      .get(field)
      ?.some((c) => c.kind === 'points' && c.values.length === 1 && c.values[0] !== null) ?? false;
  // By an array a row is sorted by its least or its greatest element, which no entry of the index tells.
  if (ranges > 1 || Object.keys(sort).some((field) => index.multikey.includes(field))) return 0;
  const wanted = Object.entries(sort).filter(
    ([field]) => !(isFixed(field) && index.fields.slice(0, fixed).some((f) => f.field === field)),
  );
  if (!Object.keys(sort).length) return 0;
  const available = index.fields.slice(fixed);
  const first = wanted[0];
  if (!first) return 1;
  const turned = available[0]?.direction === first[1] ? 1 : -1;
  const fits = wanted.every(([field, direction], i) => {
    const own = available[i];
    return own?.field === field && own.direction * turned === direction;
  });
  return fits ? turned : 0;
}
