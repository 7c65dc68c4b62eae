/** The time every function and every `serverDate` lives in: the machine's own, or a shifted one that keeps running. */
export interface Clock {
  now(): Date;
  /** Milliseconds between this clock and the machine's. */
  offset(): number;
  /** Travels to an instant, or back to the machine's time with null. */
  travel(to: Date | null): void;
}

/** A clock at the machine's time. Travel is not kept over a restart. */
export function createClock(): Clock {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    offset: () => offset,
    travel: (to) => {
      offset = to === null ? 0 : to.getTime() - Date.now();
    },
  };
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Reads an ISO instant with a zone; undefined when the text is not one. A zoneless time would mean two instants. */
export function parseInstant(text: unknown): Date | undefined {
  if (typeof text !== 'string' || !ISO_INSTANT.test(text)) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
