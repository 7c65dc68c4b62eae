import { request } from 'node:http';
import cloudbase from '@cloudbase/node-sdk';
import { PROBE } from './trial/probe';
import { startTrialCloud, type TrialCloud } from './trial/trial-cloud';

let cloud: TrialCloud;

beforeAll(async () => {
  cloud = await startTrialCloud({ probe: PROBE });
}, 60_000);
afterAll(() => cloud.stop());

const sdk = (secretKey = 'local', secretId = 'local') =>
  cloudbase.init({ env: 'local', secretId, secretKey, serviceUrl: `${cloud.url}/admin` });

describe('POST /admin', () => {
  it('serves the unmodified SDK with the developer key pair', async () => {
    const { id } = await sdk()
      .database()
      .collection('things')
      .add({ value: '中文 & "quotes"', n: 1.5, at: new Date(0) });
    expect(id).toEqual(expect.any(String));
  });

  it('refuses a wrong secret, an unknown key and a missing signature with the code of CloudBase, as HTTP 200', async () => {
    const add = (app: ReturnType<typeof sdk>) => app.database().collection('things').add({ value: 1 });
    await expect(add(sdk('wrong'))).rejects.toMatchObject({ code: 'SIGN_PARAM_INVALID' });
    await expect(add(sdk('local', 'AKIDunknown'))).rejects.toMatchObject({ code: 'SIGN_PARAM_INVALID' });
    const before = cloud.database.collections();
    expect(
      await cloud.post('/admin', { action: 'database.getDocument', collectionName: 'things' }),
    ).toMatchObject({
      status: 200,
      body: { code: 'SIGN_PARAM_INVALID', requestId: expect.any(String) as string },
    });
    expect(cloud.database.collections()).toEqual(before);
  });

  it('refuses a signed request whose body or address was changed on the way', async () => {
    const body = {
      action: 'database.calculateDocument',
      collectionName: 'things',
      query: '{}',
      envName: 'local',
    };
    const signed = await capture(body);
    expect(await replay(signed, signed.body, signed.path)).not.toHaveProperty('code');
    expect(await replay(signed, signed.body.replace('things', 'staff_decisions'), signed.path)).toMatchObject(
      {
        code: 'SIGN_PARAM_INVALID',
      },
    );
    expect(await replay(signed, signed.body, `${signed.path}&more=1`)).toMatchObject({
      code: 'SIGN_PARAM_INVALID',
    });
  });

  it('answers a body that is not a JSON object, and an action nobody knows, with an error', async () => {
    for (const body of ['', '{', '[]', 'null', '"text"']) {
      expect(await cloud.post('/admin', body)).toMatchObject({
        status: 200,
        body: { code: expect.stringMatching(/INVALID_PARAM|SIGN_PARAM_INVALID/) as string },
      });
    }
    const copied = [{ srcPath: 'a/x', dstPath: 'b/x' }];
    await expect(sdk().copyFile({ fileList: copied })).rejects.toMatchObject({
      code: 'INVALID_ACTION',
    });
    await expect(sdk().callFunction({ name: 'absent', data: {} })).rejects.toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
    });
  });

  it('answers a multipart body that breaks off, and one that is too large, with an error', async () => {
    const type = { 'content-type': 'multipart/form-data; boundary=cut' };
    const cut = '--cut\r\ncontent-disposition: form-data; name="action"\r\n\r\nwx.open';
    expect((await cloud.post('/admin', cut, type)).body).toMatchObject({ code: 'INVALID_PARAM' });
    expect(await cloud.post('/admin', { action: 'x'.repeat(9 * 1024 * 1024) })).toMatchObject({
      status: 200,
      body: { code: 'EXCEED_REQUEST_SIZE_LIMIT' },
    });
    expect(await cloud.invoke('probe', { text: 'x'.repeat(9 * 1024 * 1024) })).toMatchObject({
      status: 413,
      body: { code: 'EXCEED_REQUEST_SIZE_LIMIT' },
    });
  });

  it('keeps a socket open longer than the SDK reuses it', async () => {
    const { keepAlive } = await rawGet('/api/clock', {});
    expect(keepAlive).toBeGreaterThan(4.8);
  });
});

describe('who may come in', () => {
  it('refuses a foreign host name and a write from another origin', async () => {
    expect((await rawGet('/api/clock', { host: 'evil.example' })).status).toBe(403);
    expect((await rawGet('/api/clock', { host: `localhost:${String(cloud.port)}` })).status).toBe(200);
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      expect(await cloud.post('/clock', { now: null }, { origin })).toMatchObject({ status: 403 });
    }
    expect((await cloud.post('/clock', { now: null }, { origin: cloud.url })).status).toBe(200);
  });

  it('does not take a caller whose openid is no openid', async () => {
    expect((await cloud.invoke('probe', {}, 'a b')).status).toBe(400);
    expect((await cloud.invoke('probe', {}, 'x'.repeat(65))).status).toBe(400);
  });
});

