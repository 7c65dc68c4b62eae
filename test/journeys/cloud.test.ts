import { functions } from '../../config/functions';
import { provisionPlan } from '../../src/contracts/data-map/derive/provision';
import { emptyEnvironment } from '../local-cloud/management/state';
import type { Ended } from '../make/cloud-command';
import { setManaged } from '../make/managed';

const managed = setManaged();
const { run, runBeside, write, environment, applied } = managed;
const lines = ({ stdout }: Ended) => stdout.split('\n').filter((line) => /^\d+\. /.test(line));

describe('the plan of a real environment', () => {
  test('shows all that is missing, and changes nothing', async () => {
    const planned = await run('plan');
    expect(planned).toMatchObject({ code: 0, stderr: '' });
    for (const { name } of provisionPlan()) expect(planned.stdout).toContain(`新建集合 ${name}，`);
    for (const name of Object.keys(functions)) expect(planned.stdout).toContain(`新建云函数 ${name}\n`);
    expect(planned.stdout).toContain('小程序不能调用 wechat-events、reconcile、retention');
    expect(planned.stdout).toContain('消息推送');
    expect(managed.cloud.calls).toHaveLength(5);
    expect(environment()).toMatchObject({ storage: 'PRIVATE', rule: undefined });
    expect(environment().collections.size + environment().functions.size).toBe(0);
  });

  test('is done by apply within 60 calls, once: a second one does nothing, and verify finds it good', async () => {
    const applied = await run('apply');
    expect(applied).toMatchObject({ code: 0, stderr: '' });
    expect(managed.cloud.calls.length).toBeLessThanOrEqual(60);
    const made = environment();
    expect([...made.collections.keys()].sort()).toEqual(
      provisionPlan()
        .map(({ name }) => name)
        .sort(),
    );
    for (const { name, indexes } of provisionPlan()) {
      const stored = made.collections.get(name);
      expect(stored?.permission).toBe('ADMINONLY');
      expect(stored?.indexes.map(({ Name }) => Name)).toEqual([
        '_id_',
        ...indexes.map((index) => index.name),
      ]);
    }
    expect(made.storage).toBe('ADMINONLY');
    expect(JSON.parse(made.rule ?? '')).toEqual({
      '*': { invoke: true },
      'wechat-events': { invoke: false },
      reconcile: { invoke: false },
      retention: { invoke: false },
    });
    expect(made.functions.get('retention')).toMatchObject({
      settings: { Timeout: 900, Runtime: 'Nodejs20.19' },
      triggers: [{ TriggerDesc: '{"cron":"0 */10 * * * * *"}', Enable: 1 }],
    });
    const before = JSON.stringify([...made.functions]);
    expect(await run('apply')).toMatchObject({ code: 0, stdout: '没有要做的，已经是应有的样子。\n' });
    expect(JSON.stringify([...made.functions])).toBe(before);
    expect(await run('verify')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('核对完了') as string,
    });
  });

  test('gives each function the variables that it reads and no others, and tells none of their values', async () => {
    const printed = [await run('plan'), await run('apply'), await run('plan')]
      .map(({ stdout }) => stdout)
      .join('');
    for (const value of [...Object.values(managed.secrets), '王经办']) expect(printed).not.toContain(value);
    const given = (name: string) => {
      const { Environment } = environment().functions.get(name)?.settings as {
        Environment: { Variables: { Key: string; Value: string }[] };
      };
      return Object.fromEntries(Environment.Variables.map(({ Key, Value }) => [Key, Value]));
    };
    expect(given('policy')).toEqual({ SIGNING_KEY: managed.secrets.SIGNING_KEY });
    expect(given('reconcile')).toMatchObject({
      MASTER_KEY: managed.secrets.MASTER_KEY,
      MINORS_STAFF: '王经办',
    });
    expect(given('reconcile')['SIGNING_KEY']).toBeUndefined();
    expect(JSON.parse(given('reconcile')['STAFF'] ?? '')).toEqual(managed.variables['STAFF']);
    expect(given('account')['STAFF']).toBeUndefined();
  });

  test('says what somebody changed in the console, and puts it right', async () => {
    await applied();
    const { functions: made, collections } = environment();
    Object.assign(made.get('account')?.settings ?? {}, { MemorySize: 512 });
    Object.assign(made.get('retention')?.triggers[0] ?? {}, { Enable: 0 });
    Object.assign(collections.get('keys') ?? {}, { permission: 'READONLY' });
    collections.get('ledger')?.indexes.pop();
    environment().storage = 'READONLY';
    const verified = await run('verify');
    expect(verified.code).toBe(1);
    for (const words of [
      '内存 512 改为 256 MB',
      'everyTenMinutes',
      '集合 keys 的权限从 READONLY',
      'ledger.',
      '云存储的权限',
    ])
      expect(verified.stdout).toContain(words);
    expect(lines(await run('apply'))).toHaveLength(5);
    expect((await run('verify')).code).toBe(0);
  });

  test('never takes over nor drops what something else has put there', async () => {
    await applied();
    const { functions: made, collections } = environment();
    Object.assign(made.get('policy')?.settings ?? {}, { Description: 'another system' });
    const accounts = collections.get('accounts');
    Object.assign(accounts?.indexes[1] ?? {}, { Unique: 'other', Keys: [{ Name: 'x', Direction: '1' }] });
    Object.assign(collections.get('usage') ?? {}, { rows: 12, indexes: [] });
    const planned = await run('plan');
    expect(planned.code).toBe(1);
    for (const words of [
      '叫 policy 的云函数，不是我们部署的',
      '集合 accounts 已经有叫',
      '集合 usage 里已经有 12 条',
    ])
      expect(planned.stdout).toContain(words);
    managed.cloud.calls.length = 0;
    expect((await run('apply')).code).toBe(1);
    expect(
      managed.cloud.calls.filter((action) => /^(Create|Update|Modify|Delete|Run|Batch)/.test(action)),
    ).toEqual([]);
  });

  test('goes on from wherever it broke off, and what an answer was lost of is not done twice', async () => {
    const codes: number[] = [];
    for (let runs = 0; codes.at(-1) !== 0 && runs < 30; runs += 1) {
      managed.cloud.calls.length = 0;
      managed.cloud.fault = { at: 3, ofWrites: true, how: runs % 2 ? 'lost' : 'answer-lost' };
      const { code, stderr } = await run('apply');
      if (code !== 0) expect(stderr).toMatch(/^没有等到云端的回答（\w+）/);
      codes.push(code);
    }
    expect(codes.length).toBeGreaterThan(10);
    managed.cloud.fault = undefined;
    expect((await run('verify')).code).toBe(0);
    for (const { versions, triggers } of environment().functions.values()) {
      expect(versions.length).toBeLessThanOrEqual(2);
      expect(triggers.length).toBeLessThanOrEqual(1);
    }
  }, 120_000);

  test('is done by two operators at once, each of whom is told how it went', async () => {
    const both = await Promise.all([run('apply'), runBeside('apply')]);
    for (const { code, stderr } of both)
      expect(stderr).toMatch(code === 0 ? /^$/ : /云函数还在变更中|同名的东西已经有了/);
    expect((await run('apply')).code).toBe(0);
    expect((await run('verify')).code).toBe(0);
  }, 60_000);

  test('waits until a function is ready', async () => {
    managed.cloud.habits.busyFor = 1;
    expect((await run('apply')).code).toBe(0);
    expect((await run('verify')).code).toBe(0);
  }, 60_000);

  test('goes the way of the console where the API takes no commands for indexes', async () => {
    managed.cloud.habits.runsCommands = false;
    expect((await run('apply')).code).toBe(0);
    expect(managed.cloud.calls.filter((action) => action === 'UpdateTable')).toHaveLength(
      provisionPlan().length,
    );
    expect((await run('verify')).code).toBe(0);
  });

  test('puts the keys into an environment of their own', async () => {
    write({}, { KEYS_ENV: 'vault-9z' });
    managed.cloud.environments.set('vault-9z', emptyEnvironment());
    expect((await run('apply')).code).toBe(0);
    expect([...environment('vault-9z').collections.keys()]).toEqual(['keys']);
    expect(environment('vault-9z').functions.size).toBe(0);
    expect(environment().collections.has('keys')).toBe(false);
    expect((await run('verify')).code).toBe(0);
  });
});

