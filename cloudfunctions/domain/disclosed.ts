/** A delivery or a deletion that was asked of a recipient, as far as the person may know it. */
interface Asked {
  to: string;
  state: string;
  fields: readonly string[];
  createdAt: string;
  doneAt?: string | undefined;
  law?: string | undefined;
}

/** What became of what a person agreed to give. */
export interface Delivered {
  state: 'waiting' | 'done' | 'nothing';
  /** When something left last; ISO time. */
  at: string | null;
  /** Paths such as `accounts.phone`: what left, and what is covered by the grant and was not there to leave. */
  fields: string[];
  missing: string[];
}

/**
 * What really left to a recipient since the person agreed, out of the fields that the grant covers. Several deliveries
 * count together, for a corrected value leaves by itself; one that waits does not hide what left before it.
 */
export function deliveredTo(
  to: string,
  since: string,
  covered: readonly string[],
  rows: readonly Asked[],
): Delivered {
  const asked = rows.filter((row) => row.to === to && row.createdAt >= since);
  const done = asked.filter(({ state }) => state === 'done');
  const fields = covered.filter((path) => done.some((row) => row.fields.includes(path)));
  if (fields.length === 0) {
    const isOver = asked.length > 0 && asked.every(({ state }) => state === 'refused');
    return { state: isOver ? 'nothing' : 'waiting', at: null, fields: [], missing: [] };
  }
  const at =
    done
      .map(({ createdAt, doneAt = createdAt }) => doneAt)
      .sort()
      .at(-1) ?? null;
  return { state: 'done', at, fields, missing: covered.filter((path) => !fields.includes(path)) };
}

/** What became of asking a recipient to delete. */
export interface Recalled {
  /** `waiting`: it has not answered; `excused`: a law makes it keep what it has. */
  state: 'waiting' | 'done' | 'excused';
  /** When it was asked, or when that ended; ISO time. */
  at: string;
  /** Paths such as `accounts.phone`. */
  fields: readonly string[];
  law: string | null;
}

/**
 * What a recipient's answer to the deletions asked since the person last chose about it comes to: the oldest that still
 * waits, or else the last; null where none was asked (P51).
 */
export function recalledFrom(to: string, since: string, rows: readonly Asked[]): Recalled | null {
  const asked = rows
    .filter((row) => row.to === to && row.createdAt >= since)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const row = asked.find(({ state }) => state === 'waiting') ?? asked.at(-1);
  if (!row) return null;
  const { fields, createdAt, doneAt, law } = row;
  const state = row.state === 'done' || row.state === 'excused' ? row.state : 'waiting';
  return { state, at: state === 'waiting' ? createdAt : (doneAt ?? createdAt), fields, law: law ?? null };
}
