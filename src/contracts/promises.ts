import { collectingPromises } from './promises/collecting';
import { documentPromises } from './promises/document';
import { keepingPromises } from './promises/keeping';
import { rightsPromises } from './promises/rights';
import { sharingPromises } from './promises/sharing';
import type { PolicyPromise } from './promises/promise';

export type { ControlPage, PolicyPromise } from './promises/promise';

/**
 * Every promise of the policy, P01 to P75. `kept` turns true together with the test that proves it, never before:
 * test/laws/promises.test.ts fails otherwise.
 */
export const promises = [
  ...collectingPromises,
  ...sharingPromises,
  ...keepingPromises,
  ...rightsPromises,
  ...documentPromises,
] as const satisfies readonly PolicyPromise[];

/** The id of a promise. */
export type PromiseId = (typeof promises)[number]['id'];

/** The promises that a section of the policy makes, in order. */
export const promisesOf = (section: string): readonly PolicyPromise[] =>
  promises.filter((promise) => promise.section === section);
