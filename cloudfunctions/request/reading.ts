import { dataMap } from '../../src/contracts/data-map';
import type { request } from '../../src/contracts/request';
import { ok } from '../../src/contracts/result';
import { readingOf, summaryOf } from '../domain/requests/present';
import { attachmentsOf, summariesOf } from '../platform/attachments';
import { lt } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import { openRow } from '../platform/sealing';
import { pageOf, READ_FOR_PAGE } from './listable';
import { readableRequest } from './own';
import { mayAct, partyOf } from './party';

type Request = Handlers<typeof request>;

/** The caller's requests, or those they asked for a child, newest first. */
export const mine: Request['mine'] = async (call) => {
  const party = await partyOf(call);
  if (!party.ok) return party;
  const { member, guardian } = party.data;
  const { before } = call.input;
  const filter = {
    subject: member.id,
    ...(guardian && { askedBy: 'guardian' as const }),
    ...(before !== undefined && { submittedAt: lt(before) }),
  };
  const newest = [
    ['submittedAt', 'desc'],
    ['_id', 'desc'],
  ] as const;
  const rows = await call.store.find('requests', filter, { orderBy: newest, limit: READ_FOR_PAGE });
  const { page, next } = pageOf(rows);
  return ok({ requests: page.map((row) => summaryOf(row._id, row, call.now)), next });
};

/** One request with the person's words, its pictures by their ids, and the answer. */
export const read: Request['read'] = async (call) => {
  const own = await readableRequest(call);
  if (!own.ok) return own;
  const { member, request: row } = own.data;
  const facts = openRow(dataMap.requests, row, member.key);
  const attachments = summariesOf(await attachmentsOf(call.store, row));
  return ok(readingOf(row._id, facts, attachments, call.now, mayAct(own.data)));
};