describe('going back', () => {
  test('returns the functions of the newest deployment, and those alone, to the version before', async () => {
    await applied();
    const account = environment().functions.get('account');
    const first = { zip: account?.zip, description: account?.settings['Description'] };
    expect((await run('rollback')).stdout).toContain('没有可以退回的版本');
    // Another deployment: one function has other code.
    Object.assign(account ?? {}, { zip: Buffer.from('newer').toString('base64') });
    const newer = 'elastic-pricing-privacy@0.1.0 ffff 2099-01-01T00:00:00.000Z';
    Object.assign(account?.settings ?? {}, { Description: newer });
    account?.versions.push({ Version: '2', Description: newer, zip: account.zip });
    const shown = await run('rollback');
    expect(shown.stdout).toContain('2099-01-01');
    expect(account?.settings['Description']).toBe(newer);
    expect(await run('rollback', {}, '--do')).toMatchObject({ code: 0, stderr: '' });
    expect({ zip: account?.zip, description: account?.settings['Description'] }).toEqual(first);
    expect(managed.cloud.calls.filter((action) => action === 'UpdateFunctionCode')).toHaveLength(1);
    expect((await run('verify')).code).toBe(0);
  });

  test('puts in no code that is not what the cloud says it is', async () => {
    await applied();
    const account = environment().functions.get('account');
    Object.assign(account?.settings ?? {}, {
      Description: 'elastic-pricing-privacy@0.1.0 ffff 2099-01-01T00:00:00.000Z',
    });
    managed.cloud.habits.codeUrl = () => `http://127.0.0.1:${String(managed.cloud.port)}/code/none`;
    expect(await run('rollback', {}, '--do')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('指纹不一样') as string,
    });
    expect(managed.cloud.calls).not.toContain('UpdateFunctionCode');
  });
});
