import type { request } from '../../src/contracts/request';
import { messageTemplates } from '../../src/contracts/message-templates';
import { requestStates } from '../../src/contracts/request-vocabulary';
import { ok } from '../../src/contracts/result';
import { messageWords } from '../copy/messages';
import { lt } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import { requireMember } from '../platform/member';
import type { Row } from '../platform/store';

type Request = Handlers<typeof request>;
const PAGE = 50;
/** How far unread ones are counted: read with the page, so that counting them costs no call. */
const COUNTED = 100;

/** A message as the person reads it: what was told, as it stood then. */
const shown = (row: Row<'messages'>) => ({
  id: row._id,
  template: row.template,
  title: messageWords[row.template].title,
  text: messageWords[row.template].text(row),
  page: messageTemplates[row.template].page,
  requestId: row.requestId ?? null,
  at: row.createdAt,
  read: row.readAt !== undefined,
});

const isOpen = ({ told }: Row<'messages'>) => told !== undefined && requestStates[told].open;

/** Of what was told in one instant, how something ended stands above that it is under way. */
const newestFirst = (a: Row<'messages'>, b: Row<'messages'>) =>
  b.createdAt.localeCompare(a.createdAt) || Number(isOpen(a)) - Number(isOpen(b));

/** What the caller was told, newest first, whether or not a message of WeChat's or a short message went out. */
export const inbox: Request['inbox'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { before } = call.input;
  const filter = { subject: member.data.id, ...(before !== undefined && { createdAt: lt(before) }) };
  const rows = await call.store.find('messages', filter, { orderBy: ['createdAt', 'desc'], limit: COUNTED });
  // What was written in one instant stays on one page, for the next begins before that instant.
  const last = rows[PAGE - 1]?.createdAt;
  const page = last === undefined ? rows : rows.filter(({ createdAt }) => createdAt >= last);
  return ok({
    messages: page.sort(newestFirst).map(shown),
    next: page.length < rows.length ? (last ?? null) : null,
    unread: rows.filter(({ readAt }) => readAt === undefined).length,
  });
};

/** Marks one of the caller's messages as read, or all of them; when it was read first stays. */
export const markRead: Request['markRead'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { id } = call.input;
  const unread = { subject: member.data.id, readAt: null, ...(id !== undefined && { _id: id }) };
  return ok({ marked: await call.store.change('messages', unread, { readAt: call.now.toISOString() }) });
};
