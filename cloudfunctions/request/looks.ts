import * as z from 'zod/mini';
import { dataMap } from '../../src/contracts/data-map';
import { labelAt } from '../../src/contracts/data-map/derive/field-path';
import type { Output } from '../../src/contracts/operation';
import type { request } from '../../src/contracts/request';
import { ok } from '../../src/contracts/result';
import { oneOf } from '../platform/conditions';
import type { Handlers } from '../platform/handler';
import { requireMember, type Member } from '../platform/member';
import { openRow } from '../platform/sealing';
import type { Row } from '../platform/store';
import { Unreadable } from '../platform/unreadable';

type Look = Output<(typeof request)['looks']>['looks'][number];
const MOST = 100;
const MOST_REQUESTS = 200;

const unmasked = z.object({ field: z.enum(['phone', 'details', 'appeal', 'picture']), reason: z.string() });
const incident = z.object({ field: z.string(), from: z.string(), to: z.string() });
const pathOf = {
  phone: 'accounts.phone',
  details: 'requests.details',
  appeal: 'requests.appeal',
  picture: 'request_attachments.picture',
} as const;

/** What an event of the person's own chain tells; its words open with the person's key alone. */
function toldBy(member: Member, row: Row<'ledger'>): Look {
  const body = openRow(dataMap.ledger, row, member.key).content?.body;
  if (row.type === 'incident.notified') {
    const { field, from, to } = z.parse(incident, body);
    return { at: row.at, what: 'incident', about: labelAt(field), reason: null, between: { from, to } };
  }
  const { field, reason } = z.parse(unmasked, body);
  return { at: row.at, what: 'unmask', about: labelAt(pathOf[field]), reason, between: null };
}

/** The same; one whose words do not open is told without them, so that it does not take the others with it. */
function toldAnyhow(member: Member, row: Row<'ledger'>): Look {
  try {
    return toldBy(member, row);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const what = row.type === 'incident.notified' ? 'incident' : 'unmask';
    return { at: row.at, what, about: null, reason: null, between: null };
  }
}

/**
 * Who looked at what is the caller's: each look and decision of staff, each value that was unmasked and why, and each
 * incident they were told of; newest first (P39, P40, P44).
 */
export const looks: Handlers<typeof request>['looks'] = async (call) => {
  const member = await requireMember(call);
  if (!member.ok) return member;
  const { store } = call;
  const { id: subject } = member.data;
  const { most = MOST } = call.input;
  const newest = { orderBy: ['submittedAt', 'desc'], limit: MOST_REQUESTS, only: ['_id'] } as const;
  const own = await store.find('requests', { subject }, newest);
  const ids = own.map(({ _id }) => _id);
  const [audits, events] = await Promise.all([
    ids.length === 0
      ? []
      : store.find(
          'audits',
          { requestId: oneOf(ids), action: oneOf(['read', 'decide']) },
          { orderBy: ['at', 'desc'], limit: most },
        ),
    store.find(
      'ledger',
      { subject, type: oneOf(['staff.unmasked', 'incident.notified']) },
      { orderBy: ['seq', 'desc'], limit: most },
    ),
  ]);
  const done = audits.map(({ at, action }): Look => ({
    at,
    what: action === 'decide' ? 'decide' : 'read',
    about: null,
    reason: null,
    between: null,
  }));
  const all = [...done, ...events.map((row) => toldAnyhow(member.data, row))];
  return ok({ looks: all.sort((a, b) => (a.at > b.at ? -1 : 1)).slice(0, most) });
};
