import { PROBE } from './trial/probe';
import { startTrialCloud, type TrialCloud } from './trial/trial-cloud';

let cloud: TrialCloud;

beforeAll(async () => {
  cloud = await startTrialCloud({ probe: PROBE });
}, 60_000);
afterAll(() => cloud.stop());
beforeEach(async () => {
  await cloud.post('/faults', {});
  await cloud.invoke('probe', { action: 'clear' });
});

const adds = () => cloud.invoke('probe', { action: 'adds', values: ['a', 'b', 'c'] });
const values = async () => (await cloud.invoke('probe', { action: 'values' })).body;

it('counts the database calls of each call', async () => {
  await cloud.invoke('probe', { action: 'count3' });
  expect(cloud.logs.entries()[0]).toMatchObject({ function: 'probe', databaseCalls: 3 });
  await cloud.invoke('probe', { action: 'identity' });
  expect(cloud.logs.entries()[0]).toMatchObject({ databaseCalls: 0 });
});

it('kills the process before the call reaches the database', async () => {
  await cloud.post('/faults', { function: 'probe', at: 2, do: 'kill' });
  expect(await adds()).toMatchObject({ status: 500, body: { code: 'FUNCTIONS_EXECUTE_FAIL' } });
  expect(await values()).toEqual(['a']);
});

it('kills the process after the database did it', async () => {
  await cloud.post('/faults', { function: 'probe', at: 2, do: 'kill', when: 'after' });
  expect(await adds()).toMatchObject({ status: 500 });
  expect(await values()).toEqual(['a', 'b']);
});

it('undoes the open transaction of a killed process, so that the next call need not wait for its limit', async () => {
  const { body } = await cloud.invoke('probe', { action: 'add', value: 'before' });
  const { id } = body as { id: string };
  await cloud.post('/faults', { function: 'probe', at: 3, do: 'kill' });
  expect((await cloud.invoke('probe', { action: 'lock', id })).status).toBe(500);
  expect(await values()).toEqual(['before']);
  expect(await cloud.invoke('probe', { action: 'overwrite', id, value: 'after' })).toEqual({
    status: 200,
    body: 1,
  });
  expect((await cloud.invoke('probe', { action: 'lock', id })).status).toBe(200);
  expect(await values()).toEqual(['half-way']);
});

it('fails a call with the code asked for, once', async () => {
  await cloud.post('/faults', { function: 'probe', at: 1, do: 'fail', code: 'DATABASE_REQUEST_FAILED' });
  expect(await adds()).toMatchObject({ status: 500 });
  expect(cloud.logs.entries()[0]?.message).toContain('预设故障');
  expect((await adds()).status).toBe(200);
});

it('strikes as many calls as asked', async () => {
  await cloud.post('/faults', { function: 'probe', at: 3, do: 'kill', calls: 2 });
  expect((await adds()).status).toBe(500);
  expect((await adds()).status).toBe(500);
  expect((await adds()).status).toBe(200);
  expect(await values()).toEqual(['a', 'a', 'a', 'b', 'b', 'b', 'c']);
});

it('delays a call', async () => {
  await cloud.post('/faults', { function: 'probe', at: 1, do: 'delay', ms: 120 });
  expect((await adds()).status).toBe(200);
  expect(cloud.logs.entries()[0]?.ms).toBeGreaterThanOrEqual(120);
});

it('lists the script and clears it', async () => {
  await cloud.post('/faults', { function: 'probe', at: 7, do: 'fail' });
  expect((await cloud.get('/faults')).body).toMatchObject([{ function: 'probe', at: 7, do: 'fail' }]);
  await cloud.post('/faults', {});
  expect((await cloud.get('/faults')).body).toEqual([]);
});

it('refuses a fault that cannot be meant', async () => {
  for (const fault of [
    { function: 'probe', at: 0, do: 'fail' },
    { function: 'probe', at: 1, do: 'explode' },
    { function: 'probe', at: 1, do: 'delay' },
    { at: 1, do: 'fail' },
    { function: 'probe', at: 1, do: 'kill', when: 'later' },
  ]) {
    expect((await cloud.post('/faults', fault)).status).toBe(400);
  }
});
