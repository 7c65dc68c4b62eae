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
import type { Row, Store } from '../../cloudfunctions/platform/store';

const chainColumns = ['_id', 'subject', 'seq', 'type', 'at', 'previous', 'digest', 'commitment'] as const;
const PAGE = 1000;
/** How often a chain is read again while its person is at work on it. */
const MOST_TRIES = 5;

/** Rows with unique ids in the order of the id, one at a time. */
function inOrder<R extends { _id: string }>(pages: AsyncGenerator<R[]>) {
  let page: R[] = [];
  let at = 0;
  return {
    /** The row that comes next, without taking it. */
    async peek(): Promise<R | undefined> {
      while (at >= page.length) {
        const next = await pages.next();
        if (next.done) return undefined;
        page = next.value;
        at = 0;
      }
      return page[at];
    },
    take() {
      at += 1;
    },
  };
}

async function* pagesById<N extends 'accounts' | 'certificates', C extends keyof Row<N> & string>(
  store: Store,
  collection: N,
  only: readonly C[],
): AsyncGenerator<Pick<Row<N>, C>[]> {
  for (let after = ''; ;) {
    const reading = { orderBy: ['_id', 'asc'] as const, limit: PAGE, only };
    const rows = await store.find(collection, { _id: gt(after) }, reading);
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?._id ?? '';
    if (rows.length < PAGE) return;
  }
}

/** A subject's rows are kept for their life after its certificate; who is certified longer has none to show. */
const isRecent = (certificate: Pick<Row<'certificates'>, 'certifiedAt'> | undefined, horizon: string) =>
  certificate !== undefined && certificate.certifiedAt >= horizon;

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

async function readKnown(store: Store, subject: string, horizon: string): Promise<Known> {
  const filter = { _id: subject };
  const [account] = await store.find('accounts', filter, { limit: 1, only: ['_id', 'chain', 'status'] });
  const [certificate] = await store.find('certificates', filter, { limit: 1, only: ['_id', 'certifiedAt'] });
  return { ...(account && { account }), isCertified: isRecent(certificate, horizon) };
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
 * Checks every chain against itself and against its account or certificate: three readings in the order of the subject,
 * walked side by side. `horizon` is the instant before which a certificate's chain has outlived its life.
 */
export async function checkChains(store: Store, horizon: string, collector: Collector) {
  const accounts = inOrder(pagesById(store, 'accounts', ['_id', 'chain', 'status']));
  const certificates = inOrder(pagesById(store, 'certificates', ['_id', 'certifiedAt']));
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
  /** The subject that comes next in accounts or certificates, before `subject` or at all. */
  async function known(subject: string | undefined): Promise<{ id: string; known: Known } | undefined> {
    const [account, certificate] = [await accounts.peek(), await certificates.peek()];
    const ids = [account?._id, certificate?._id].filter((id) => id !== undefined).sort();
    const id = subject !== undefined && (ids[0] === undefined || ids[0] > subject) ? subject : ids[0];
    if (id === undefined) return undefined;
    const facts: Known = { isCertified: certificate?._id === id && isRecent(certificate, horizon) };
    if (account?._id === id) {
      facts.account = account;
      accounts.take();
    }
    if (certificate?._id === id) certificates.take();
    return { id, known: facts };
  }
  async function closeUpTo(state: ChainState | undefined): Promise<void> {
    for (let next = await known(state?.subject); next; next = await known(state?.subject)) {
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
