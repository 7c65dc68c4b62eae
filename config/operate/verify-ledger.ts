import {
  anchorDigest,
  checkAnchors,
  dayAfter,
  dayOf,
  type Anchor,
} from '../../cloudfunctions/domain/ledger-anchors';
import { dayChecker } from '../../cloudfunctions/domain/ledger-days';
import {
  collectFindings,
  together,
  type Collector,
  type Findings,
} from '../../cloudfunctions/domain/ledger-findings';
import { gt } from '../../cloudfunctions/platform/conditions';
import { orderedPages } from '../../cloudfunctions/platform/ordered-pages';
import type { Store } from '../../cloudfunctions/platform/store';
import { dataMap } from '../../src/contracts/data-map';
import { bornBefore } from '../../src/contracts/data-map/derive/sweep';
import { checkChains } from './verify-chains';

/** What a verification of the whole ledger came to. */
export interface LedgerVerdict extends Findings {
  /** Rows and chains that were read. */
  rows: number;
  subjects: number;
  /** Days held against their anchor. */
  days: number;
  /** Rows of days that are not over yet. */
  waiting: number;
  /** Anchors made in the future of the verifier's clock; they do not count. */
  future: number;
  /** Whether the anchors' signatures were checked: only where a public key was given. */
  areSignaturesChecked: boolean;
  /** The newest anchor, to be noted elsewhere: who knows it can tell later whether the past was written anew. */
  newest?: { id: string; digest: string };
}

const PAGE = 1000;
/**
 * What has outlived its life is not asked for. Chains go some time after their anchors, so before the first day only
 * the chains are judged; two days on, so that no month's length and no late timer makes a day half judged.
 */
function horizonOf(now: Date): { certificates: string; day: string } {
  const { anchors, ledger } = dataMap;
  const oldest = dayOf(bornBefore(anchors.fields.root.retain.for, now));
  return {
    certificates: bornBefore(ledger.fields.commitment.retain.for, now),
    day: dayAfter(dayAfter(oldest)),
  };
}

/** A few thousand at most: one a day for three years. */
async function readAnchors(store: Store): Promise<Anchor[]> {
  const anchors: Anchor[] = [];
  for (;;) {
    const filter = { seq: gt(anchors.at(-1)?.seq ?? 0) };
    const page = await store.find('anchors', filter, { orderBy: ['seq', 'asc'], limit: PAGE });
    anchors.push(...page);
    if (page.length < PAGE) return anchors;
  }
}

async function checkDays(store: Store, now: Date, publicKey: string | undefined, collector: Collector) {
  const anchors = await readAnchors(store);
  const counting = checkAnchors(anchors, now, publicKey, collector);
  const { day: from } = horizonOf(now);
  const checker = dayChecker(counting, from, collector);
  const only = ['_id', 'at', 'commitment'] as const;
  for await (const page of orderedPages(store, {
    collection: 'ledger',
    by: ['at', '_id'],
    after: from,
    only,
  }))
    for (const row of page) checker.row(row);
  const { anchored, waiting } = checker.end();
  const newest = counting.at(-1);
  return {
    days: anchored,
    waiting,
    future: anchors.filter(({ anchoredAt }) => anchoredAt > now.toISOString()).length,
    areSignaturesChecked: publicKey !== undefined,
    ...(newest && { newest: { id: newest._id, digest: anchorDigest(newest) } }),
  };
}

/**
 * Verifies the whole ledger through the store, in constant memory and while people go on: every chain against itself
 * and its account, every day against its anchor. `publicKey` is the signing key's public half in PEM. Throws `Fault`
 * when the database cannot be read.
 */
export async function verifyLedger(
  store: Store,
  now: Date,
  publicKey: string | undefined,
): Promise<LedgerVerdict> {
  const [ofChains, ofDays] = [collectFindings(), collectFindings()];
  const [chains, days] = await Promise.all([
    checkChains(store, horizonOf(now).certificates, ofChains),
    checkDays(store, now, publicKey, ofDays),
  ]);
  return { ...together(ofChains.result(), ofDays.result()), ...chains, ...days };
}
