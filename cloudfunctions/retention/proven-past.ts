import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import { ok, type Result } from '../../src/contracts/result';
import { pastOf, type Past } from '../domain/requests/past';
import type { SubjectKey } from '../platform/keys';
import type { Member } from '../platform/member';
import { openRow } from '../platform/sealing';
import type { Row, Store } from '../platform/store';
import { Unreadable } from '../platform/unreadable';
import { heardOf } from './heard';
import { isToldElsewhere } from './told-elsewhere';

/** More decisions than one request has. */
const MOST_DECISIONS = 100;

/**
 * What the ledger proves of a request, whatever its row says: by the whole chain of its person, for single rows can be
 * taken away or written anew. A row that lost what it says is missed only where it can be of this request.
 */
export async function provenPast(store: Store, member: Member, requestId: string): Promise<Result<Past>> {
  const heard = await heardOf(store, member);
  if (!heard || !(await isToldElsewhere(store, member.id, requestId, heard))) return fail('LEDGER_UNSOUND');
  const owed = { subject: member.id, kind: 'deletion', state: 'waiting' } as const;
  const waiting = await store.find('disclosures', owed);
  const past = pastOf(
    heard.told.filter(({ body }) => body['requestId'] === requestId),
    waiting.some((row) => row.requestId === requestId),
  );
  return past ? ok(past) : fail('REQUEST_UNPROVEN');
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
