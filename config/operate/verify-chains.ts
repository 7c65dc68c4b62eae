import {
  emptyChain,
  judged,
  withRow,
  type ChainState,
  type Known,
} from '../../cloudfunctions/domain/ledger-chains';
import type { Collector } from '../../cloudfunctions/domain/ledger-findings';
import { gt } from '../../cloudfunctions/platform/conditions';
import { orderedPages } from '../../cloudfunctions/platform/ordered-pages';
import type { Store } from '../../cloudfunctions/platform/store';
import { knownSubjects, readKnown } from './verify-known';

const place = ['_id', 'subject', 'seq', 'type', 'at', 'previous'] as const;
/** The content is read for its digest alone; nothing here has the key. */
const chainColumns = [...place, 'digest', 'sealed', 'commitment', 'content'] as const;
const PAGE = 1000;
/** How often a chain is read again while its person is at work on it. */
const MOST_TRIES = 5;

const sameChain = (a: Known['account'], b: Known['account']) =>
  a?.chain.head === b?.chain.head && a?.status === b?.status;

async function readChain(store: Store, subject: string): Promise<ChainState> {
  let state = emptyChain(subject);
  for (let after = -1; ;) {
    const filter = { subject, seq: gt(after) };
    const rows = await store.find('ledger', filter, {
      orderBy: ['seq', 'asc'],
      limit: PAGE,
      only: chainColumns,
    });
    for (const row of rows) state = withRow(state, row);
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < PAGE) return state;
  }
}

/**
 * Reads a chain again where the first reading found something wrong: people go on while the ledger is read, so a row
 * may have come between the chain and its account. Only what stands while the account stands still is a finding.
 */
async function readAgain(store: Store, subject: string, horizon: string) {
  let known = await readKnown(store, subject, horizon);
  for (let tries = 1; ; tries += 1) {
    const state = await readChain(store, subject);
    const since = await readKnown(store, subject, horizon);
    if (sameChain(known.account, since.account) || tries === MOST_TRIES) return judged(state, since);
    known = since;
  }
}

/**
 * Checks every chain against itself and against its account, certificate or journal: readings in the order of the
 * subject, walked side by side. `horizon` is the instant before which a certificate's chain has outlived its life.
 */
export async function checkChains(store: Store, horizon: string, collector: Collector) {
  const others = knownSubjects(store, horizon);
  let rows = 0;
  let subjects = 0;

  async function close(state: ChainState, known: Known): Promise<void> {
    if (state.chain.seq > 0) subjects += 1;
    if (!judged(state, known)) return;
    const finding = collector.isFull()
      ? judged(state, known)
      : await readAgain(store, state.subject, horizon);
    if (finding) collector.add(finding.fault, finding.place);
  }
  async function closeUpTo(state: ChainState | undefined): Promise<void> {
    for (let next = await others.next(state?.subject); next; next = await others.next(state?.subject)) {
      if (next.id === state?.subject) return close(state, next.known);
      await close(emptyChain(next.id), next.known);
    }
  }

  let state: ChainState | undefined;
  const pages = orderedPages(store, { collection: 'ledger', by: ['subject', 'seq'], only: chainColumns });
  for await (const page of pages) {
    rows += page.length;
    for (const row of page) {
      if (state?.subject !== row.subject) {
        if (state) await closeUpTo(state);
        state = emptyChain(row.subject);
      }
      state = withRow(state, row);
    }
  }
  if (state) await closeUpTo(state);
  await closeUpTo(undefined);
  return { rows, subjects };
}
