const MINUTE_MS = 60_000;
const LONGEST_MS = 24 * 60 * MINUTE_MS;
const PAUSE_MS = 6 * 60 * MINUTE_MS;

/** After so many tries a message or a delivery is given up, and a deletion reported each time. */
export const MOST_TRIES = 8;

/** When to try again, as ISO time: two minutes after the first try, then twice as long each time, at most a day. */
export const afterTry = (now: Date, tries: number): string =>
  new Date(now.getTime() + Math.min(MINUTE_MS * 2 ** tries, LONGEST_MS)).toISOString();

/**
 * When to look again, as ISO time, at what cannot leave yet and is no try: a closed account, a recipient not connected.
 */
export const afterPause = (now: Date): string => new Date(now.getTime() + PAUSE_MS).toISOString();
