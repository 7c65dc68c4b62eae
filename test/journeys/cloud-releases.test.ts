import { newDeployment } from '../../config/cloud/apply';
import { described, releaseIn, type Release } from '../../config/cloud/release';
import { functions } from '../../config/functions';
import { signals } from '../../src/contracts/health';
import { setManaged } from '../make/managed';

const managed = setManaged();
const { run, runBuild, runBeside, running, environment, applied } = managed;
const names = Object.keys(functions);
const all = (build: string) => Object.fromEntries(names.map((name) => [name, { runs: build, says: build }]));

/** What a function says it runs is what it runs, or it says that it is changing. */
const honest = () => {
  const lying = Object.entries(running()).filter(([, { runs, says }]) => says !== undefined && says !== runs);
  expect(lying).toEqual([]);
};
const hows = ['lost', 'answer-lost'] as const;

/**
 * Runs a command again and again, each time with a later one of its writes going wrong, until none is left: each of the
 * first, which are all kinds, and then some. Answers how many went wrong.
 */
async function brokenAtEach(
  begin: () => Promise<unknown>,
  work: () => Promise<{ code: number }>,
  after: () => Promise<void>,
) {
  let broken = 0;
  for (let write = 1; ; write += write < 10 ? 1 : 5) {
    await begin();
    managed.cloud.calls.length = 0;
    managed.cloud.fault = { at: write, ofWrites: true, how: hows[write % 2] ?? 'lost' };
    const { code } = await work();
    managed.cloud.fault = undefined;
    honest();
    if (code === 0) return broken;
    broken += 1;
    await after();
  }
}

test('a first apply goes on from wherever it broke off', async () => {
  const writes = await brokenAtEach(
    () => {
      managed.empty();
      return Promise.resolve();
    },
    () => runBuild('one', 'apply'),
    async () => {
      expect((await runBuild('one', 'apply')).code).toBe(0);
      expect(running()).toEqual(all('one'));
      for (const { versions, triggers } of environment().functions.values())
        expect([versions.length, triggers.length <= 1]).toEqual([1, true]);
    },
  );
  expect(writes).toBeGreaterThan(15);
}, 180_000);

test('an update that broke off anywhere is made good by another apply, and goes back as one', async () => {
  const writes = await brokenAtEach(
    () => applied(),
    () => runBuild('two', 'apply'),
    async () => {
      expect((await runBuild('two', 'apply')).code).toBe(0);
      expect(running()).toEqual(all('two'));
      expect((await runBuild('two', 'verify', '--look')).code).toBe(0);
      expect((await run('rollback', {}, '--do')).code).toBe(0);
      expect(running()).toEqual(all('one'));
    },
  );
  expect(writes).toBeGreaterThan(12);
}, 180_000);

test('a way back that broke off anywhere goes on, and no further', async () => {
  await applied();
  await runBuild('two', 'apply');
  await runBuild('three', 'apply');
  const three = structuredClone(environment());
  let goesOn = 0;
  const begin = () => Promise.resolve(managed.cloud.environments.set(managed.env, structuredClone(three)));
  const again = async () => {
    const { code, stdout } = await run('rollback', {}, '--do');
    expect(code).toBe(0);
    goesOn += Number(stdout.includes('上次没有退完，接着退回'));
    expect(running()).toEqual(all('two'));
    expect((await runBuild('two', 'verify', '--look')).code).toBe(0);
  };
  const writes = await brokenAtEach(begin, () => run('rollback', {}, '--do'), again);
  expect(goesOn).toBeGreaterThan(0);
  expect(writes).toBeGreaterThan(10);
  // Of each function its mark, its code and its mark: now all are back but the last, which is between.
  for (const fromEnd of [0, 1]) {
    await begin();
    managed.cloud.calls.length = 0;
    managed.cloud.fault = { at: 3 * names.length - fromEnd, ofWrites: true, how: 'lost' };
    expect((await run('rollback', {}, '--do')).code).toBe(2);
    managed.cloud.fault = undefined;
    await again();
  }
}, 180_000);

test('a deployment is later than each that stands, within one second and by a clock that is behind', () => {
  const release = { code: 'a', data: 3, at: '2026-11-28T08:00:00.000Z', before: '1', stage: 'done' } as const;
  const functions = new Map([
    ['account', { release }],
    ['consent', { release: undefined }],
  ]);
  const begun = (now: string) => newDeployment(new Date(now), functions);
  expect(begun('2026-11-28T08:00:00.900Z')).toBe('2026-11-28T08:00:01.000Z');
  expect(begun('2026-11-28T07:00:00.000Z')).toBe('2026-11-28T08:00:01.000Z');
  expect(begun('2026-11-28T09:00:00.500Z')).toBe('2026-11-28T09:00:00.000Z');
});

