import { dataMap } from '../../src/contracts/data-map';
import { MOST_HELD } from '../../src/contracts/picture';
import type { LedgerEvent } from '../domain/ledger';
import { attached } from '../domain/requests/attached';
import { isTrusted } from './case';
import { oneOf } from './conditions';
import { guardAfter } from './guard';
import type { Member } from './member';
import type { Store, Transaction } from './store';

/** What a transaction writes that takes all of a person's pictures away, and the events that prove it. */
interface Detaching {
  events: LedgerEvent[];
  also: (transaction: Transaction) => Promise<void>;
}

/**
 * Takes every picture off a person's requests, answered ones too. A request that somebody edited by hand keeps its
 * count: writing it with a new guard would make the edit look like ours.
 */
export async function detachingAll(store: Store, { id: subject }: Member, now: Date): Promise<Detaching> {
  const all = { limit: MOST_HELD, only: ['_id', 'requestId'] } as const;
  const rows = await store.find('request_attachments', { subject }, all);
  const ids = [...new Set(rows.map(({ requestId }) => requestId))];
  const requests =
    ids.length === 0 ? [] : await store.find('requests', { _id: oneOf(ids) }, { limit: ids.length });
  return {
    events: rows.map(({ _id, requestId }) => ({
      type: 'request.attachment-removed',
      body: { requestId, attachment: _id },
    })),
    also: async (transaction) => {
      for (const { _id } of rows) await transaction.remove('request_attachments', _id);
      for (const row of requests.filter(isTrusted)) {
        const columns = attached(row, -(row.attachments ?? 0), now);
        const guard = guardAfter(dataMap.requests, row, columns);
        await transaction.change('requests', row._id, { ...columns, guard });
      }
    },
  };
}
