import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRecipients, type RecipientsSide } from './recipients/server';

let dir: string;
let side: RecipientsSide;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'recipients-'));
  side = await startRecipients(dir);
});
afterAll(async () => {
  await side.stop();
  rmSync(dir, { recursive: true, force: true });
});

interface Connection {
  url: string;
  token: string;
}
const connection = (id: string) =>
  (JSON.parse(side.connections['RECIPIENTS'] ?? '{}') as Record<string, Connection>)[id] as Connection;

/** One call, trusting the certificate as a function process does; answers the status. */
const post = (
  { url, token }: Connection,
  path: string,
  body: object,
  { key = 'key-1', isTrusting = true } = {},
) =>
  new Promise<number>((answer, fail) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    };
    const call = request(
      `${url}/${path}`,
      {
        method: 'POST',
        headers,
        ...(isTrusting && { ca: readFileSync(side.trust['NODE_EXTRA_CA_CERTS'] ?? '') }),
      },
      (reply) => {
        reply.resume();
        answer(reply.statusCode ?? 0);
      },
    );
    call.on('error', fail);
    call.end(JSON.stringify(body));
  });
const state = (id: string) => side.recipients.find((each) => each.id === id)?.state();

describe('the reference recipients', () => {
  it('are trusted by their own certificate alone, whose key nobody else may read', async () => {
    await expect(post(connection('visit'), 'people', {}, { isTrusting: false })).rejects.toThrow(
      /self.signed|verify/i,
    );
    expect(statSync(join(dir, 'recipients-key.pem')).mode & 0o077).toBe(0);
  });

  it('keep the certificate of the data folder', async () => {
    const before = readFileSync(side.trust['NODE_EXTRA_CA_CERTS'] ?? '', 'utf8');
    const again = await startRecipients(dir);
    await again.stop();
    expect(readFileSync(again.trust['NODE_EXTRA_CA_CERTS'] ?? '', 'utf8')).toBe(before);
  });

  it('answer nobody without their own token', async () => {
    const stranger = { ...connection('visit'), token: connection('survey').token };
    expect(await post(stranger, 'people', { reference: 'r', fields: {} })).toBe(401);
    expect(
      await post(
        { ...connection('visit'), url: connection('visit').url.replace('visit', 'nobody') },
        'people',
        {},
      ),
    ).toBe(404);
  });

  it('take a repeated delivery once', async () => {
    const body = { reference: 'r-1', fields: { 'accounts.nickname': '甲' } };
    expect(await post(connection('visit'), 'people', body)).toBe(201);
    expect(await post(connection('visit'), 'people', body)).toBe(200);
    expect(state('visit')?.people).toEqual([{ ...body, keys: ['key-1'], sent: 2 }]);
  });

  it('delete at once, or later and then say so', async () => {
    for (const id of ['visit', 'survey'])
      await post(connection(id), 'people', { reference: 'r-2', fields: { a: 1, b: 2 } }, { key: 'key-2' });
    const ask = (id: string, fields?: string[]) =>
      post(connection(id), 'deletions', { reference: 'r-2', fields }, { key: `delete-${String(fields)}` });
    const held = (id: string) => state(id)?.people.find(({ reference }) => reference === 'r-2')?.fields;
    expect(await ask('visit', ['a'])).toBe(200);
    expect(held('visit')).toEqual({ b: 2 });
    expect(await ask('visit')).toBe(200);
    expect(held('visit')).toBeUndefined();
    expect(await ask('survey')).toBe(202);
    expect(held('survey')).toEqual({ a: 1, b: 2 });
    expect(await ask('survey')).toBe(200);
    expect(held('survey')).toBeUndefined();
  });
});
