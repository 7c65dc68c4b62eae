import { live } from '../../config/cloud/life';
import { Refusal } from '../../config/cloud/refusal';
import { isOfLife, testPerson } from '../../cloudfunctions/platform/test-person';
import type { Operation } from '../../src/contracts/operation';
import { answersBy, startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson } from '../make/person';
import { operations } from '../make/right-input';
import { setManaged } from '../make/managed';

/** Calls the functions of a cloud as the management API does; where told, a call is lost, or what it answered. */
function callsOf(on: TestCloud, lost?: { at: number; how: 'call' | 'answer' }) {
  const calls: string[] = [];
  return {
    calls,
    async invoke(name: string, event: object) {
      const { action = 'timer' } = event as { action?: string };
      calls.push(`${name}.${action}`);
      const isLost = calls.length === lost?.at;
      const answer = isLost && lost.how === 'call' ? '' : await answersBy(on)(name, JSON.stringify(event));
      if (isLost) throw new Refusal('network', 'Invoke', 'lost');
      return answer;
    },
  };
}

const hows = ['call', 'answer'] as const;

/** That nothing is left of whoever the test person was, and each proven end is there. */
function expectNobody(on: TestCloud, ends: number): void {
  expect(on.rows('accounts')).toEqual([]);
  expect(on.rows('certificates')).toHaveLength(ends);
  for (const word of Object.values(testPerson)) expect(on.filesHolding(word)).toEqual([]);
}

describe('the life by which an environment is seen to serve', () => {
  const managed = setManaged();

  it('is lived by verify to its proven end, as often as it is run, and no message leaves', async () => {
    expect((await managed.run('apply')).code).toBe(0);
    for (const ends of [1, 2]) {
      const verified = await managed.run('verify');
      expect(verified).toMatchObject({ code: 0, stderr: '' });
      const [certificate] = managed.served
        .rows('certificates')
        .map(({ _id }) => String(_id))
        .slice(-1);
      expect(verified.stdout).toContain('测试账号走完了一生');
      if (ends === 1) expect(verified.stdout).toContain(certificate);
      expectNobody(managed.served, ends);
    }
    expect(await managed.served.outbox()).toEqual([]);
  });

  it('is not begun where something is not as it must be', async () => {
    await managed.applied();
    managed.environment().storage = 'READONLY';
    const before = managed.served.rows('certificates').length;
    const verified = await managed.runBuild('one', 'verify');
    expect(verified.code).toBe(1);
    expect(verified.stdout).not.toContain('测试账号');
    expect(managed.served.rows('certificates')).toHaveLength(before);
  });

  it('is not lived by who only looks', async () => {
    await managed.applied();
    const before = managed.served.rows('ledger').length;
    expect(await managed.runBuild('one', 'verify', '--look')).toMatchObject({ code: 0, stderr: '' });
    expect(managed.served.rows('ledger')).toHaveLength(before);
  });

  it('is not taken for silence of the functions where the cloud asked none', async () => {
    const empty = await managed.run('verify');
    expect(empty.code).toBe(1);
    expect(empty.stdout).toContain('还缺的，或者不一样的');
    expect(empty.stdout).not.toContain('没有照规矩答话');
    await managed.applied();
    expect((await managed.runBuild('one', 'verify', '--look')).code).toBe(0);
    const at = managed.cloud.calls.indexOf('Invoke') + 1;
    managed.cloud.calls.length = 0;
    managed.cloud.fault = { at, how: 'forbidden' };
    const refused = await managed.runBuild('one', 'verify', '--look');
    expect(refused.stderr).toContain('没有做这件事的权限（Invoke）');
    managed.cloud.fault = undefined;
  });

  it('says where it stopped, and what to do', async () => {
    await managed.applied();
    const { answer } = managed.cloud.habits;
    const crash = '{"errorCode":1,"errorMessage":"Task timed out after 20 seconds","requestId":"r"}';
    const refusal = (code: string) => `{"ok":false,"error":{"code":"${code}","message":"别的话。"}}`;
    // Each goes on where the one before has stopped.
    for (const [at, text, words] of [
      ['session', '"success"', '停在“注册”：云函数停了'],
      ['session', refusal('MINI_PROGRAM_ONLY'), '停在“注册”：云端没有把这次调用当作控制台的'],
      ['register', crash, '停在“注册”：云函数停了'],
      ['profile', '{"ok":true,"data":{}}', '停在“查看自己的信息”：云函数停了，或者答的不是应有的样子'],
      ['submit', refusal('INTERNAL'), '停在“提请求和取消”：云函数答了 INTERNAL'],
      ['', '{"ok":true,"data":{"failed":["eraseDue"]}}', '停在“清除”：定时任务的这几步没有做完：eraseDue'],
    ] as const) {
      managed.cloud.habits.answer = (name, event) =>
        event.includes(`"action":"${at}"`) || (at === '' && event === '{}')
          ? Promise.resolve(text)
          : answer(name, event);
      const stopped = await managed.runBuild('one', 'verify');
      expect(stopped).toMatchObject({ code: 1, stderr: '' });
      expect(stopped.stdout).toContain(words);
      expect(stopped.stdout).not.toContain('别的话');
    }
    managed.cloud.habits.answer = answer;
    expect((await managed.runBuild('one', 'verify')).code).toBe(0);
    managed.cloud.habits.answer = async (name, event) =>
      event.includes('"register"') ? refusal('PLATFORM_CLOSED') : answer(name, event);
    const closed = await managed.runBuild('one', 'verify');
    expect(closed).toMatchObject({ code: 0, stderr: '' });
    expect(closed.stdout).toContain('平台已经关闭，所以没有注册测试账号');
    managed.cloud.habits.answer = answer;
  });
});

