import { dataMap } from '../../src/contracts/data-map';
import { eventTypes } from '../../src/contracts/events';
import { commitmentOf, sealedDigest } from '../domain/ledger';
import { pastOf, type Past, type Told } from '../domain/requests/past';
import { gt, oneOf } from '../platform/conditions';
import type { SubjectKey } from '../platform/keys';
import type { Member } from '../platform/member';
import { openRow } from '../platform/sealing';
import type { Row, Store } from '../platform/store';
import { Unreadable } from '../platform/unreadable';

const PAGE = 1000;
/** More decisions than one request has. */
const MOST_DECISIONS = 100;
/** A copy that is handed over for a request says so of it. */
const aboutRequests = eventTypes.filter((type) => type.startsWith('request.') || type === 'account.exported');

/** An event as it was sealed; throws where the row is not what it committed to. */
function toldBy(row: Row<'ledger'>, { key }: Member): Told {
  if (row.commitment !== commitmentOf(row) || row.sealed !== sealedDigest(row.content))
    throw new Unreadable('DATA_DAMAGED', 'a row of the ledger is not what it committed to');
  return { type: row.type, at: row.at, body: openRow(dataMap.ledger, row, key).content?.body ?? {} };
}

/** Everything that a person's chain tells about one of their requests, oldest first, page by page. */
async function eventsAbout(store: Store, member: Member, requestId: string): Promise<Told[]> {
  const told: Told[] = [];
  for (let after = 0; ;) {
    const rows = await store.find(
      'ledger',
      { subject: member.id, type: oneOf(aboutRequests), seq: gt(after) },
      { orderBy: ['seq', 'asc'], limit: PAGE },
    );
    told.push(
      ...rows.map((row) => toldBy(row, member)).filter(({ body }) => body['requestId'] === requestId),
    );
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < PAGE) return told;
  }
}

/** What the ledger proves of a request, whatever its row says; undefined where the person never made it. */
export async function provenPast(store: Store, member: Member, requestId: string): Promise<Past | undefined> {
  const owed = { subject: member.id, kind: 'deletion', state: 'waiting' } as const;
  const waiting = await store.find('disclosures', owed);
  return pastOf(
    await eventsAbout(store, member, requestId),
    waiting.some((row) => row.requestId === requestId),
  );
}

/** Who made each decision about a request, by the audit rows, in their order; who returned one is left out. */
export async function reviewersOf(store: Store, requestId: string): Promise<string[]> {
  const rows = await store.find(
    'audits',
    { requestId, action: 'decide' },
    { orderBy: ['at', 'asc'], limit: MOST_DECISIONS },
  );
  return rows.flatMap(({ outcome, reviewer }) => (outcome === 'return' ? [] : [reviewer]));
}

const sealed = ['details', 'appeal', 'reply', 'alternative'] as const;

/**
 * What a person wrote, and which of a request's words do not open: nobody without the key can have written one that
 * does, nor moved it there from another row.
 */
export function wordsOf(row: Row<'requests'>, key: SubjectKey) {
  const damaged: (typeof sealed)[number][] = [];
  const open = (name: (typeof sealed)[number]): unknown => {
    const alone = { _id: row._id, [name]: row[name] } as unknown as Row<'requests'>;
    try {
      return openRow(dataMap.requests, alone, key)[name];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      damaged.push(name);
      return undefined;
    }
  };
  const [details] = sealed.map(open);
  return { details, damaged };
}
