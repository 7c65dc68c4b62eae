import { dataMap } from '../../src/contracts/data-map';
import { eventTypes } from '../../src/contracts/events';
import { followed, GENESIS, type Chain } from '../domain/ledger';
import type { Told } from '../domain/requests/past';
import { gt } from '../platform/conditions';
import type { Member } from '../platform/member';
import { openRow } from '../platform/sealing';
import { Conflict, type Row, type Store } from '../platform/store';

const PAGE = 1000;
/** A copy that is handed over for a request says so of it. */
const aboutRequests = eventTypes.filter((type) => type.startsWith('request.') || type === 'account.exported');

/** An event whose content is lost or is another: of what kind it was, and when, the chain still proves. */
export type Unheard = Pick<Told, 'type' | 'at'>;

/** What a whole chain tells about requests, oldest first. */
export interface Heard {
  told: Told[];
  unheard: Unheard[];
}

/** The chain with one more row, and whether its content is the one that it committed to; undefined where it is cut. */
function linked(chain: Chain, row: Row<'ledger'>): { chain: Chain; isWhole: boolean } | undefined {
  if (row._id !== `${row.subject}.${String(row.seq)}`) return undefined;
  const { content, ...bare } = row;
  // Whoever edits by hand may leave something there that is no text.
  const next = followed(chain, typeof content === 'string' ? row : bare);
  if (next === 'content') return { chain: { seq: row.seq, head: row.commitment }, isWhole: false };
  return typeof next === 'string' ? undefined : { chain: next, isWhole: true };
}

/**
 * Reads a person's chain from its first row to the one that the account names, page by page, and answers what it tells
 * about requests; undefined where a row is missing, was written anew or is one too many. What single rows say is
 * believed for the sake of the chain alone. Throws `Conflict` where the chain grew meanwhile, `Unreadable` where a
 * content does not open though it is the one.
 */
export async function heardOf(store: Store, { id, row: account, key }: Member): Promise<Heard | undefined> {
  const heard: Heard = { told: [], unheard: [] };
  const tell = (row: Row<'ledger'>, isWhole: boolean) => {
    const { type, at } = row;
    if (!aboutRequests.includes(type)) return;
    if (!isWhole) heard.unheard.push({ type, at });
    else heard.told.push({ type, at, body: openRow(dataMap.ledger, row, key).content?.body ?? {} });
  };
  let chain: Chain | undefined = { seq: 0, head: GENESIS };
  for (let length = PAGE; chain && length === PAGE;) {
    const after: number = chain.seq;
    const oldestFirst = { orderBy: ['seq', 'asc'], limit: PAGE } as const;
    const rows = await store.find('ledger', { subject: id, seq: gt(after) }, oldestFirst);
    for (const row of rows) {
      const next: ReturnType<typeof linked> = chain && linked(chain, row);
      chain = next?.chain;
      if (next) tell(row, next.isWhole);
    }
    length = rows.length;
  }
  if (chain && isSame(chain, account.chain)) return heard;
  const now = await store.get('accounts', id);
  if (now && !isSame(now.chain, account.chain)) throw new Conflict();
  return undefined;
}

const isSame = (one: Chain, two: Chain) => one.seq === two.seq && one.head === two.head;
