import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { canariesOf, makePerson, type Person } from '../make/person';

const PLATFORM = '弹性定价开源共创';
const PEOPLE = 30;

let cloud: TestCloud;
let people: Person[];
beforeAll(async () => {
  cloud = await startTestCloud();
  people = Array.from({ length: PEOPLE }, () => makePerson(cloud));
  for (const person of people) dataOf(await person.register());
}, 60_000);
afterAll(() => cloud.stop());

const console_ = (action: string, input: object = {}) => cloud.invoke('retention', { action, ...input });
const accounts = () => cloud.rows('accounts').map(({ _id, status }) => ({ subject: _id, status }));

/** The operator's command, as a terminal would run it against this cloud. */
const command = (...given: string[]) =>
  promisify(execFile)(process.execPath, ['node_modules/.bin/tsx', 'config/operate/shutdown.ts', ...given], {
    env: { ...process.env, PORT: String(cloud.cloud.port) },
  });

describe('[P33] shutting the platform down', () => {
  it('is refused while the platform is open, and the dry run then says so', async () => {
    expectRefusal(await console_('shutdown', { confirm: PLATFORM, by: '王管理' }), 'PLATFORM_OPEN');
    expect(dataOf(await console_('shutdownPlan', { by: '王管理' }))).toMatchObject({
      closed: false,
      total: PEOPLE,
    });
    expect(new Set(accounts().map(({ status }) => status))).toEqual(new Set(['active']));
    const setting = '平台还在运营：执行前先给所有云函数设置环境变量 PLATFORM_CLOSED=true。\n';
    expect((await command('--by', '王管理')).stdout.endsWith(setting)).toBe(true);
    const did = command('--do', '--confirm', PLATFORM, '--by', '王管理');
    await expect(did).rejects.toMatchObject({ code: 2, stderr: setting });
  }, 60_000);

  it('takes no word that it does not know, and answers with its usage', async () => {
    const usage = expect.stringMatching(/^用法：npm run shutdown.*\n加 --env .*\n多出了“x”.*\n$/) as string;
    await expect(command('x')).rejects.toMatchObject({ code: 2, stdout: '', stderr: usage });
    const unsigned = expect.stringMatching(/^用法：.*\n.*\n还要写“--by”.*\n$/) as string;
    await expect(command()).rejects.toMatchObject({ code: 2, stdout: '', stderr: unsigned });
  });

  it('is for the console alone', async () => {
    const [person] = people as [Person];
    expectRefusal(await person.call('retention', 'shutdownPlan', { by: '甲' }), 'CONSOLE_ONLY');
    expectRefusal(
      await person.call('retention', 'shutdown', { confirm: PLATFORM, by: '甲' }),
      'CONSOLE_ONLY',
    );
  });

  it('once closed takes nobody in, and the dry run lists everyone and changes nothing', async () => {
    await cloud.restart({ PLATFORM_CLOSED: 'true' });
    expectRefusal(await makePerson(cloud).register(), 'PLATFORM_CLOSED');
    const before = cloud.rows('accounts');
    const { stdout } = await command('--by', '王管理');
    for (const { _id } of before) expect(stdout).toContain(String(_id));
    expect(stdout).toContain(`共 ${String(PEOPLE)} 人`);
    expect(cloud.rows('accounts')).toEqual(before);
  }, 60_000);

  it('asks for the platform’s name, so that a slip erases nobody', async () => {
    expectRefusal(await console_('shutdown', { confirm: '别的平台', by: '王管理' }), 'CONFIRMATION_WRONG');
    expect(new Set(accounts().map(({ status }) => status))).toEqual(new Set(['active']));
  });

  it('freezes everyone at once with no way back, and the timer erases and certifies each', async () => {
    const subjects = accounts().map(({ subject }) => subject);
    const { stdout } = await command('--do', '--confirm', PLATFORM, '--by', '王管理');
    expect(stdout).toContain(`已冻结 ${String(PEOPLE)} 人`);
    const [person] = people as [Person];
    expectRefusal(await person.call('account', 'restore'), 'RESTORE_OVER');
    expect(dataOf(await person.call('account', 'session'))).toMatchObject({
      leaving: { isRestorable: false, cause: 'platform-closed' },
    });
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ erased: PEOPLE });
    expect(accounts()).toEqual([]);
    expect(
      cloud
        .rows('certificates')
        .map(({ _id }) => _id)
        .sort(),
    ).toEqual([...subjects].sort());
    for (const canary of people.flatMap(canariesOf)) expect(cloud.filesHolding(canary)).toEqual([]);
    expect(cloud.rows('audits')).toContainEqual(
      expect.objectContaining({ action: 'shutdown', reviewer: '王管理' }),
    );
  }, 60_000);
});
