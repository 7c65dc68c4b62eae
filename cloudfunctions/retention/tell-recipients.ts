import { dataMap } from '../../src/contracts/data-map';
import { refusalWords } from '../copy/sharing';
import { gt, oneOf } from '../platform/conditions';
import type { Job } from '../platform/job';
import { sealRow } from '../platform/sealing';
import type { Filter, Row, Store } from '../platform/store';
import type { Batch } from './people';

type Disclosure = Row<'disclosures'>;
const PAGE = 1000;

/** The one deletion that ends a recipient's part in an account; its id is its own, so that it is asked for once. */
const finalId = (subject: string, to: string) => `erase.${subject}.${to}`;

/** Whether a row is such a deletion. */
export const isFinal = ({ _id, subject, to }: Pick<Disclosure, '_id' | 'subject' | 'to'>): boolean =>
  _id === finalId(subject, to);

/** Deliveries to these people's recipients and the deletions asked of them; nobody else's, and none under law. */
export async function exchanged(
  store: Store,
  subjects: readonly string[],
  kinds: readonly Disclosure['kind'][],
): Promise<Disclosure[]> {
  const rows: Disclosure[] = [];
  for (;;) {
    const after = rows.at(-1)?._id;
    const filter: Filter<'disclosures'> = {
      subject: oneOf(subjects),
      kind: oneOf(kinds),
      ...(after && { _id: gt(after) }),
    };
    const page = await store.find('disclosures', filter, { orderBy: ['_id', 'asc'], limit: PAGE });
    rows.push(...page);
    if (page.length < PAGE) return rows;
  }
}

/** Who holds something of whom: subject, recipient and the name by which it knows them. */
type Holding = Pick<Disclosure, 'subject' | 'to' | 'reference'>;

/** What may lie at recipients: every delivery that was ever tried, and what the account remembers of older ones. */
function holdingsOf(rows: readonly Disclosure[], { people }: Batch): Holding[] {
  const delivered = rows.filter(({ kind, tries }) => kind === 'delivery' && tries > 0);
  const remembered = people.flatMap(({ id, account }) =>
    Object.entries(account?.shares ?? {}).flatMap(([to, share]) =>
      share.reference === undefined ? [] : [{ subject: id, to, reference: share.reference }],
    ),
  );
  const holdings = [...delivered, ...remembered];
  return [...new Map(holdings.map((each) => [finalId(each.subject, each.to), each])).values()];
}

/**
 * Asks every recipient that may hold something of these people to delete it, by the reference alone, and closes what
 * was still to be delivered (P51). Precondition: the chains are closed, so nothing new can leave. Repeating it adds
 * nothing.
 */
export async function tellRecipients({ store, now }: Job, batch: Batch): Promise<void> {
  const at = now.toISOString();
  const subjects = batch.people.map(({ id }) => id);
  const rows = await exchanged(store, subjects, ['delivery', 'deletion']);
  const asked = new Set(rows.map(({ _id }) => _id));
  const fresh = holdingsOf(rows, batch)
    .filter(({ subject, to }) => !asked.has(finalId(subject, to)))
    .map(({ subject, to, reference }) =>
      sealRow(dataMap.disclosures, finalId(subject, to), {
        subject,
        to,
        kind: 'deletion',
        fields: [],
        reference,
        state: 'waiting',
        tries: 0,
        createdAt: at,
        nextAt: at,
      }),
    );
  if (fresh.length > 0) await store.add('disclosures', fresh);
  if (rows.some(({ kind, state }) => kind === 'delivery' && state === 'waiting'))
    await store.change(
      'disclosures',
      { subject: oneOf(subjects), kind: 'delivery', state: 'waiting' },
      { state: 'refused', reason: refusalWords.gone, doneAt: at },
    );
}
