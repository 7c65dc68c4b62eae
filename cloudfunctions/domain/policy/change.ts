import { changeKinds, type ChangeKind } from '../../../src/contracts/policy-change';
import { placeOf, allVersions } from './archive';
import { practiceFacts } from './change-practices';
import { textFacts } from './change-text';
import type { PublishedVersion } from './document';

interface FactClass {
  kind: ChangeKind;
  /**
   * Why it needs a new agreement: it takes something away from people, it wants a consent that did not exist, or it
   * reaches further with what there is. Null where being told is enough.
   */
  asks: 'shrinks' | 'new-consent' | 'wider' | null;
}

/** Everything that can differ between two versions and matters, with its class; section 10 of the policy. */
export const factClasses = {
  'purpose-on-consent-added': { kind: 'service', asks: 'new-consent' },
  'purpose-added': { kind: 'service', asks: null },
  'purpose-removed': { kind: 'service', asks: null },
  'purpose-changed': { kind: 'service', asks: 'wider' },
  'purpose-no-longer-chosen': { kind: 'service', asks: 'shrinks' },
  'field-added': { kind: 'service', asks: 'wider' },
  'field-removed': { kind: 'service', asks: null },
  'field-for-other-purpose': { kind: 'service', asks: 'wider' },
  'field-without-consent': { kind: 'service', asks: 'shrinks' },
  'field-on-other-basis': { kind: 'service', asks: null },
  'field-from-elsewhere': { kind: 'service', asks: 'wider' },
  'field-kept-longer': { kind: 'service', asks: 'wider' },
  'field-kept-shorter': { kind: 'service', asks: null },
  'field-less-protected': { kind: 'service', asks: 'wider' },
  'field-better-protected': { kind: 'service', asks: null },
  'on-device-added': { kind: 'service', asks: null },
  'on-device-removed': { kind: 'service', asks: null },
  'field-harder-to-see': { kind: 'rights', asks: 'shrinks' },
  'field-easier-to-see': { kind: 'rights', asks: null },
  'field-harder-to-correct': { kind: 'rights', asks: 'shrinks' },
  'field-easier-to-correct': { kind: 'rights', asks: null },
  'field-outlives-erasure': { kind: 'rights', asks: 'shrinks' },
  'field-erased-at-last': { kind: 'rights', asks: null },
  'recipient-on-consent-added': { kind: 'recipients', asks: 'new-consent' },
  'processor-added': { kind: 'recipients', asks: null },
  'recipient-removed': { kind: 'recipients', asks: null },
  'recipient-is-other': { kind: 'recipients', asks: 'wider' },
  'recipient-for-other-purpose': { kind: 'recipients', asks: 'wider' },
  'recipient-gets-more': { kind: 'recipients', asks: 'wider' },
  'recipient-gets-less': { kind: 'recipients', asks: null },
  'recipient-contact': { kind: 'recipients', asks: null },
  'request-kind-removed': { kind: 'rights', asks: 'shrinks' },
  'request-kind-added': { kind: 'rights', asks: null },
  'answer-later': { kind: 'rights', asks: 'shrinks' },
  'answer-sooner': { kind: 'rights', asks: null },
  'refusal-added': { kind: 'rights', asks: 'shrinks' },
  'refusal-removed': { kind: 'rights', asks: null },
  'exception-added': { kind: 'rights', asks: 'shrinks' },
  'exception-removed': { kind: 'rights', asks: null },
  'cooling-off-longer': { kind: 'rights', asks: 'shrinks' },
  'cooling-off-shorter': { kind: 'rights', asks: null },
  'right-section-removed': { kind: 'rights', asks: 'shrinks' },
  'right-case-removed': { kind: 'rights', asks: 'shrinks' },
  'controller-renamed': { kind: 'ownership', asks: null },
  ownership: { kind: 'ownership', asks: null },
  contact: { kind: 'contact', asks: null },
  impact: { kind: 'impact', asks: null },
} as const satisfies Record<string, FactClass>;

/** What a fact is called. */
export type FactName = keyof typeof factClasses;

/** One thing that differs: what it is called, about what, and from which value to which, in words people read. */
export interface ChangeFact {
  fact: FactName;
  about: string;
  from?: string;
  to?: string;
}

/** What a newer version changes for whoever lives under an older one. */
export interface PolicyChange {
  kinds: { kind: ChangeKind; facts: ChangeFact[] }[];
  /** The facts for which a new agreement is needed. */
  asks: ChangeFact[];
  /** Everyone who agreed to an older version, and guests on the home and the policy page, or nobody. */
  mustTell: 'everyone' | 'nobody';
  mustAgree: boolean;
  /** Whether the text differs at all. */
  rewritten: boolean;
}

/** The class of a change, from the facts alone. */
function classed(facts: ChangeFact[], rewritten: boolean): PolicyChange {
  const kinds = (Object.keys(changeKinds) as ChangeKind[])
    .map((kind) => ({ kind, facts: facts.filter(({ fact }) => factClasses[fact].kind === kind) }))
    .filter((entry) => entry.facts.length > 0);
  const asks = facts.filter(({ fact }) => factClasses[fact].asks !== null);
  return {
    kinds,
    asks,
    mustTell: kinds.length > 0 ? 'everyone' : 'nobody',
    mustAgree: asks.length > 0,
    rewritten,
  };
}

/**
 * What changes from one version to a later one: what is done (by the practices archived beside each), what the text
 * says of rights, and what the versions in between declare of themselves.
 */
export function changeBetween(
  from: PublishedVersion,
  to: PublishedVersion,
  between: readonly PublishedVersion[] = [],
): PolicyChange {
  const declared = [...between, to].flatMap(({ practices: { declared: said } }): ChangeFact[] => [
    ...(said.ownership === null ? [] : [{ fact: 'ownership' as const, about: said.ownership }]),
    ...(said.impact === null ? [] : [{ fact: 'impact' as const, about: said.impact }]),
  ]);
  const facts = [
    ...practiceFacts(from.practices, to.practices),
    ...textFacts(from.document.nodes, to.document.nodes),
    ...declared,
  ];
  return classed(facts, JSON.stringify(from.document.nodes) !== JSON.stringify(to.document.nodes));
}

/** The same between two archived versions by their places, the older first. */
export function changeSince(from: number, to: number): PolicyChange | undefined {
  const [older, newer] = [allVersions[from], allVersions[to]];
  return older && newer && from < to
    ? changeBetween(older, newer, allVersions.slice(from + 1, to))
    : undefined;
}

/** The same by their names; undefined where one is not archived or `to` is not the later. */
export const changeFrom = (from: string, to: string): PolicyChange | undefined =>
  changeSince(placeOf(from), placeOf(to));
