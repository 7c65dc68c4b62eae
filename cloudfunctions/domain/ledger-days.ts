import { dayOf, type Anchor } from './ledger-anchors';
import type { Collector } from './ledger-findings';
import { merkleTree, type MerkleTree } from './merkle';

/** A ledger row as the anchors see it. */
export interface DayRow {
  at: string;
  commitment: string;
}

/**
 * Checks every day against its anchor, from all rows in the order of (at, _id) and the anchors that count. Up to the
 * newest anchor's day each day with rows must have one; rows after it wait for theirs.
 */
export function dayChecker(counting: readonly Anchor[], from: string, { add }: Pick<Collector, 'add'>) {
  // Where a day was anchored again, the newest counts. What is left at the end had no rows.
  const unmet = new Map(counting.filter(({ day }) => day >= from).map((anchor) => [anchor.day, anchor]));
  const closed = counting.at(-1)?.day ?? '';
  let reading: { day: string; tree: MerkleTree } | undefined;
  let waiting = 0;
  let anchored = 0;

  const finished = () => {
    if (!reading) return;
    const { day, tree } = reading;
    const anchor = unmet.get(day);
    if (!anchor) {
      add('day-unanchored', day);
      return;
    }
    unmet.delete(day);
    anchored += 1;
    if (tree.size() < anchor.rows) add('day-short', day);
    else if (tree.size() > anchor.rows) add('day-extra', day);
    else if (tree.root() !== anchor.root) add('day-altered', day);
  };
  return {
    row({ at, commitment }: DayRow) {
      const day = dayOf(at);
      if (day > closed) {
        waiting += 1;
        return;
      }
      if (day !== reading?.day) {
        finished();
        reading = { day, tree: merkleTree() };
      }
      reading.tree.append(commitment);
    },
    /** After the last row: how many days agreed or not with their anchor, and rows that wait for one. */
    end() {
      finished();
      for (const { day, rows } of unmet.values()) if (rows > 0) add('day-short', day);
      return { anchored, waiting };
    },
  };
}
