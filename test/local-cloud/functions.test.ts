import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { PROBE } from './trial/probe';
import { startTrialCloud, writeFunction, type TrialCloud } from './trial/trial-cloud';

let cloud: TrialCloud;

beforeAll(async () => {
  cloud = await startTrialCloud({
    probe: PROBE,
    brief: { ...PROBE, config: { timeout: 1 } },
    slim: { ...PROBE, config: { memorySize: 96 } },
    ticking: {
      source: 'exports.main = async (event) => ({ event, trigger: process.env.TRIGGER_SRC });',
      config: { triggers: [{ name: 'everyMinute', type: 'timer', config: '0 * * * * * *' }] },
    },
    unloadable: { source: 'throw new Error("cannot start");' },
    callback: { source: 'exports.main = (event, context, done) => done(null, { heard: event.word });' },
  });
}, 60_000);
afterAll(() => cloud.stop());

const probe = (event: unknown, openid?: string) => cloud.invoke('probe', event, openid);

describe('identity', () => {
  it('gives a mini program call its person, by variable, context and event', async () => {
    const { body } = await probe({ action: 'identity', userInfo: { openId: 'forged' } }, 'user-a');
    expect(body).toMatchObject({
      openid: 'user-a',
      variable: 'user-a',
      source: 'wx_client',
      env: 'local',
      event: { userInfo: { openId: 'user-a' } },
    });
  });

  it('leaves no person behind for the console call that follows on the same process', async () => {
    const first = await probe({ action: 'count' }, 'user-a');
    const second = await probe({ action: 'count' });
    expect((second.body as { pid: number }).pid).toBe((first.body as { pid: number }).pid);
    const { body } = await probe({ action: 'identity' });
    expect(body).not.toHaveProperty('openid');
    expect(body).not.toHaveProperty('variable');
    expect(body).not.toHaveProperty('source');
  });

  it('never mixes the people of calls that run at the same time', async () => {
    const people = Array.from({ length: 12 }, (_, index) => `user-${String(index)}`);
    const answers = await Promise.all(people.map((person) => probe({ action: 'linger', ms: 60 }, person)));
    answers.forEach(({ body }, index) => {
      const person = people[index];
      expect(body).toMatchObject({ before: person, after: person, context: person });
    });
    const pids = new Set(answers.map(({ body }) => (body as { pid: number }).pid));
    expect(pids.size).toBeGreaterThan(1);
    expect(pids.size).toBeLessThanOrEqual(4);
  });

  it('gives each call the platform context and none of the machine variables', async () => {
    const { body } = await probe({ action: 'context' });
    expect(body).toMatchObject({
      function_name: 'probe',
      memory_limit_in_mb: 256,
      time_limit_in_ms: 5000,
      request_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(JSON.parse((body as { environment: string }).environment)).toMatchObject({ TCB_ENV: 'local' });
    const { body: variables } = await probe({
      action: 'variables',
      names: ['TZ', 'HOME', 'MASTER_KEY', 'NODE_ENV'],
    });
    expect(variables).toEqual({ TZ: 'UTC', MASTER_KEY: expect.stringMatching(/^[\w+/]{43}=$/) as string });
  });
});

describe('the ends of a call', () => {
  it('answers null when a function returns nothing, and knows the callback form', async () => {
    expect((await probe({ action: 'nothing' })).body).toBeNull();
    expect((await cloud.invoke('callback', { word: 'hello' })).body).toEqual({ heard: 'hello' });
  });

  it('kills a call that outlives its time limit, waiting or spinning, and serves the next', async () => {
    const over = { status: 500, body: { code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' } };
    expect(await cloud.invoke('brief', { action: 'wait', ms: 60_000 })).toMatchObject(over);
    expect(await cloud.invoke('brief', { action: 'spin' })).toMatchObject(over);
    expect(await cloud.invoke('brief', { action: 'count' })).toMatchObject({
      status: 200,
      body: { calls: 1 },
    });
  }, 20_000);

  it('kills a call that outgrows its memory, on the heap or in buffers', async () => {
    const over = { status: 500, body: { code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' } };
    expect(await cloud.invoke('slim', { action: 'heap' })).toMatchObject(over);
    expect(await cloud.invoke('slim', { action: 'buffers' })).toMatchObject(over);
    expect((await cloud.invoke('slim', { action: 'count' })).status).toBe(200);
  }, 30_000);

  it('answers a crash with 500 and its code', async () => {
    for (const action of ['throws', 'exits', 'rejectsLater']) {
      expect(await probe({ action })).toMatchObject({
        status: 500,
        body: { code: 'FUNCTIONS_EXECUTE_FAIL' },
      });
    }
    expect(await probe({ action: 'throws' })).toMatchObject({
      body: { message: expect.stringContaining('broken on purpose') as string },
    });
    expect(await cloud.invoke('unloadable', {})).toMatchObject({
      status: 500,
      body: { code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('cannot start') as string },
    });
    expect((await probe({ action: 'count' })).status).toBe(200);
  });

  it('refuses an unknown function, a broken body and a result over the limit of a client', async () => {
    expect(await cloud.invoke('absent', {})).toMatchObject({
      status: 404,
      body: { code: 'FUNCTION_NOT_FOUND' },
    });
    expect(await cloud.invoke('..%2Fprobe', {})).toMatchObject({ status: 404 });
    expect(await cloud.post('/invoke/probe', '{"action":')).toMatchObject({ status: 400 });
    expect(await cloud.post('/invoke/probe', '[1]')).toMatchObject({ status: 400 });
    const big = { action: 'big', bytes: 1024 * 1024 + 1 };
    expect(await probe(big, 'user-a')).toMatchObject({
      status: 500,
      body: { code: 'EXCEED_MAX_RESPONSE_SIZE' },
    });
    expect((await probe(big)).status).toBe(200);
  });

  it('hands a __proto__ member to the function untouched, for the function to refuse', async () => {
    const { body } = await cloud.post('/invoke/probe', '{"action":"identity","__proto__":{"x":1}}');
    expect(JSON.stringify(body)).toContain('"__proto__":{"x":1}');
  });
});

describe('between functions', () => {
  it('lets a function call another, which sees the same person and a longer source', async () => {
    const { body } = await probe({ action: 'call', name: 'brief', data: { action: 'identity' } }, 'user-a');
    expect(body).toMatchObject({ openid: 'user-a', source: 'wx_client,scf' });
    const byConsole = await probe({ action: 'call', name: 'brief', data: { action: 'identity' } });
    expect(byConsole.body).toMatchObject({ source: 'scf' });
    expect(byConsole.body).not.toHaveProperty('openid');
  });

  it('passes the error of the called function on with its code', async () => {
    const { body } = await probe({ action: 'call', name: 'absent' });
    expect(body).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    expect((body as { message: string }).message).toContain('absent');
  });

  it('does not lock up when as many functions as there are processes call their own kind', async () => {
    const nested = { action: 'call', name: 'probe', data: { action: 'linger', ms: 20 } };
    const answers = await Promise.all(Array.from({ length: 6 }, () => probe(nested)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  });
});

describe('timers', () => {
  it('runs a timer function now with the event of the platform', async () => {
    const { body } = await cloud.post('/timer/ticking');
    expect(body).toMatchObject({
      event: { Type: 'Timer', TriggerName: 'everyMinute', Message: '' },
      trigger: 'timer',
    });
    expect(await cloud.post('/timer/probe')).toMatchObject({
      status: 404,
      body: { code: 'TIMER_NOT_FOUND' },
    });
  });

  it('tells the next ring of a seven-field pattern', () => {
    const [timer] = cloud.timers.list();
    expect(timer).toMatchObject({ function: 'ticking', config: '0 * * * * * *' });
    expect(new Date(timer?.nextRun ?? '').getSeconds()).toBe(0);
  });
});

it('rings a timer by the clock on the wall', async () => {
  const ringing = await startTrialCloud(
    {
      bell: {
        source: 'exports.main = ({ TriggerName }) => TriggerName;',
        config: { triggers: [{ name: 'everySecond', type: 'timer', config: '* * * * * * *' }] },
      },
    },
    { timers: true },
  );
  await ringing.post('/clock', { now: '2031-01-01T00:00:00Z' });
  while (ringing.logs.entries().length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ringing.logs.entries()[0]).toMatchObject({ function: 'bell', caller: 'timer', ok: true });
  await ringing.stop();
});

it('loads a rebuilt function anew, also when every place was taken by the old one', async () => {
  await writeFunction(cloud.functionsDir, 'edited', { source: 'exports.main = () => "before";' });
  expect((await cloud.invoke('edited', {})).body).toBe('before');
  await Promise.all(Array.from({ length: 8 }, () => cloud.invoke('edited', {})));
  await writeFunction(cloud.functionsDir, 'edited', { source: 'exports.main = () => "after, rebuilt";' });
  expect((await cloud.invoke('edited', {})).body).toBe('after, rebuilt');
});

it('logs each call with what it printed and without the person or the event', async () => {
  await probe({ action: 'print', secret: 'canary-event' }, 'canary-openid');
  const [entry] = cloud.logs.entries();
  expect(entry).toMatchObject({ function: 'probe', caller: 'mini-program', ok: true, databaseCalls: 0 });
  expect(entry?.lines[0]).toBe('one line');
  expect(JSON.parse(entry?.lines[1] ?? '')).toEqual({ level: 'info', event: 'probe.printed', count: 1 });
  expect(JSON.stringify(cloud.logs.entries())).not.toContain('canary');
});

it('ends every process when it stops, busy ones and those with calls in the queue', async () => {
  const other = await startTrialCloud({ probe: PROBE });
  const { body } = await other.invoke('probe', { action: 'count' });
  const { pid } = body as { pid: number };
  const wait = () => other.invoke('probe', { action: 'wait', ms: 4000 }).catch(() => undefined);
  const running = Promise.all(Array.from({ length: 8 }, wait));
  while (other.functions.list()[0]?.pool.waiting !== 4)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await other.stop();
  await running;
  expect(isRunning(pid)).toBe(false);
  expect(processesOf(other.functionsDir)).toEqual([]);
});

/** The processes that run a bundle of this folder; told on Linux only. */
function processesOf(functionsDir: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(functionsDir);
    } catch {
      return false;
    }
  });
}

function isRunning(pid: number): boolean {
  if (process.platform === 'linux' && !existsSync(`/proc/${String(pid)}`)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
