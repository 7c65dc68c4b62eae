import type { Failure } from '@/contracts/result';

/** China keeps one time all year. */
const BEIJING_MS = 8 * 3_600_000;

/** An ISO instant as year, month, day and clock in Beijing; without a calendar's library, which few packages have. */
export function beijingClock(iso: string): [number, number, number, string] {
  const [day = '', time = ''] = new Date(Date.parse(iso) + BEIJING_MS).toISOString().split('T');
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date, time.slice(0, 5)];
}

/** Whether a call never reached the server, so that an earlier answer is better than none. */
export const isOffline = (failure: Failure | undefined): boolean => failure?.code === 'NETWORK';

/** An answer that the phone kept, and when it was read. */
export interface Kept<T> {
  at: string;
  data: T;
}

/**
 * The form of what is kept. To be raised whenever the shape of one of them changes: the phone checks no contract, so
 * what an older version of the mini program kept must be as if it were not there.
 */
const FORM = 1;

/** What is put into storage for an answer that was read now, or at a time before. */
export const keptNow = (data: unknown, at = new Date().toISOString()): string =>
  JSON.stringify({ form: FORM, at, data });

/** The same taken out again; undefined where there is none of today's form. */
export function openKept<T>(text: string | undefined): Kept<T> | undefined {
  if (text === undefined) return undefined;
  try {
    const { form, at, data } = JSON.parse(text) as Partial<Kept<T>> & { form?: unknown };
    return form === FORM && at !== undefined && data !== undefined ? { at, data } : undefined;
  } catch {
    return undefined;
  }
}