test('going back shows first, needs no keys, and never returns to what was gone back from', async () => {
  await applied();
  expect((await run('rollback')).stdout).toContain('没有可以退回的版本');
  await runBuild('two', 'apply');
  expect((await run('rollback', { MASTER_KEY: '', LOOKUP_KEY: '', SIGNING_KEY: '' })).stdout).toContain(
    '加上 --do',
  );
  expect(running()).toEqual(all('two'));
  expect((await run('rollback', {}, '--do')).code).toBe(0);
  await runBuild('three', 'apply');
  managed.write({}, { COOLING_OFF_DAYS: 2 });
  await runBuild('three', 'apply');
  expect(running()).toEqual(all('three'));
  expect((await run('rollback', {}, '--do')).code).toBe(0);
  expect(running()).toEqual(all('one'));
}, 30_000);

test('code that cannot read what newer code wrote takes its place only where that is meant', async () => {
  await applied();
  await runBuild('newer', 'apply');
  const newer = structuredClone(environment());
  const [plan, apply] = [await runBuild('two', 'plan'), await runBuild('two', 'apply')];
  for (const { code, stdout } of [plan, apply]) {
    expect(code).toBe(1);
    expect(stdout).toContain('数据格式改过 3 次，它只知道 2 次');
    expect(stdout).toContain('--change data');
  }
  expect((await runBuild('first', 'plan')).stdout).toContain('它还不看数据的格式，会照旧规则读写全部数据');
  const back = await run('rollback', {}, '--do');
  expect(back.code).toBe(1);
  expect(back.stdout).toContain('读不了现在的版本写的数据');
  expect(running()).toEqual(all('newer'));
  expect((await run('rollback', {}, '--do', '--change', 'data')).code).toBe(0);
  expect(running()).toEqual(all('one'));
  managed.cloud.environments.set(managed.env, newer);
  expect((await runBuild('two', 'apply', '--change', 'data')).code).toBe(0);
  expect(running()).toEqual(all('two'));
}, 30_000);

test('rows that the running functions do not know are told in the plan, with the way on', async () => {
  await applied();
  const { answer } = managed.cloud.habits;
  const counted = (older: number, unknown: number) => {
    const counts: Record<string, number> = { 'schema-older': older, 'schema-unknown': unknown };
    const one = (name: string) => ({ name, verdict: 'good', count: counts[name] ?? 0, since: null });
    return JSON.stringify({
      ok: true,
      data: { at: '2026-11-27T00:00:00.000Z', signals: Object.keys(signals).map(one) },
    });
  };
  const planned = async (text: string) => {
    managed.cloud.habits.answer = (name, event) =>
      name === 'retention' && event.includes('health') ? Promise.resolve(text) : answer(name, event);
    const { code, stdout } = await runBuild('one', 'plan');
    expect(code).toBe(0);
    return stdout;
  };
  expect(await planned(counted(0, 0))).not.toContain('数据里有');
  const both = await planned(counted(12, 3));
  expect(both).toContain('数据里有 12 行是旧格式');
  expect(both).toContain('数据里有 3 行的格式，运行中的云函数不认识');
  expect(both).toContain('config/operate/runbooks/schema.md');
  for (const strange of ['', '{}', 'null', '{"ok":true,"data":{"signals":[]}}'])
    expect(await planned(strange)).not.toContain('数据里有');
});

test('a release from before changes of schemas were counted knew none', () => {
  const before = 'elastic pricing privacy 0.1.0 code abc123 at 20261127T120000Z before 3 done';
  expect(releaseIn(before)).toEqual({
    ...{ code: 'abc123', data: 0, at: '2026-11-27T12:00:00.000Z', before: '3', stage: 'done' },
  });
  expect(releaseIn(described({ ...(releaseIn(before) as Release), data: 7 }))).toMatchObject({ data: 7 });
});

test('code that is not what the cloud says it is, or that cannot be fetched, is put nowhere', async () => {
  await applied();
  await runBuild('two', 'apply');
  const url = managed.cloud.habits.codeUrl;
  managed.cloud.habits.codeUrl = (name) => url(name, '2');
  expect((await run('rollback', {}, '--do')).stderr).toContain('指纹不一样');
  managed.cloud.habits.codeUrl = () => 'http://127.0.0.1:1/';
  expect((await run('rollback', {}, '--do')).stderr).toContain('没有等到云端的回答');
  expect(running()).toEqual(all('two'));
});

test('two operators at once, with one build or with two, leave nothing that lies', async () => {
  for (const [mine, theirs] of [
    ['one', 'one'],
    ['two', 'three'],
  ] as const) {
    const both = await Promise.all([runBuild(mine, 'apply'), runBeside(theirs, 'apply')]);
    for (const { code, stderr } of both)
      expect(stderr).toMatch(code === 0 ? /^$/ : /云函数还在变更中|同名的东西已经有了/);
    honest();
    expect((await runBuild(mine, 'apply')).code).toBe(0);
    expect(running()).toEqual(all(mine));
    expect((await runBuild(mine, 'verify')).code).toBe(0);
  }
}, 60_000);

test('functions that need their time are waited for', async () => {
  managed.cloud.habits.busyFor = 1;
  expect((await runBuild('one', 'apply')).code).toBe(0);
  expect((await runBuild('one', 'verify')).code).toBe(0);
}, 60_000);
