import { MOST_PICTURES } from '../../src/contracts/picture';
import type { Member } from './member';
import type { Row, Store, Transaction } from './store';

type Request = Pick<Row<'requests'>, '_id' | 'attachments'>;
type Head = Pick<Row<'request_attachments'>, '_id' | 'at' | 'bytes' | 'closedAt'>;

const NOTHING = () => Promise.resolve();
const HEAD = ['_id', 'at', 'bytes', 'closedAt'] as const;

/** A request's pictures, oldest first, without their content: one call, none where it carries none. */
export async function attachmentsOf(store: Store, { _id, attachments = 0 }: Request): Promise<Head[]> {
  if (attachments === 0) return [];
  const oldestFirst = { orderBy: ['at', 'asc'], limit: MOST_PICTURES, only: HEAD } as const;
  return store.find('request_attachments', { requestId: _id }, oldestFirst);
}

/** The same as the contracts say it. */
export const summariesOf = (rows: readonly Head[]) =>
  rows.map(({ _id, at, bytes }) => ({ id: _id, at, bytes }));

/** One picture of this request and of its person; undefined where there is none of that id. */
export async function attachmentOf(
  store: Store,
  { request, member }: { request: Request; member: Member },
  id: string,
): Promise<Row<'request_attachments'> | undefined> {
  const row = await store.get('request_attachments', id);
  return row?.requestId === request._id && row.subject === member.id ? row : undefined;
}

/**
 * What a transaction that ends a request, or opens it again, does about its pictures: their life is counted from the
 * same day. `closedAt` is null where it is open.
 */
export async function datingAttachments(
  store: Store,
  request: Request,
  closedAt: string | null,
): Promise<(transaction: Transaction) => Promise<void>> {
  const undated = (await attachmentsOf(store, request)).filter((row) => (row.closedAt ?? null) !== closedAt);
  if (undated.length === 0) return NOTHING;
  return async (transaction) => {
    for (const { _id } of undated) await transaction.change('request_attachments', _id, { closedAt });
  };
}
