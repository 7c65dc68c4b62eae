import { live } from '../../config/cloud/life';
import { Refusal } from '../../config/cloud/refusal';
import { testPerson } from '../../cloudfunctions/platform/test-person';
import { answersBy, startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson } from '../make/person';
import { plainProposal } from '../make/proposals';
import { setManaged } from '../make/managed';

/** Calls the functions of a cloud as the management API does, and counts; where told, the answer is lost. */
function callsOf(on: TestCloud, lostAt = Infinity) {
  const calls: string[] = [];
  return {
    calls,
    async invoke(name: string, event: object) {
      const answer = await answersBy(on)(name, JSON.stringify(event));
      calls.push(name);
      if (calls.length === lostAt) throw new Refusal('network', 'Invoke', 'lost');
      return answer;
    },
  };
}

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

  it('says where it stopped, and what to do', async () => {
    await managed.applied();
    const { answer } = managed.cloud.habits;
    managed.cloud.habits.answer = (name, event) =>
      event.includes('"profile"') ? Promise.resolve('{"ok":true,"data":{}}') : answer(name, event);
    const stopped = await managed.runBuild('one', 'verify');
    expect(stopped.code).toBe(1);
    expect(stopped.stdout).toContain('测试账号停在“查看自己的信息”：它答的不是应有的样子');
    managed.cloud.habits.answer = answer;
    expect((await managed.runBuild('one', 'verify')).code).toBe(0);
  });
});

describe('the test person', () => {
  let on: TestCloud;
  beforeEach(async () => {
    on = await startTestCloud();
  });
  afterEach(() => on.stop());

  it('goes on wherever an answer was lost, and is nobody again', async () => {
    const whole = callsOf(on);
    expect(await live(whole)).toMatchObject({ end: 'proven' });
    let ends = 1;
    for (let lostAt = 1; lostAt <= whole.calls.length; lostAt += 1) {
      const cut = callsOf(on, lostAt);
      // That the answer of the timer's run is lost stops nothing; any other is told.
      if (whole.calls[lostAt - 1] === 'retention') expect(await live(cut)).toMatchObject({ end: 'proven' });
      else {
        await expect(live(cut)).rejects.toThrow(Refusal);
        expect(await live(callsOf(on))).toMatchObject({ end: 'proven' });
      }
      ends = on.rows('certificates').length;
      expectNobody(on, ends);
    }
    expect(ends).toBeGreaterThan(whole.calls.length);
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

  it('can publish nothing, and gets no message', async () => {
    const as = (name: string, action: string, input: object = {}) =>
      on.invoke(name, { action, asTestPerson: true, ...input });
    const { version: policyVersion } = dataOf(await as('policy', 'current'));
    const phone = { kind: 'wechat', code: 'any' };
    dataOf(await as('account', 'register', { phone, policyVersion, age: 'adult' }));
    const proposal = { ...plainProposal, attempt: '3f3b8a3e-2f1a-4a51-9d0b-6a8a3d1f0001' };
    expectRefusal(await as('community', 'publish', proposal), 'CONTENT_REFUSED');
    dataOf(await as('account', 'sendSmsCode', { number: testPerson.phone }));
    dataOf(await as('request', 'submit', { kind: 'question', details: '好', notify: true }));
    dataOf(await on.timer('reconcile'));
    expect(await on.outbox()).toEqual([]);
  });
});
