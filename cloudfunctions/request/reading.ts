import { dataMap } from '../../src/contracts/data-map';
import type { request } from '../../src/contracts/request';
import { ok } from '../../src/contracts/result';
import { readingOf, summaryOf } from '../domain/requests/present';
import { attachmentsOf, summariesOf } from '../platform/attachments';
import { lt } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import { requireMember } from '../platform/member';
import { openRow } from '../platform/sealing';
import { isListable } from './listable';
import { ownRequest } from './own';

type Request = Handlers<typeof request>;
const PAGE = 50;

/** The caller's requests, newest first. */
export const mine: Request['mine'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { before } = call.input;
  const filter = { subject: member.data.id, ...(before !== undefined && { submittedAt: lt(before) }) };
  const rows = await call.store.find('requests', filter, { orderBy: ['submittedAt', 'desc'], limit: PAGE });
  const listed = rows.filter(isListable);
  return ok({
    requests: listed.map((row) => summaryOf(row._id, row, call.now)),
    next: rows.length === PAGE ? (listed.at(-1)?.submittedAt ?? null) : null,
  });
};

/** One request with the person's words, its pictures by their ids, and the answer. */
export const read: Request['read'] = async (call) => {
  const own = await ownRequest(call);
  if (!own.ok) return own;
  const { member, request: row } = own.data;
  const attachments = summariesOf(await attachmentsOf(call.store, row));
  return ok(readingOf(row._id, openRow(dataMap.requests, row, member.key), attachments, call.now));
};
