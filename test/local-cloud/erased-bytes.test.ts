import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROBE } from './trial/probe';
import { startTrialCloud, type TrialCloud } from './trial/trial-cloud';

const CANARY = 'canary-9f27c1';

let cloud: TrialCloud;
beforeAll(async () => {
  cloud = await startTrialCloud({
    probe: PROBE,
    sweeper: {
      ...PROBE,
      source: PROBE.source.replace("event.action ?? 'identity'", "'clear'"),
      config: { triggers: [{ name: 'daily', type: 'timer', config: '0 0 3 * * * *' }] },
    },
  });
}, 60_000);
afterAll(() => cloud.stop());

it('has the bytes of what a timer erased gone from disk when the timer answers', async () => {
  await cloud.invoke('probe', { action: 'adds', values: [CANARY] });
  expect(holds(cloud.dir, CANARY)).toBe(true);
  expect(await cloud.post('/timer/sweeper')).toMatchObject({ status: 200, body: { deleted: 1 } });
  expect(holds(cloud.dir, CANARY)).toBe(false);
  expect((await cloud.invoke('probe', { action: 'values' })).body).toEqual([]);
});

function holds(path: string, text: string): boolean {
  if (statSync(path).isFile()) return readFileSync(path).includes(text);
  return readdirSync(path).some((name) => holds(join(path, name), text));
}
