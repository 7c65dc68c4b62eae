import { accountFact } from '../../src/contracts/data-map/derive/field-path';
import { recipients } from '../../src/contracts/data-map/recipients';
import { beijingDay } from '../domain/calendar/iso-day';
import { admitted, recipientOf, refusalOf, type Recipients, type Refusal } from '../domain/sharing';
import { connections, type Connection } from './connections';
import { referenceOf } from './disclosures';
import { factOf, type Member } from './member';

/** What became of something that wanted to leave. */
export type Released =
  | { outcome: 'refused'; refusal: Refusal | 'empty'; heldBack: string[] }
  | { outcome: 'delivered'; fields: string[]; heldBack: string[] }
  | { outcome: 'failed'; heldBack: string[] };

/** What is to leave to whom; see `release`. */
interface Asked {
  to: string;
  fields: readonly string[];
  key: string;
  now: Date;
  note: (fields: readonly string[]) => Promise<void>;
}

/** What became of asking a recipient to delete: done, on its way, or to be asked again. */
export type Deleted = 'done' | 'accepted' | 'failed' | 'not-connected';

/** Long enough for a slow recipient, short enough that a dead one does not fill a minute. */
const TIMEOUT_MS = 8000;

/**
 * The only line in the product that sends to a recipient. A redirect would carry the data elsewhere, so it is an error.
 */
async function post(
  { url, token }: Connection,
  path: string,
  key: string,
  body: object,
): Promise<number | undefined> {
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/${path}`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    // Nothing it says is wanted, and an unread body would hold the socket.
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}

/** The values behind paths such as `accounts.phone`; a fact the person never gave is not there. */
function valuesOf(member: Member, paths: readonly string[]): Record<string, unknown> {
  const entries = paths.map((path) => {
    const name = accountFact(path);
    return [path, name && factOf(member, name)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/**
 * The one door through which personal data leaves to a recipient. In this order: the recipient is in the table, under
 * an agreement that has not expired, granted by this person for these very terms, and connected by the operator; then
 * only what the table declares leaves, and everything else that was asked is held back and named (P21, P23, P24, P25).
 * `key` is the Idempotency-Key: the same delivery carries the same key, however often it is sent. `note` is told which
 * fields are about to leave, and nothing leaves before it has written them down: what it throws is thrown on.
 */
export async function release(
  member: Member,
  { to, fields: asked, key, now, note }: Asked,
  table: Recipients = recipients,
): Promise<Released> {
  const connection = connections().get(to);
  const recipient = recipientOf(table, to);
  const { fields, heldBack } = recipient ? admitted(recipient, asked) : { fields: [], heldBack: [...asked] };
  const refusal = refusalOf(table, to, {
    connected: connection !== undefined,
    today: beijingDay(now),
    share: member.row.shares?.[to],
  });
  if (refusal !== undefined || !connection) {
    return { outcome: 'refused', refusal: refusal ?? 'not-connected', heldBack };
  }
  const values = valuesOf(member, fields);
  const given = Object.keys(values);
  if (given.length === 0) return { outcome: 'refused', refusal: 'empty', heldBack };
  await note(given);
  const status = await post(connection, 'people', key, {
    reference: referenceOf(member, to),
    fields: values,
  });
  const isTaken = status !== undefined && status >= 200 && status < 300;
  return isTaken ? { outcome: 'delivered', fields: given, heldBack } : { outcome: 'failed', heldBack };
}

/** Answers that mean: it is gone there. 404 and 410: the recipient never knew the reference, or no longer does. */
const gone = new Set([200, 204, 404, 410]);

/**
 * Asks a recipient to delete what it knows under a reference: these fields, or everything where none is named. No value
 * leaves, so it needs no grant and does not end with the agreement (P51).
 */
export async function askDeletion(
  to: string,
  key: string,
  { reference, fields }: { reference: string; fields: readonly string[] },
): Promise<Deleted> {
  const connection = connections().get(to);
  if (!connection) return 'not-connected';
  const status = await post(connection, 'deletions', key, {
    reference,
    ...(fields.length > 0 && { fields }),
  });
  if (status === 202) return 'accepted';
  return status !== undefined && gone.has(status) ? 'done' : 'failed';
}
