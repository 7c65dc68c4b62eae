import { MOST_HELD } from '../../src/contracts/picture';
import type { RequestAsker } from '../../src/contracts/request-vocabulary';
import type { LedgerEvent } from '../domain/ledger';
import { askerOf } from '../domain/requests/asker';
import { attached } from '../domain/requests/attached';
import { isTrusted } from '../platform/case';
import { oneOf } from '../platform/conditions';
import { changeRequest } from '../platform/guarded-request';
import type { Member } from '../platform/member';
import type { Row, Store, Transaction } from '../platform/store';

/** What a transaction writes that takes pictures off a person's requests, and the events that prove it. */
interface Detaching {
  events: LedgerEvent[];
  /** The requests that carried any. */
  requestIds: string[];
  also: (transaction: Transaction) => Promise<void>;
}

/**
 * Takes every picture of one asker's off a person's requests, answered ones too: who may act on a request is who added
 * what it carries. A request that somebody edited by hand keeps its count: writing it with a new guard would make the
 * edit look like ours.
 */
export async function detachingAll(
  store: Store,
  { id: subject, row: account }: Member,
  now: Date,
  asker: RequestAsker = 'subject',
): Promise<Detaching> {
  const all = { limit: MOST_HELD, only: ['_id', 'requestId'] } as const;
  const held = await store.find('request_attachments', { subject }, all);
  const ids = [...new Set(held.map(({ requestId }) => requestId))];
  const found =
    ids.length === 0 ? [] : await store.find('requests', { _id: oneOf(ids) }, { limit: ids.length });
  const isAskers = (request: Pick<Row<'requests'>, 'askedBy'>) => askerOf(request, account) === asker;
  const requests = found.filter(isAskers);
  const others = new Set(found.filter((row) => !isAskers(row)).map(({ _id }) => _id));
  const rows = held.filter(({ requestId }) => !others.has(requestId));
  return {
    events: rows.map(({ _id, requestId }) => ({
      type: 'request.attachment-removed',
      body: { requestId, attachment: _id },
    })),
    requestIds: [...new Set(rows.map(({ requestId }) => requestId))],
    also: async (transaction) => {
      for (const { _id } of rows) await transaction.remove('request_attachments', _id);
      for (const row of requests.filter(isTrusted))
        await changeRequest(transaction, row, attached(row, -(row.attachments ?? 0), now));
    },
  };
}
