import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { functions } from '../../config/functions';
import { openVaulted } from '../../config/operate/vault-key';
import { startTestCloud, type Answer, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

const DAY = 24 * 60 * 60_000;
const ADDRESS = '127.0.0.77';
const device = {
  model: '型号金丝雀K9',
  system: '系统金丝雀17.3',
  client: '客户端金丝雀8.0.50',
  language: 'zh_CN金丝雀',
  network: '网络金丝雀5g',
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

/** Calls as somebody whose phone has a network address of its own. */
const callFrom = (address: string, { openid }: Person, action: string, input: object) =>
  new Promise<Answer>((answer, fail) => {
    const call = request(
      `${cloud.cloud.url}/invoke/account`,
      {
        method: 'POST',
        localAddress: address,
        headers: { 'content-type': 'application/json', 'x-openid': openid },
      },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () => {
          answer(JSON.parse(Buffer.concat(parts).toString()) as Answer);
        });
      },
    );
    call.on('error', fail);
    call.end(JSON.stringify({ action, ...input }));
  });

const register = async (person: Person) =>
  dataOf(
    await callFrom(ADDRESS, person, 'register', {
      phone: await person.proof(),
      policyVersion: await person.policyVersion(),
      age: 'adult',
      device,
    }),
  );

type Login = Record<string, string> & { _id: string };
const logins = () => cloud.rows('logins') as Login[];
const vaultKeys = () =>
  JSON.parse(readFileSync(join(cloud.dir, 'vault.json'), 'utf8')) as Record<
    'publicKey' | 'privateKey',
    string
  >;

const command = (variables: Record<string, string>, ...given: string[]) =>
  promisify(execFile)(process.execPath, ['node_modules/.bin/tsx', 'config/operate/vault.ts', ...given], {
    env: { ...process.env, ...variables, PORT: String(cloud.cloud.port) },
  }).catch((error: unknown) => error as { stdout: string; stderr: string; code: number });

describe('the security log', () => {
  it('[P07] is written with registering, changing the phone, leaving and coming back, at no further call', async () => {
    const person = makePerson(cloud);
    await register(person);
    const other = makePerson(cloud);
    const phone = { kind: 'wechat', code: await cloud.phoneCode(person.openid, other.number) };
    dataOf(await person.call('account', 'changePhone', { phone, device }));
    const again = { kind: 'wechat', code: await cloud.phoneCode(person.openid, other.number) };
    dataOf(await person.call('account', 'deregister', { phone: again, device }));
    dataOf(await person.call('account', 'restore', { device }));
    const actions = logins().map(({ action }) => action);
    expect(actions.sort()).toEqual(['change-phone', 'deregister', 'register', 'restore']);
  });

  it('[P36] opens with the operator’s key alone, and nothing that a function has opens it', async () => {
    const [row] = logins().filter(({ action }) => action === 'register') as [Login];
    const { privateKey, publicKey } = vaultKeys();
    for (const field of ['ip', ...Object.keys(device)]) {
      const place = { collection: 'logins', id: row._id, field };
      const clear = field === 'ip' ? ADDRESS : device[field as keyof typeof device];
      expect(await openVaulted(place, String(row[field]), privateKey)).toBe(clear);
    }
    const place = { collection: 'logins', id: row._id, field: 'ip' };
    const had = [...Object.values(cloud.secrets()), publicKey];
    expect(JSON.stringify(cloud.secrets())).not.toContain(privateKey);
    expect(had.length).toBeGreaterThan(3);
    for (const secret of had) await expect(openVaulted(place, String(row['ip']), secret)).rejects.toThrow();
    const moved = { ...place, field: 'model' };
    await expect(openVaulted(moved, String(row['ip']), privateKey)).rejects.toThrow();
  });

  it('[P36] lies nowhere in clear, and no built function so much as names the key', () => {
    for (const fact of Object.values(device)) expect(cloud.filesHolding(fact)).toEqual([]);
    const bundles = Object.keys(functions).map((name) =>
      readFileSync(join('dist/cloudfunctions', name, 'index.js'), 'utf8'),
    );
    expect(bundles.some((source) => source.includes('VAULT_PUBLIC_KEY'))).toBe(true);
    expect(bundles.filter((source) => source.includes('VAULT_PRIVATE_KEY'))).toEqual([]);
  });

  it('[P36] is opened by the operator’s command, which leaves proof of who looked', async () => {
    const subject = logins()[0]?.['subject'] ?? '';
    const who = ['--id', subject, '--by', '王管理', '--reference', '粤公调2026-8'];
    const refused = await command({ VAULT_PRIVATE_KEY: '' }, 'open', ...who);
    expect(refused).toMatchObject({ code: 2 });
    const wrong = await command(
      { VAULT_PRIVATE_KEY: Buffer.alloc(32, 7).toString('base64url') },
      'open',
      ...who,
    );
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('打不开') as string });
    const nobody = ['--id', 'nobody', '--by', '王管理', '--reference', '粤公调2026-8'];
    for (const given of [who, nobody])
      expect(await command({ VAULT_PRIVATE_KEY: 'garbage' }, 'open', ...given)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^这把私钥打不开.*\n$/) as string,
      });
    const nothing = await command({ VAULT_PRIVATE_KEY: vaultKeys().privateKey }, 'open', ...nobody);
    expect(nothing).toMatchObject({ code: 2, stderr: expect.stringContaining('没有留下记录') as string });
    expect(cloud.rows('audits').filter(({ action }) => action === 'vault-opened')).toEqual([]);
    const { stdout } = await command({ VAULT_PRIVATE_KEY: vaultKeys().privateKey }, 'open', ...who);
    expect(stdout).toContain(`网络地址 ${ADDRESS}`);
    expect(stdout).toContain(device.model);
    const audits = cloud.rows('audits').filter(({ action }) => action === 'vault-opened');
    expect(audits).toMatchObject([{ reviewer: '王管理', outcome: subject }]);
  }, 60_000);

  it('[P06] takes no fact that the data map does not declare', async () => {
    const person = makePerson(cloud);
    const more = { ...device, deviceId: 'A1B2' };
    expectRefusal(await person.register({ device: more }), 'INVALID_INPUT');
    dataOf(await person.register());
  });

  it('[P07] outlives the account, unreadable, for 180 days and is gone the day after', async () => {
    const person = makePerson(cloud);
    await register(person);
    const newest = logins()
      .sort((a, b) => (a['at'] ?? '').localeCompare(b['at'] ?? ''))
      .at(-1);
    const subject = newest?.['subject'] ?? '';
    const mine = () => logins().filter((row) => row['subject'] === subject);
    const began = Date.now();
    dataOf(await person.deregister());
    await cloud.travel(new Date(began + 30 * DAY));
    dataOf(await cloud.timer('retention'));
    expect(cloud.rows('accounts').filter(({ _id }) => _id === subject)).toEqual([]);
    expect(
      mine()
        .map(({ action }) => action)
        .sort(),
    ).toEqual(['deregister', 'register']);
    await cloud.travel(new Date(began + 179 * DAY));
    await cloud.timer('retention');
    expect(mine()).toHaveLength(2);
    await cloud.travel(new Date(began + 181 * DAY));
    await cloud.timer('retention');
    expect(mine()).toEqual([]);
  });
});
