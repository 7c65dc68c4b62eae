import type { Life } from '../doors/life';

/** The eight steps of an account's life, in order. */
export const steps = [
  'browse',
  'register',
  'city',
  'consent',
  'copy',
  'decision',
  'deregister',
  'erased',
] as const;

export type Step = (typeof steps)[number];

const DECIDED = ['request.approved', 'request.partly', 'request.refused', 'request.replied'];

/** Which steps the stored rows prove done. Browsing leaves no row, so whether the phone opened must be told. */
export function doneSteps(life: Life, hasBrowsed: boolean): Record<Step, boolean> {
  const has = (type: string): boolean => (life.events[type] ?? 0) > 0;
  return {
    browse: hasBrowsed,
    register: has('account.registered'),
    city: has('account.city-switched'),
    consent: has('consent.granted') && has('consent.withdrawn'),
    copy: life.requests.includes('copy'),
    decision: DECIDED.some(has),
    // An account that was restored has to be deregistered again.
    deregister: life.status === 'frozen' || life.status === 'erasing' || life.certifiedAt !== null,
    erased: life.certifiedAt !== null,
  };
}

/** The first step that is still open; undefined when the life is complete. */
export const nextStep = (done: Record<Step, boolean>): Step | undefined => steps.find((step) => !done[step]);
