/** A deletion that was asked of a recipient, as far as the person may know it. */
interface Asked {
  to: string;
  state: string;
  fields: readonly string[];
  createdAt: string;
  doneAt?: string | undefined;
  law?: string | undefined;
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