describe('the test person', () => {
  let on: TestCloud;
  beforeEach(async () => {
    on = await startTestCloud();
  });
  afterEach(() => on.stop());

  it('does all that it may, and no more, and goes on wherever a call or an answer was lost', async () => {
    const whole = callsOf(on);
    expect(await live(whole)).toMatchObject({ end: 'proven' });
    const { calls } = whole;
    const isMine = (operation: Operation) => calls.includes(`${operation.function}.${operation.action}`);
    // To agree is only for who was cut off before a policy came into force.
    const more = operations.filter((operation) => isOfLife(operation) && !isMine(operation));
    expect(more.map(({ action }) => action)).toEqual(['agree']);
    for (let at = 1; at <= calls.length; at += 1)
      for (const how of at < 4 ? hows : [hows[at % 2] ?? 'call']) {
        const cut = live(callsOf(on, { at, how }));
        // That the timer's run is not heard of stops nothing: the proof tells.
        if (calls[at - 1] !== 'retention.timer')
          expect(await cut).toMatchObject({ end: 'stopped', why: { refusal: { reason: 'network' } } });
        else if (how === 'answer') expect(await cut).toMatchObject({ end: 'proven' });
        else expect(await cut).toEqual({ end: 'waiting' });
        expect(await live(callsOf(on))).toMatchObject({ end: 'proven' });
        expect(on.rows('requests').filter(({ open }) => open)).toEqual([]);
        expectNobody(on, on.rows('certificates').length);
      }
    expect(on.rows('certificates').length).toBeGreaterThan(calls.length);
  }, 120_000);

  it('comes to its end with keys in an environment of their own, and beside another one', async () => {
    await on.restart({ KEYS_ENV: 'local-keys' });
    expect(await live(callsOf(on))).toMatchObject({ end: 'proven' });
    await Promise.all([live(callsOf(on)), live(callsOf(on))]);
    expect(await live(callsOf(on))).toMatchObject({ end: 'proven' });
    expectNobody(on, on.rows('certificates').length);
  });

  it('is nobody whom a person inside WeChat can be, or name', async () => {
    const person = makePerson(on);
    const asTest = { action: 'session', asTestPerson: true };
    expectRefusal(await on.invoke('account', asTest, person.openid), 'INVALID_INPUT');
    expectRefusal(await on.invoke('account', { action: 'session' }), 'MINI_PROGRAM_ONLY');
    expectRefusal(await on.invoke('account', { ...asTest, asTestPerson: 'o-somebody' }), 'MINI_PROGRAM_ONLY');
    expectRefusal(await on.invoke('account', { ...asTest, openid: person.openid }), 'INVALID_INPUT');
    expectRefusal(await on.invoke('retention', { action: 'health', asTestPerson: true }), 'CONSOLE_ONLY');
  });

  it('may do nothing that reaches anybody else, and gets no message', async () => {
    const as = (name: string, action: string, input: object = {}) =>
      on.invoke(name, { action, asTestPerson: true, ...input });
    for (const { function: name, action } of operations.filter((operation) => !isOfLife(operation)))
      expect([action, await as(name, action)]).toMatchObject([
        action,
        { error: { code: expect.stringMatching(/^(CONSOLE|MINI_PROGRAM)_ONLY$/) as string } },
      ]);
    const { version: policyVersion } = dataOf(await as('policy', 'current'));
    const phone = { kind: 'wechat', code: 'any' };
    dataOf(await as('account', 'register', { phone, policyVersion, age: 'adult' }));
    dataOf(await as('request', 'submit', { kind: 'question', details: '好', notify: true }));
    dataOf(await on.timer('reconcile'));
    dataOf(await as('account', 'deregister', { phone }));
    dataOf(await on.timer('reconcile'));
    dataOf(await on.timer('retention'));
    expect(await on.outbox()).toEqual([]);
  });
});
