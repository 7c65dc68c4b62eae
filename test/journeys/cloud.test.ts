import { randomBytes } from 'node:crypto';
import { functions } from '../../config/functions';
import { provisionPlan } from '../../src/contracts/data-map/derive/provision';
import { emptyEnvironment } from '../local-cloud/management/state';
import { setManaged } from '../make/managed';

const managed = setManaged();
const { run, runBuild, write, environment, applied } = managed;
const cloud = () => managed.cloud.calls;

describe('the plan of a real environment', () => {
  test('shows all that is missing, and changes nothing', async () => {
    const planned = await run('plan');
    expect(planned).toMatchObject({ code: 0, stderr: '' });
    for (const { name } of provisionPlan()) expect(planned.stdout).toContain(`新建集合 ${name}，`);
    for (const name of Object.keys(functions)) expect(planned.stdout).toContain(`新建云函数 ${name}\n`);
    expect(planned.stdout).toContain('小程序不能调用 wechat-events、reconcile、retention');
    expect(planned.stdout).toContain('消息推送');
    expect(managed.cloud.calls).toHaveLength(6);
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
    const shut = ['wechat-events', 'reconcile', 'retention'];
    expect(JSON.parse(made.rule ?? '')).toEqual({
      '*': { invoke: true },
      ...Object.fromEntries(Object.keys(functions).map((name) => [name, { invoke: !shut.includes(name) }])),
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
    expect(given('policy')).toMatchObject({ SIGNING_KEY: managed.secrets['SIGNING_KEY'] });
    expect(Object.keys(given('policy')).filter((name) => /MASTER|LOOKUP|STAFF/.test(name))).toEqual([]);
    expect(given('reconcile')).toMatchObject({
      MASTER_KEY: managed.secrets.MASTER_KEY,
      MINORS_STAFF: '王经办',
    });
    expect(given('reconcile')['SIGNING_KEY']).toBeUndefined();
    expect(JSON.parse(given('reconcile')['STAFF'] ?? '')).toEqual(managed.variables['STAFF']);
    expect(given('account')['STAFF']).toBeUndefined();
  });

  test('says what somebody changed in the console, and puts it right', async () => {
    const { functions: made, collections } = await applied();
    Object.assign(made.get('account')?.settings ?? {}, { MemorySize: 512 });
    Object.assign(made.get('retention')?.triggers[0] ?? {}, { Enable: 0 });
    Object.assign(made.get('policy') ?? {}, { zip: made.get('consent')?.zip });
    Object.assign(collections.get('keys') ?? {}, { permission: 'READONLY' });
    collections.get('ledger')?.indexes.pop();
    environment().storage = 'READONLY';
    const verified = await runBuild('one', 'verify');
    expect(verified.code).toBe(1);
    for (const words of [
      '内存 512 改为 256 MB',
      'everyTenMinutes',
      '云函数 policy 的代码被别处换过',
      '集合 keys 的权限从 READONLY',
      'ledger.',
      '云存储的权限',
    ])
      expect(verified.stdout).toContain(words);
    expect((await runBuild('one', 'apply')).code).toBe(0);
    expect((await runBuild('one', 'verify')).code).toBe(0);
  });

  test('never takes over nor drops what something else has put there', async () => {
    const { functions: made, collections } = await applied();
    Object.assign(made.get('policy')?.settings ?? {}, { Description: 'another system' });
    const accounts = collections.get('accounts');
    Object.assign(accounts?.indexes[1] ?? {}, { Keys: [{ Name: 'x', Direction: '1' }] });
    Object.assign(collections.get('usage') ?? {}, { rows: 12, indexes: [] });
    Object.assign(collections.get('logins') ?? {}, { permission: 'CUSTOM' });
    Object.assign(environment(), { storage: 'CUSTOM', rule: '{ /* ours */ }' });
    for (const command of ['plan', 'apply', 'verify']) {
      const ended = await runBuild('one', command);
      expect(ended.code).toBe(1);
      for (const words of [
        '叫 policy 的云函数，不是我们部署的',
        '集合 accounts 已经有叫',
        '集合 usage 里已经有 12 条',
        '集合 logins 用的是自定义的安全规则',
        '云存储用的是自定义的安全规则',
        '云函数的安全规则里有读不懂的内容',
      ])
        expect(ended.stdout).toContain(words);
    }
    expect(
      cloud().filter((action) => /^(Create|Update|Modify|Delete|RunC|Batch|Publish)/.test(action)),
    ).toEqual([]);
  });

  test('puts its functions into the rule that stands, and leaves what it says of others', async () => {
    const standing = { '*': { invoke: false }, payroll: { invoke: "auth.uid == 'boss'" } };
    environment().rule = JSON.stringify(standing);
    expect((await runBuild('one', 'apply')).code).toBe(0);
    expect(JSON.parse(environment().rule ?? '')).toMatchObject({
      ...standing,
      account: { invoke: true },
      retention: { invoke: false },
    });
    expect((await runBuild('one', 'verify')).code).toBe(0);
  });

  test('changes and takes away no key that rows were written under, unless that is meant', async () => {
    await applied();
    const other = { MASTER_KEY: randomBytes(32).toString('base64') };
    const build = ['--functions', managed.folderOf('one')];
    const refused = await run('apply', other, ...build);
    expect(refused).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/MASTER_KEY（云函数 account、.+）会和现在不一样/) as string,
    });
    // One matter, whatever the number of functions that have the key.
    expect(refused.stdout.match(/会和现在不一样/g)).toHaveLength(1);
    // With the one before kept beside it, it may follow.
    const rotated = { ...other, MASTER_KEY_PREVIOUS: managed.secrets['MASTER_KEY'] ?? '' };
    expect((await run('apply', rotated, ...build)).code).toBe(0);
    // Begun anew before all is wrapped by it, the change would drop what still opens the rest.
    const third = randomBytes(32).toString('base64');
    for (const early of [
      { ...rotated, MASTER_KEY_PREVIOUS: third },
      { MASTER_KEY: third, MASTER_KEY_PREVIOUS: other.MASTER_KEY },
    ])
      expect((await run('apply', early, ...build)).stdout).toMatch(/--change MASTER_KEY_PREVIOUS。/);
    const swapped = { MASTER_KEY: rotated.MASTER_KEY_PREVIOUS, MASTER_KEY_PREVIOUS: rotated.MASTER_KEY };
    expect((await run('apply', swapped, ...build)).code).toBe(0);
    expect((await run('apply', rotated, ...build)).code).toBe(0);
    const dropped = await run('apply', other, ...build);
    expect(dropped.stdout).toContain('--change MASTER_KEY_PREVIOUS');
    expect((await run('apply', other, ...build, '--change', 'MASTER_KEY_PREVIOUS')).code).toBe(0);
    expect((await run('verify', other, ...build)).code).toBe(0);
  });

  test('takes the names of what is meant in any commas, and an empty variable for none', async () => {
    await applied();
    const other = {
      MASTER_KEY: randomBytes(32).toString('base64'),
      LOOKUP_KEY: randomBytes(32).toString('base64'),
    };
    const meant = ['--change', 'MASTER_KEY，LOOKUP_KEY'];
    expect((await run('apply', other, ...['--functions', managed.folderOf('one')], ...meant)).code).toBe(0);
    write({}, { KEYS_ENV: '' });
    expect((await run('verify', other, '--functions', managed.folderOf('one'), '--look')).code).toBe(0);
  });

  test('leaves a variable that somebody else gave a function', async () => {
    const { functions: made } = await applied();
    const environmentOf = (name: string) =>
      made.get(name)?.settings['Environment'] as { Variables: { Key: string; Value: string }[] };
    environmentOf('account').Variables.push({ Key: 'TZ', Value: 'Asia/Shanghai' });
    write({}, { COOLING_OFF_DAYS: 2 });
    expect((await runBuild('one', 'apply')).stdout).toMatch(/加上环境变量 COOLING_OFF_DAYS/);
    expect(environmentOf('account').Variables).toContainEqual({ Key: 'TZ', Value: 'Asia/Shanghai' });
  });

  test.each(['never', 'in-name'] as const)(
    'makes indexes as the console does where commands work %s',
    async (how) => {
      managed.cloud.habits.runsCommands = how;
      expect((await runBuild('one', 'apply')).code).toBe(0);
      expect(managed.cloud.calls.filter((action) => action === 'UpdateTable')).toHaveLength(
        provisionPlan().length,
      );
      expect((await runBuild('one', 'verify')).code).toBe(0);
    },
  );

  test('sets up the vault before any function looks for it', async () => {
    write({}, { KEYS_ENV: 'vault-9z' });
    managed.cloud.environments.set('vault-9z', emptyEnvironment());
    managed.cloud.fault = { at: 1, ofWrites: true, how: 'lost' };
    expect((await runBuild('one', 'apply')).code).toBe(2);
    expect(environment().functions.size + environment().collections.size).toBe(0);
  });

  test('puts the keys into an environment of their own', async () => {
    write({}, { KEYS_ENV: 'vault-9z' });
    managed.cloud.environments.set('vault-9z', emptyEnvironment());
    expect((await runBuild('one', 'apply')).code).toBe(0);
    expect([...environment('vault-9z').collections.keys()]).toEqual(['keys']);
    expect(environment('vault-9z').functions.size).toBe(0);
    expect(environment().collections.has('keys')).toBe(false);
    expect((await runBuild('one', 'verify')).code).toBe(0);
  });
});
