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
  // Where a day was anchored again, the newest counts.
  const days = new Map(counting.filter(({ day }) => day >= from).map((anchor) => [anchor.day, anchor]));
  const closed = counting.at(-1)?.day ?? '';
  const expected = [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  let reading: { day: string; tree: MerkleTree } | undefined;
  let waiting = 0;
  let anchored = 0;

  /** Days before this one that should have had rows. */
  const passed = (day: string) => {
    for (let next = expected[0]; next && next.day < day; next = expected[0]) {
      expected.shift();
      if (next.rows > 0) add('day-short', next.day);
    }
  };
  const finished = () => {
    if (!reading) return;
    const { day, tree } = reading;
    passed(day);
    const anchor = days.get(day);
    if (!anchor) {
      add('day-unanchored', day);
      return;
    }
    expected.shift();
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
      passed('~');
      return { anchored, waiting };
    },
  };
}
