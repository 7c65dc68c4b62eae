import { changeKinds, type PolicyNews, type PresentedChange } from '../../../src/contracts/policy-change';
import { policyChangeCopy as copy } from '../../copy/policy-change';
import type { stateOf } from './archive';
import type { ChangeFact, PolicyChange } from './change';
import type { News } from './terms';

/** Whether the version that a change leads to counts: before, now, or not yet. */
type State = ReturnType<typeof stateOf>;

function summaryOf({ kinds, mustAgree, rewritten }: PolicyChange, state: State): string {
  if (kinds.length > 0)
    return copy.summary(
      kinds.map(({ kind }) => kind),
      mustAgree ? state : 'nothing',
    );
  return rewritten ? copy.nothing : copy.same;
}

/**
 * Fields of one collection about which the same is said are named together: a list of forty lines would not be read.
 */
function together(facts: readonly ChangeFact[]): string[] {
  const groups = new Map<string, ChangeFact>();
  for (const fact of facts) {
    const [of = '', label] = fact.about.split('·', 2);
    const key = JSON.stringify([fact.fact, label === undefined ? fact.about : of, fact.from, fact.to]);
    const before = groups.get(key);
    const isMore = before !== undefined && label !== undefined;
    groups.set(key, isMore ? { ...before, about: `${before.about}、${label}` } : fact);
  }
  return [...groups.values()].map(copy.fact);
}

/** A change in the sentences that people read; only one that is in force asks for something now. */
export const presentChange = (change: PolicyChange, state: State): PresentedChange => ({
  kinds: change.kinds.map(({ kind, facts }) => ({
    kind,
    label: changeKinds[kind],
    facts: together(facts),
  })),
  asks: together(change.asks),
  mustAgree: change.mustAgree,
  summary: summaryOf(change, state),
});

/** A guest has agreed to nothing, so nothing is asked again and no older terms go on: only that a version is new. */
const guestSummaryOf = (change: PolicyChange | undefined): string =>
  change ? summaryOf({ ...change, mustAgree: false }, 'in-force') : copy.unknownToGuest;

const unknown: PresentedChange = { kinds: [], asks: [], mustAgree: true, summary: copy.unknownSince };

/** What someone is told of a newer version, as a part of the session's answer; only a member can be asked to agree. */
export function presentNews(news: News | null, reader: 'member' | 'guest'): { policyNews?: PolicyNews } {
  if (!news) return {};
  const { version, since, state, change } = news;
  const presented = change ? presentChange(change, state) : unknown;
  return {
    policyNews: {
      ...presented,
      ...(reader === 'guest' && { summary: guestSummaryOf(change) }),
      mustAgree: presented.mustAgree && reader === 'member' && state === 'in-force',
      version: version.document.version,
      since,
      effectiveOn: version.document.effectiveOn,
      state,
    },
  };
}
