import { choosePlans, type Plan } from '../indexes/planner';
import { nearestFirst, distanceTo } from '../query/geo';
import { compileFilter, type Filter } from '../query/filter';
import { documentOrder } from '../query/sort';
import type { DatabaseStats, Document, SortSpec } from '../types';
import type { Collection } from './catalogue';
import type { Found, Records } from './records';

/** What to look for. */
export interface Search {
  filter: Document;
  sort: SortSpec;
  /** Infinity for all. */
  limit: number;
}

/** Puts other versions in place of some kept documents: what a transaction sees instead. */
export interface Overlay {
  /** By document key in latin1; undefined hides the kept document. */
  documents: ReadonlyMap<string, { key: Buffer; document: Document | undefined }>;
}

/**
 * A plan that has found as many has won its trial, as with MongoDB; where all are asked for, or nothing narrows it, it
 * must find all.
 */
const ENOUGH = 101;
const NO_OVERLAY: Overlay = { documents: new Map() };

/** Finds documents through the planner, and keeps the figures that show how. */
export class Searcher {
  readonly #records: Records;
  readonly stats: DatabaseStats = {
    ...{ reads: 0, scans: 0, scannedDocs: 0, examinedDocs: 0, lastScans: [] },
    mostInVain: { docs: 0, collection: '', fields: [] },
  };

  constructor(records: Records) {
    this.#records = records;
  }

  /** The first `limit` matches, in the order asked for. */
  find(collection: Collection, search: Search, overlay: Overlay = NO_OVERLAY): Found[] {
    const matches = compileFilter(search.filter);
    const near = nearestFirst(search.filter);
    const hasOrder = Object.keys(search.sort).length > 0;
    const size = (plan: Plan, most: number) => this.#sizeOf(collection, plan, most);
    const reads = (plan: Plan, most: number) =>
      near || (hasOrder && !plan.sorted)
        ? size(plan, most)
        : this.#readsOf(collection, plan, most, {
            matches,
            enough: plan.full || search.limit === Infinity ? search.limit : Math.min(search.limit, ENOUGH),
          });
    const plans = choosePlans(search.filter, search.sort, collection.indexes, { size, reads });
    const inOrder = !near && (!hasOrder || plans.every((plan) => plan.sorted));
    const needed = inOrder ? search.limit : Infinity;
    const before = this.stats.examinedDocs;
    const found = this.#gather(collection, plans, matches, needed, search.filter, overlay);
    this.#noteVain(
      collection,
      search,
      this.stats.examinedDocs - before - Math.min(found.length, search.limit),
    );
    const extra = [...overlay.documents.values()].flatMap(({ key, document }) =>
      document && matches(document) ? [{ key, document }] : [],
    );
    const all = [...found, ...extra];
    if (hasOrder && (!inOrder || extra.length)) {
      const order = documentOrder(search.sort);
      all.sort((a, b) => order(a.document, b.document));
    } else if (near) {
      const far = (one: Found) => distanceTo(one.document, near.path, near.centre) ?? Infinity;
      all.sort((a, b) => far(a) - far(b));
    }
    return search.limit === Infinity ? all : all.slice(0, search.limit);
  }

  #gather(
    collection: Collection,
    plans: Plan[],
    matches: Filter,
    needed: number,
    filter: Document,
    overlay: Overlay,
  ): Found[] {
    const found: Found[] = [];
    const seen =
      plans.length > 1 || plans.some((plan) => plan.index.multikey.length > 0)
        ? new Set<string>()
        : undefined;
    let examined = 0;
    let complete = true;
    for (const { key, document } of this.#candidates(collection, plans)) {
      if (found.length >= needed) {
        complete = false;
        break;
      }
      examined++;
      const id = key.toString('latin1');
      if (seen?.has(id) || overlay.documents.has(id)) continue;
      seen?.add(id);
      if (matches(document)) found.push({ key, document });
    }
    this.#note(collection, plans, filter, examined, complete && needed === Infinity);
    return found;
  }

  /** How many entries of a plan are read until so many match, counted up to `most`. */
  #readsOf(
    collection: Collection,
    plan: Plan,
    most: number,
    { matches, enough }: { matches: Filter; enough: number },
  ): number {
    let [reads, found] = [0, 0];
    for (const { document } of this.#candidates(collection, [plan])) {
      reads += 1;
      if (matches(document)) found += 1;
      if (found >= enough || reads >= most) break;
    }
    return reads;
  }

  /** How many entries a plan has, counted up to `most`. */
  #sizeOf(collection: Collection, { index: { name }, ranges }: Plan, most: number): number {
    const index = collection.indexes.find((kept) => kept.name === name);
    let size = 0;
    for (const range of ranges) {
      size += this.#records.size(collection, index, range, most - size);
      if (size >= most) break;
    }
    return size;
  }

  *#candidates(collection: Collection, plans: readonly Plan[]): Iterable<Found> {
    for (const plan of plans) {
      const index = collection.indexes.find((kept) => kept.name === plan.index.name);
      const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
      for (const range of ranges) yield* this.#records.range(collection, index, range, plan.reverse);
    }
  }

  #noteVain({ name }: Collection, { filter }: Search, docs: number): void {
    if (docs > this.stats.mostInVain.docs)
      this.stats.mostInVain = { docs, collection: name, fields: Object.keys(filter) };
  }

  /** A scan reads everything: it had nothing to narrow it, and either a filter to check or no limit to stop at. */
  #note(
    collection: Collection,
    plans: readonly Plan[],
    filter: Document,
    examined: number,
    unlimited: boolean,
  ): void {
    const { stats } = this;
    stats.reads++;
    stats.examinedDocs += examined;
    if (!plans.some((plan) => plan.full) || (Object.keys(filter).length === 0 && !unlimited)) return;
    stats.scans++;
    stats.scannedDocs += examined;
    stats.lastScans = [
      ...stats.lastScans.slice(-49),
      { collection: collection.name, fields: Object.keys(filter) },
    ];
  }
}
