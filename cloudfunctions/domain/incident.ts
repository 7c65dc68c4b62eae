import type { Field } from '../../src/contracts/data-map/grammar';
import type { EventType } from '../../src/contracts/events';

/**
 * When strangers could reach the data; both ends are ISO instants in UTC with milliseconds, so that they compare as
 * text.
 */
export interface Breach {
  from: string;
  to: string;
}

/** What is known about one field of one person. */
export interface Holding {
  registeredAt: string;
  /** Since when the value that is there now is there; absent when there is none. */
  since?: string | undefined;
  /** Whether a value came with registration; absent where nobody wrote it down. */
  given?: boolean | undefined;
  /** Every later change, oldest first: another value, or none any more. */
  changes: readonly { at: string; there: boolean }[];
}

/** The events that change an account's field; what no person can see comes and goes without one. */
export const changesOf = (field: string): readonly EventType[] => {
  if (field === 'phone') return ['account.phone-changed'];
  if (field === 'city') return ['account.city-switched', 'account.corrected', 'account.imported'];
  return ['account.corrected', 'account.imported'];
};

/**
 * Whether a field counts as held as long as there is an account: it is needed, or it is a column of the system's own,
 * of which no event says when it came. PIPL 57 wants people told of what may have leaked, not only of what surely did.
 */
export const isAlwaysHeld = ({ optional, access }: Pick<Field, 'optional' | 'access'>): boolean =>
  optional !== true || access === 'omit';

/** A value that is there throughout the breach needs no look at its history. */
export const isPlain = ({ since }: Pick<Holding, 'since'>, { from }: Breach): boolean =>
  since !== undefined && since <= from;

/** Every value that ever lay there: from when, and until when unless it still does. */
function valuesOf({ registeredAt, since, given, changes }: Holding): { from: string; until?: string }[] {
  // Unknown counts as there: PIPL 57 wants people told of what may have leaked, not only of what surely did.
  const atStart = given ?? (changes.length > 0 || since !== undefined);
  const states = [{ at: registeredAt, there: atStart }, ...changes];
  return states.flatMap(({ at, there }, index) => {
    const until = states[index + 1]?.at;
    return there ? [{ from: at, ...(until !== undefined && { until }) }] : [];
  });
}

/**
 * Since when the first value that a breach could reach had been there, or undefined for a person who is not affected: a
 * value counts when it came before the breach was over and did not go before it began (P44).
 */
export function reachedSince(holding: Holding, breach: Breach): string | undefined {
  if (isPlain(holding, breach)) return holding.since;
  const reached = valuesOf(holding).find(
    ({ from, until }) => from <= breach.to && (until === undefined || until > breach.from),
  );
  return reached?.from;
}

/**
 * Whether somebody who is erased by now was there: the account began before the breach was over, and ended after its
 * begin.
 */
export const wasThere = (begunAt: string, erasedAt: string, { from, to }: Breach): boolean =>
  begunAt <= to && erasedAt > from;
