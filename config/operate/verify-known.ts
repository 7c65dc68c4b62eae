import type { Known } from '../../cloudfunctions/domain/ledger-chains';
import { gt } from '../../cloudfunctions/platform/conditions';
import type { Row, Store } from '../../cloudfunctions/platform/store';

const PAGE = 1000;

/** What is read of a subject outside the ledger. */
const columns = {
  accounts: ['_id', 'chain', 'status'],
  certificates: ['_id', 'certifiedAt'],
  erasures: ['_id', 'state'],
} as const;

interface Facts {
  account: Pick<Row<'accounts'>, 'chain' | 'status'> | undefined;
  certificate: Pick<Row<'certificates'>, 'certifiedAt'> | undefined;
  journal: Pick<Row<'erasures'>, 'state'> | undefined;
}

/**
 * A subject's rows are kept for their life after its certificate; who is certified longer has none to show. A journal
 * that says `certified` leaves the certificate to speak, for that was written first.
 */
const knownFrom = ({ account, certificate, journal }: Facts, horizon: string): Known => ({
  ...(account && { account }),
  isCertified: certificate !== undefined && certificate.certifiedAt >= horizon,
  isErasing: journal !== undefined && journal.state !== 'certified',
  horizon,
});

/** What the database says of one subject now. */
export async function readKnown(store: Store, subject: string, horizon: string): Promise<Known> {
  const filter = { _id: subject };
  const [account] = await store.find('accounts', filter, { limit: 1, only: columns.accounts });
  const [journal] = await store.find('erasures', filter, { limit: 1, only: columns.erasures });
  const [certificate] = await store.find('certificates', filter, { limit: 1, only: columns.certificates });
  return knownFrom({ account, certificate, journal }, horizon);
}

async function* pagesById<N extends keyof typeof columns, C extends keyof Row<N> & string>(
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

/** Rows with unique ids in the order of the id, one at a time. */
function inOrder<R extends { _id: string }>(pages: AsyncGenerator<R[]>) {
  let page: R[] = [];
  let at = 0;
  /** The row that comes next, without taking it. */
  async function peek(): Promise<R | undefined> {
    while (at >= page.length) {
      const next = await pages.next();
      if (next.done) return undefined;
      page = next.value;
      at = 0;
    }
    return page[at];
  }
  return {
    peek,
    /** Takes the row that comes next, if it is the one of this id. */
    async take(id: string): Promise<R | undefined> {
      const row = await peek();
      if (row?._id !== id) return undefined;
      at += 1;
      return row;
    },
  };
}

/**
 * Everyone whom the database knows outside the ledger, in the order of the id: readings walked side by side, in
 * constant memory. `next` takes the subject that comes next; `last` itself is answered too, whether or not anything is
 * known of it, and none after it.
 */
export function knownSubjects(store: Store, horizon: string) {
  const accounts = inOrder(pagesById(store, 'accounts', columns.accounts));
  const certificates = inOrder(pagesById(store, 'certificates', columns.certificates));
  const journals = inOrder(pagesById(store, 'erasures', columns.erasures));
  return {
    async next(last: string | undefined): Promise<{ id: string; known: Known } | undefined> {
      const ahead = [
        await accounts.peek(),
        await certificates.peek(),
        await journals.peek(),
        last && { _id: last },
      ];
      const [id] = ahead.flatMap((row) => (row ? [row._id] : [])).sort();
      if (id === undefined) return undefined;
      const facts = {
        account: await accounts.take(id),
        certificate: await certificates.take(id),
        journal: await journals.take(id),
      };
      return { id, known: knownFrom(facts, horizon) };
    },
  };
}
