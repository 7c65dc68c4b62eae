import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Cloud } from '../cloud';
import type { Database } from '../database';
import { badRequest } from './bad-request';
import { readRows, type StoredRow } from './wire-read';

/** What the database holds of one person's account, from its first row to its certificate. */
export interface Life {
  /** The random id under which the rows lie; null before registration. */
  subject: string | null;
  status: 'none' | 'active' | 'locked' | 'frozen' | 'erasing';
  eraseAfter: string | null;
  /** How often each kind of event was recorded. */
  events: Record<string, number>;
  /** Kinds of the requests made. */
  requests: string[];
  certifiedAt: string | null;
}

const NEEDED = ['accounts', 'ledger', 'requests', 'certificates'];

/**
 * `GET /api/life?openid=&subject=`: the workbench's guided path. An account is found as the functions find it, by keyed
 * digest; after erasure nothing leads from the person to the rows, so the page must have kept the subject itself.
 */
export function lifeDoor(app: FastifyInstance, { database }: Cloud, lookupKey: string): void {
  app.get<{ Querystring: { openid?: string; subject?: string } }>('/api/life', async (request, reply) => {
    const { openid, subject } = request.query;
    if (typeof openid !== 'string' || openid === '') return badRequest(reply, '缺少 openid');
    const held = new Set(database.collections().map(({ name }) => name));
    if (!NEEDED.every((name) => held.has(name))) return lifeOf(database, undefined, undefined);
    const openidDigest = createHmac('sha256', Buffer.from(lookupKey, 'base64'))
      .update(openid)
      .digest('base64url');
    const [account] = await readRows(database, 'accounts', { openidDigest }, { limit: 1 });
    return lifeOf(database, account, account?._id ?? subject);
  });
}

async function lifeOf(
  database: Database,
  account: StoredRow | undefined,
  subject: string | undefined,
): Promise<Life> {
  const held = (account?.['status'] ?? 'none') as Life['status'];
  const status = held === 'active' && typeof account?.['lockedAt'] === 'string' ? 'locked' : held;
  const eraseAfter = typeof account?.['eraseAfter'] === 'string' ? account['eraseAfter'] : null;
  if (subject === undefined || subject === '') {
    return { subject: null, status, eraseAfter, events: {}, requests: [], certifiedAt: null };
  }
  const events: Record<string, number> = {};
  for (const { type } of await readRows(database, 'ledger', { subject }, { limit: 1000 })) {
    events[String(type)] = (events[String(type)] ?? 0) + 1;
  }
  const requests = (await readRows(database, 'requests', { subject })).map(({ kind }) => String(kind));
  const [certificate] = await readRows(database, 'certificates', { _id: subject }, { limit: 1 });
  const certifiedAt = typeof certificate?.['certifiedAt'] === 'string' ? certificate['certifiedAt'] : null;
  return { subject, status, eraseAfter, events, requests, certifiedAt };
}
