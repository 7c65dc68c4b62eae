import { createHash } from 'node:crypto';
import { dataMap } from '../../src/contracts/data-map';
import { fail } from '../../src/contracts/errors';
import type { EventType } from '../../src/contracts/events';
import { addressOf, MOST_HELD, MOST_PICTURES } from '../../src/contracts/picture';
import type { request } from '../../src/contracts/request';
import { ok } from '../../src/contracts/result';
import { pictureIn, type Picture } from '../domain/pictures/picture';
import { attached, isAttachable } from '../domain/requests/attached';
import { attachmentOf, attachmentsOf, summariesOf } from '../platform/attachments';
import type { Case } from '../platform/case';
import { changeRequest } from '../platform/guarded-request';
import type { Call, Handlers } from '../platform/handler';
import { lookupDigest } from '../platform/keys';
import { record } from '../platform/record';
import { openRow, sealRow } from '../platform/sealing';
import type { Transaction } from '../platform/store';
import { ownRequest, readableRequest } from './own';
import { actOf, type Party } from './party';

type Request = Handlers<typeof request>;

/** The same for the same picture of the same request, so that a repeated call meets its own row; it tells nothing. */
function idOf(requestId: string, { bytes }: Picture): string {
  const content = createHash('sha256').update(bytes).digest('hex');
  return `a${lookupDigest(`attachment|${requestId}|${content}`)}`;
}

/** Writes a picture more or less with its proof and the request's new count, version and guard. */
async function recordChange(
  { store, now }: Call<unknown>,
  own: Case & Party,
  { type, move, attachment, by }: { type: EventType; move: string; attachment: string; by: 1 | -1 },
  also: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  const { request: row, member } = own;
  const columns = attached(row, by, now);
  const act = actOf(own, { requestId: row._id, move }, now, undefined);
  await record(store, member, now, {
    events: [{ type, body: { requestId: row._id, attachment } }],
    also: async (transaction) => {
      await also(transaction);
      await changeRequest(transaction, row, columns);
      await act.also?.(transaction);
    },
  });
}

/** Adds a picture; judged by its content, sealed under the person's key, and once however often it is sent. */
export const attach: Request['attach'] = async (call) => {
  const own = await ownRequest(call);
  if (!own.ok) return own;
  const { request: row, member } = own.data;
  const { _id: requestId, attachments = 0 } = row;
  const read = pictureIn(call.input.picture);
  if (!read.ok) return read;
  const id = idOf(requestId, read.data);
  const before = await attachmentsOf(call.store, row);
  if (before.some(({ _id }) => _id === id)) return ok({ id: requestId, attachments: summariesOf(before) });
  if (!isAttachable(row)) return fail('REQUEST_STATE');
  if (attachments >= MOST_PICTURES) return fail('PICTURES_ENOUGH');
  const all = await call.store.count('request_attachments', { subject: member.id });
  if (all >= MOST_HELD) return fail('PICTURES_FULL');
  const { format, bytes } = read.data;
  const facts = {
    subject: member.id,
    requestId,
    at: call.now.toISOString(),
    format,
    bytes: bytes.length,
    picture: addressOf(bytes.toString('base64')),
  };
  const sealed = sealRow(dataMap.request_attachments, id, facts, member.key);
  const change = { type: 'request.attachment-added', move: 'attach', attachment: id, by: 1 } as const;
  await recordChange(call, own.data, change, (transaction) =>
    transaction.add('request_attachments', [sealed]),
  );
  return ok({ id: requestId, attachments: summariesOf([...before, sealed]) });
};

/** Takes a picture away: its row goes with the proof that it went. */
export const detach: Request['detach'] = async (call) => {
  const own = await ownRequest(call);
  if (!own.ok) return own;
  const { _id: requestId } = own.data.request;
  const { attachment: id } = call.input;
  const before = await attachmentsOf(call.store, own.data.request);
  if (!before.some(({ _id }) => _id === id)) return ok({ id: requestId, attachments: summariesOf(before) });
  if (!isAttachable(own.data.request)) return fail('REQUEST_STATE');
  const change = { type: 'request.attachment-removed', move: 'detach', attachment: id, by: -1 } as const;
  await recordChange(call, own.data, change, (transaction) => transaction.remove('request_attachments', id));
  return ok({ id: requestId, attachments: summariesOf(before.filter(({ _id }) => _id !== id)) });
};

/** One picture of a request that the caller may read, opened. */
export const attachment: Request['attachment'] = async (call) => {
  const own = await readableRequest(call);
  if (!own.ok) return own;
  const row = await attachmentOf(call.store, own.data, call.input.attachment);
  if (!row) return fail('PICTURE_UNKNOWN');
  const { picture } = openRow(dataMap.request_attachments, row, own.data.member.key);
  return ok({ id: row._id, picture });
};
