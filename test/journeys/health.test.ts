import { dataMap } from '../../src/contracts/data-map';
import { signals, type SignalName } from '../../src/contracts/health';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { operate } from '../make/operate';
import { makePerson } from '../make/person';

interface Signal {
  verdict: string;
  count: number;
  since: string | null;
}

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

async function health(): Promise<Record<SignalName, Signal>> {
  const { signals: all } = dataOf(await cloud.invoke('retention', { action: 'health' })) as {
    signals: (Signal & { name: SignalName })[];
  };
  return Object.fromEntries(all.map(({ name, ...signal }) => [name, signal])) as Record<SignalName, Signal>;
}
const at = (now: string) => cloud.travel(now);

test('a platform on which nothing waits is well, whoever asks from the console', async () => {
  await at('2026-03-02T02:00:00.000Z');
  const now = await health();
  expect(Object.keys(now)).toEqual(Object.keys(signals));
  expect(Object.values(now).map(({ verdict }) => verdict)).toEqual(Object.keys(signals).map(() => 'good'));
  const counts = Object.keys(signals).length + Object.keys(dataMap).length;
  expect(cloud.databaseCalls('retention')).toBeLessThanOrEqual(2 * counts);
  const person = makePerson(cloud);
  expect(await cloud.invoke('retention', { action: 'health' }, person.openid)).toMatchObject({ ok: false });
});

test('what waits is counted with the oldest of it, grows from watch to alarm, and names nobody', async () => {
  await at('2026-03-02T02:00:00.000Z');
  const person = makePerson(cloud);
  dataOf(await person.register());
  const { dueOn } = dataOf(await person.call('request', 'submit', { kind: 'question', details: '请问' })) as {
    dueOn: string;
  };
  expect((await health()).queue).toEqual({ verdict: 'good', count: 1, since: dueOn });
  await at(`${dueOn}T02:00:00.000Z`);
  const due = await health();
  expect(due['due-soon']).toMatchObject({ verdict: 'watch', count: 1 });
  expect(due.overdue).toMatchObject({ verdict: 'good', count: 0 });
  await at('2026-03-30T02:00:00.000Z');
  const late = await health();
  expect(late.overdue).toEqual({ verdict: 'alarm', count: 1, since: dueOn });
  expect(late['due-soon']).toMatchObject({ count: 0 });
  expect(JSON.stringify(late)).not.toContain(person.number);
});

test('an account that is not erased in its hour alarms until the timer has done it', async () => {
  await at('2026-04-13T02:00:00.000Z');
  const person = makePerson(cloud);
  dataOf(await person.register());
  dataOf(await person.deregister());
  expect((await health())['erasures-due']).toMatchObject({ verdict: 'good', count: 1 });
  await at('2026-04-20T02:00:00.000Z');
  expect((await health())['erasures-late']).toMatchObject({ verdict: 'alarm', count: 1 });
  for (let runs = 0; runs < 3; runs += 1) dataOf(await cloud.timer('retention'));
  const done = await health();
  expect(done['erasures-late']).toMatchObject({ verdict: 'good', count: 0 });
  expect(done.erased.count).toBe(1);
});

test('days without an anchor and a year without a notice are told', async () => {
  expect((await health()).anchors).toMatchObject({ verdict: 'good' });
  await at('2026-04-24T02:00:00.000Z');
  expect((await health()).anchors).toMatchObject({ verdict: 'alarm', count: 4 });
  await at('2029-12-02T02:00:00.000Z');
  expect((await health()).calendar).toMatchObject({ verdict: 'alarm', count: 1 });
  expect((await health()).agreements).toMatchObject({ verdict: 'watch', count: 2, since: '2027-12-31' });
});

test('the command tells it in plain words, with the runbook where something is not well', async () => {
  await at('2026-04-24T02:00:00.000Z');
  const { code, stdout, stderr } = await operate(cloud, 'health');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(
    /【告警】已经超过期限的请求：1，最早的是 2026-03-\d\d\n {2}怎么办：config\/operate\/runbooks\/queue\.md/,
  );
  expect(stdout).toMatch(/【正常】冷静期里的账号：0\n/);
  expect(stdout).toContain('【正常】存证完好');
  const quick = await operate(cloud, 'health', '--json', '--quick');
  expect(JSON.parse(quick.stdout)).not.toHaveProperty('ledger');
}, 30_000);
