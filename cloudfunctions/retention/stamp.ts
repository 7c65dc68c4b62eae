import type { Job } from '../platform/job';

/**
 * Rows that people fill by hand have no date of their own, so the first run that meets one gives it one; without it
 * their life would never end. Safe to repeat: only what has no date gets one.
 */
export const stampForms = ({ store, now }: Job) =>
  store.change('staff_decisions', { seenAt: null }, { seenAt: now.toISOString() });
