import { working } from '../presets';

/** What the system keeps about something published, to do its work. */
export const published = { ...working, purpose: 'community' } as const;

/**
 * What a person wrote to be read by others: sealed under the own key all the same, so that erasing the author takes it
 * from every backup too (policy 8.3). Functions open it for whoever reads.
 */
export const written = {
  ...published,
  category: 'service',
  source: 'subject',
  store: 'sealed',
  access: 'show',
  correct: 'self',
  optional: true,
} as const;