describe('the clock', () => {
  afterEach(() => cloud.post('/clock', { now: null }));

  it('takes every function and every serverDate to another time, and keeps running there', async () => {
    const to = '2031-02-03T04:05:06.000Z';
    expect(await cloud.post('/clock', { now: to })).toMatchObject({ status: 200, body: { travelled: true } });
    const seen = (await cloud.invoke('probe', { action: 'now' })).body as Record<string, number>;
    const start = Date.parse(to);
    for (const instant of [seen['now'], seen['fresh'], Date.parse(String(seen['text']))]) {
      expect(instant).toBeGreaterThanOrEqual(start);
      expect(instant).toBeLessThan(start + 60_000);
    }
    expect(seen).toMatchObject({
      instance: true,
      constructor: true,
      given: '1970-01-01T00:00:00.000Z',
      parts: Date.UTC(2020, 0),
    });
    const later = (await cloud.invoke('probe', { action: 'now' })).body as { now: number };
    expect(later.now).toBeGreaterThan(seen['now'] ?? Infinity);
    const { body } = await cloud.invoke('probe', { action: 'add', value: 'travelled' });
    const { body: rows } = await cloud.invoke('probe', { action: 'read', id: (body as { id: string }).id });
    expect(JSON.stringify(rows)).toContain('2031-02-03');
  });

  it('goes back in time and home again', async () => {
    await cloud.post('/clock', { now: '1999-12-31T23:00:00+08:00' });
    const past = (await cloud.invoke('probe', { action: 'now' })).body as { now: number };
    expect(new Date(past.now).getUTCFullYear()).toBe(1999);
    expect((await cloud.invoke('probe', { action: 'count3' })).status).toBe(200);
    expect((await cloud.post('/clock', { now: null })).body).toMatchObject({ travelled: false });
    const home = (await cloud.invoke('probe', { action: 'now' })).body as { now: number };
    expect(Math.abs(home.now - Date.now())).toBeLessThan(60_000);
  });

  it('refuses what is not an instant', async () => {
    for (const now of [
      'tomorrow',
      '2025-01-01',
      '2025-01-01T00:00:00',
      '2025-13-01T00:00:00Z',
      5,
      undefined,
    ]) {
      expect(await cloud.post('/clock', { now })).toMatchObject({ status: 400 });
    }
  });
});

describe('the pages and their data', () => {
  it('lists collections and pages through documents', async () => {
    await cloud.invoke('probe', { action: 'adds', values: ['a', 'b', 'c'] });
    const { body } = await cloud.get('/api/collections/things?offset=1&limit=2');
    expect(body).toMatchObject({ collection: 'things', offset: 1, limit: 2 });
    expect((body as { documents: unknown[] }).documents).toHaveLength(2);
    expect(await cloud.get('/api/collections/absent')).toMatchObject({ status: 404 });
    expect(await cloud.get('/api/collections/things?limit=101')).toMatchObject({ status: 400 });
  });

  it('lets the console add a staff decision and nothing else', async () => {
    const row = { requestId: 'r1', expectedVersion: 3, decision: 'approve', submit: true };
    expect(await cloud.post('/api/staff-decisions', row)).toMatchObject({ status: 201 });
    const { body } = await cloud.get('/api/collections/staff_decisions');
    expect(body).toMatchObject({ total: 1, documents: [row] });
    expect(await cloud.post('/api/staff-decisions', {})).toMatchObject({ status: 400 });
    expect(await cloud.post('/api/things', row)).toMatchObject({ status: 404 });
  });

  it('shows functions without the place they lie in', async () => {
    const { body } = await cloud.get('/api/functions');
    expect(body).toMatchObject([{ name: 'probe', timeout: 5, memorySize: 256 }]);
    expect(JSON.stringify(body)).not.toContain(cloud.functionsDir);
  });

  it('never serves a file outside its folders', async () => {
    for (const path of ['/app/..%2f..%2fpackage.json', '/console/%2e%2e/server.ts', '/..%2fserver.ts']) {
      expect((await rawGet(path, {})).status).toBeGreaterThanOrEqual(400);
    }
  });
});

interface Signed {
  headers: Record<string, string>;
  body: string;
  path: string;
}

/** Lets the SDK sign a request and catches it at a server of our own, with the cloud's address in its signature. */
async function capture(expected: Record<string, string>): Promise<Signed> {
  const { sign } = await import('@cloudbase/signature-nodejs');
  const path = '/admin?env=local&seqId=1';
  const headers = { host: `127.0.0.1:${String(cloud.port)}`, 'content-type': 'application/json' };
  const { authorization, timestamp } = sign({
    secretId: 'local',
    secretKey: 'local',
    method: 'post',
    url: `${cloud.url}${path}`,
    headers,
    params: expected,
    timestamp: Math.floor(Date.now() / 1000),
    withSignedParams: true,
  });
  return {
    headers: { ...headers, authorization, 'x-timestamp': String(timestamp) },
    body: JSON.stringify(expected),
    path,
  };
}

async function replay({ headers }: Signed, body: string, path: string): Promise<unknown> {
  return (await cloud.post(path, body, headers)).body;
}

function rawGet(
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; keepAlive: number }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: cloud.port, path, headers }, (response) => {
      response.resume();
      const timeout = /timeout=(\d+)/.exec(String(response.headers['keep-alive']))?.[1];
      resolve({ status: response.statusCode ?? 0, keepAlive: Number(timeout ?? 0) });
    });
    sent.on('error', reject);
    sent.end();
  });
}
