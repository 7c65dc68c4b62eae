import type { Recipient } from '../../src/contracts/data-map/recipients';
import type { ConsentPurpose } from '../../src/contracts/data-map/vocabulary';

/**
 * What a child's account may be granted beyond the basics (P66). A child cannot consent alone, and the guardian's
 * consent covers the basics only (PIPL 31), so nothing is; a new purpose does not compile until somebody decides here.
 */
export const childPurposes: Readonly<Record<ConsentPurpose, boolean>> = {
  locate: false,
  'location-tag': false,
  'same-city': false,
  analytics: false,
};

/** To whom a child's data may go: to whoever works for us alone (PIPL 21), never to anyone with ends of their own. */
export const childRecipients: Readonly<Record<Recipient['kind'], boolean>> = {
  processor: true,
  partner: false,
  affiliate: false,
  successor: false,
};

interface Aged {
  age: 'adult' | 'teen' | 'child';
}

/** Whether a person of this age may turn a purpose on; off is always allowed. */
export const mayChoose = ({ age }: Aged, purpose: ConsentPurpose): boolean =>
  age !== 'child' || childPurposes[purpose];

/** Whether anything of a person of this age may go to a recipient by consent. */
export const mayReceive = ({ age }: Aged, { kind }: Pick<Recipient, 'kind'>): boolean =>
  age !== 'child' || childRecipients[kind];
