import type { RecentRows } from '../doors/recent';

/** What differs in one collection since an earlier look. */
export interface Changes {
  /** Changed columns by row id; a new row has all of its columns. */
  columns: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rows more or fewer. */
  grown: number;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Compares two looks at a collection. A row that the earlier look did not reach counts as new. */
export function changesBetween(before: RecentRows | undefined, now: RecentRows): Changes {
  const earlier = new Map((before?.rows ?? []).map((row) => [row._id, row] as const));
  const columns = new Map<string, ReadonlySet<string>>();
  for (const row of now.rows) {
    const old = earlier.get(row._id);
    const changed = Object.keys(row).filter((column) => !same(old?.[column], row[column]));
    if (changed.length > 0) columns.set(row._id, new Set(changed));
  }
  return { columns, grown: now.count - (before?.count ?? 0) };
}
