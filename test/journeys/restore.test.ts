import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backUp, restore, type Backup } from '../make/backup';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { killEachCall } from '../make/kill-each-call';
import { operate } from '../make/operate';
import { canariesOf, makePerson, type Person } from '../make/person';

const VAULT = 'local-keys';
const pastCoolingOff = () => new Date(Date.now() + 30 * 24 * 60 * 60_000);

/** What a person can ask that opens their key. */
const reads = [
  ['account', 'profile'],
  ['account', 'export'],
  ['consent', 'history'],
] as const;

interface Drill {
  cloud: TestCloud;
  erased: Person;
  bystander: Person;
  subject: string;
  backup: Backup;
}

/** Two people live, a backup is made, one of them leaves and is erased. */
async function erasedAfterBackup(variables: Record<string, string>): Promise<Drill> {
  const cloud = await startTestCloud(variables);
  const [erased, bystander] = [makePerson(cloud), makePerson(cloud)];
  dataOf(await erased.register());
  const subject = String(cloud.rows('accounts')[0]?.['_id']);
  dataOf(await erased.call('request', 'submit', { kind: 'question', details: erased.reason }));
  dataOf(await bystander.register());
  const backup = await backUp(cloud);
  dataOf(await erased.deregister());
  await cloud.travel(pastCoolingOff());
  expect(dataOf(await cloud.timer('retention'))).toMatchObject({ erased: 1 });
  expect(statusOf(await erased.call('account', 'session'))).toBe('guest');
  return { cloud, erased, bystander, subject, backup };
}

const statusOf = (answer: Awaited<ReturnType<Person['call']>>) => dataOf(answer)['status'];
/** What the operator asks with the journal's lines; the fingerprint is the one that the certificate names. */
const replay = (subject: unknown, keyFingerprint: unknown) => ({
  erased: [{ subject, keyFingerprint }],
  confirm: '弹性定价开源共创',
  by: '王管理',
});
const signed = ['--confirm', '弹性定价开源共创', '--by', '王管理'];
const find = (cloud: TestCloud, collection: string, id: string) =>
  cloud.rows(collection).find(({ _id }) => _id === id);

async function expectGone({ cloud, erased, subject }: Drill): Promise<void> {
  expect(statusOf(await erased.call('account', 'session'))).toBe('guest');
  for (const canary of canariesOf(erased)) expect(cloud.filesHolding(canary)).toEqual([]);
  expect(find(cloud, 'accounts', subject)).toBeUndefined();
  for (const row of cloud.rows('requests').filter((each) => each['subject'] === subject))
    expect(row['details']).toBeUndefined();
  expect(find(cloud, 'certificates', subject)).toBeDefined();
  expect(find(cloud, 'erasures', subject)).toMatchObject({ state: 'certified' });
}

async function expectLives({ bystander }: Drill): Promise<void> {
  const { fields } = dataOf(await bystander.call('account', 'profile'));
  expect(JSON.stringify(fields)).toContain(bystander.nickname);
}

describe('a backup, with the keys in an environment of their own', () => {
  let drill: Drill;
  beforeAll(async () => {
    drill = await erasedAfterBackup({ KEYS_ENV: VAULT });
  }, 60_000);
  afterAll(() => drill.cloud.stop());

  it('[P41] holds nothing that anyone typed, and no key', () => {
    const text = JSON.stringify(drill.backup);
    expect(drill.backup['accounts']).toHaveLength(2);
    for (const canary of [...canariesOf(drill.erased), ...canariesOf(drill.bystander)])
      expect(text).not.toContain(canary);
    for (const { wrapped } of drill.cloud.rows('keys', VAULT)) expect(text).not.toContain(String(wrapped));
  });

  it('[P52] brings back nothing of the erased that opens, and the bystander whole', async () => {
    const certificate = find(drill.cloud, 'certificates', drill.subject);
    await restore(drill.cloud, drill.backup);
    expect(statusOf(await drill.erased.call('account', 'session'))).toBe('member');
    for (const [name, action] of reads) expectRefusal(await drill.erased.call(name, action), 'ERASED');
    expectRefusal(await drill.erased.deregister(), 'ERASED');
    await expectLives(drill);
    expect(certificate).toMatchObject({
      keyFingerprint: drill.cloud.rows('keys', VAULT).find(({ _id }) => _id === drill.subject)?.[
        'fingerprint'
      ],
    });
  });

  it('[P52] is erased again by the next run of the timer, and nobody else is', async () => {
    expect(dataOf(await drill.cloud.timer('retention'))).toMatchObject({ returned: 1, erased: 1 });
    await expectGone(drill);
    await expectLives(drill);
    expect(dataOf(await drill.cloud.timer('retention'))).toMatchObject({ returned: 0, erased: 0 });
    dataOf(await drill.erased.register());
  });

  it('[P52] converges when that run is killed all along its database calls, every third', async () => {
    const { cloud, backup } = drill;
    const standing = () =>
      JSON.stringify(['accounts', 'erasures', 'requests'].map((name) => cloud.rows(name)));
    await restore(cloud, backup);
    let restored = standing();
    const killed = await killEachCall(cloud, {
      every: 3,
      isTouched: () => standing() !== restored,
      isDone: () =>
        find(cloud, 'accounts', drill.subject) === undefined &&
        find(cloud, 'erasures', drill.subject)?.['state'] === 'certified',
      async settle() {
        dataOf(await cloud.timer('retention'));
        await expectGone(drill);
        await restore(cloud, backup);
        restored = standing();
      },
    });
    expect(killed).toBeGreaterThan(20);
    dataOf(await cloud.timer('retention'));
    await expectGone(drill);
    await expectLives(drill);
  }, 600_000);

  it('[P52] is erased again too when only some collections were restored, or the journal survived', async () => {
    const certificate = find(drill.cloud, 'certificates', drill.subject);
    await restore(drill.cloud, drill.backup, ['accounts', 'requests']);
    expect(dataOf(await drill.cloud.timer('retention'))).toMatchObject({ returned: 1, erased: 1 });
    await expectGone(drill);
    expect(find(drill.cloud, 'certificates', drill.subject)).toEqual(certificate);
    await restore(drill.cloud, drill.backup, ['requests']);
    const asked = replay(drill.subject, certificate?.['keyFingerprint']);
    expect(dataOf(await drill.cloud.invoke('retention', { action: 'replay', ...asked }))).toEqual({
      taken: 1,
      alive: 0,
      other: [],
    });
    await drill.cloud.timer('retention');
    await expectGone(drill);
  });

  it('does not touch who is alive, whatever the operator asks for', async () => {
    const alive = drill.cloud.rows('keys', VAULT).find(({ state }) => state === 'live');
    const asked = replay(alive?.['_id'], alive?.['fingerprint']);
    expect(dataOf(await drill.cloud.invoke('retention', { action: 'replay', ...asked }))).toEqual({
      taken: 0,
      alive: 1,
      other: [],
    });
    expect(dataOf(await drill.cloud.timer('retention'))).toMatchObject({ erased: 0 });
    await expectLives(drill);
    expectRefusal(await drill.erased.call('retention', 'replay', asked), 'CONSOLE_ONLY');
  });
});

describe('a backup, with the keys in the accounts', () => {
  let drill: Drill;
  beforeAll(async () => {
    drill = await erasedAfterBackup({});
  }, 60_000);
  afterAll(() => drill.cloud.stop());

  it('[P52] brings the erased back only until the journal of erasures is replayed', async () => {
    const file = join(drill.cloud.dir, 'journal.jsonl');
    const exported = await operate(drill.cloud, 'journal', 'export', file);
    expect(exported).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(file, 'utf8')).toContain(drill.subject);
    // After a restore an older list knows more than the database.
    expect(await operate(drill.cloud, 'journal', 'export', file)).toMatchObject({ code: 2, stdout: '' });
    for (const canary of canariesOf(drill.erased)) expect(readFileSync(file, 'utf8')).not.toContain(canary);
    await restore(drill.cloud, drill.backup);
    // Nothing in this database knows any more that they left: this is why the journal is kept outside, too.
    expect(dataOf(await drill.cloud.timer('retention'))).toMatchObject({ returned: 0, erased: 0 });
    expect(await operate(drill.cloud, 'journal', 'replay', file, ...signed)).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(dataOf(await drill.cloud.timer('retention'))).toMatchObject({ erased: 1 });
    await expectGone(drill);
    await expectLives(drill);
  }, 60_000);

  it('is not replayed from a file that is none of ours: nothing is changed and one sentence says so', async () => {
    const file = join(drill.cloud.dir, 'other.jsonl');
    const [alive] = drill.cloud.rows('accounts');
    writeFileSync(file, `${JSON.stringify({ subject: alive?.['_id'] })}\n`);
    const wrong = [
      ['replay', file, ...signed],
      ['replay', `${file}.none`, ...signed],
      ['replay', file],
      ['replay', ...signed],
      ['forget', file],
    ];
    for (const args of wrong) {
      const ran = await operate(drill.cloud, 'journal', ...args);
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr.trim().split('\n').at(-1)).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。$/);
    }
    expect(dataOf(await drill.cloud.timer('retention'))).toMatchObject({ erased: 0 });
    await expectLives(drill);
  }, 60_000);

  it('[P52] is not replayed on a file’s word: without the platform’s name, or for a key that nobody saw destroyed', async () => {
    const { cloud, bystander } = drill;
    const file = join(cloud.dir, 'forged.jsonl');
    const subject = String(cloud.rows('accounts')[0]?.['_id']);
    const line = { subject, begunAt: new Date().toISOString(), keyFingerprint: 'a'.repeat(64) };
    writeFileSync(file, `${JSON.stringify(line)}\n`);
    const asked = replay(subject, line.keyFingerprint);
    expectRefusal(
      await cloud.invoke('retention', { action: 'replay', ...asked, confirm: '别的平台' }),
      'CONFIRMATION_WRONG',
    );
    const ran = await operate(cloud, 'journal', 'replay', file, ...signed);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(subject);
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ returned: 0, erased: 0 });
    expect(statusOf(await bystander.call('account', 'session'))).toBe('member');
    await expectLives(drill);
    const replays = cloud.rows('audits').filter(({ action }) => action === 'erasures-replayed');
    expect(replays).toContainEqual(expect.objectContaining({ reviewer: '王管理', outcome: '0' }));
  }, 60_000);

  it('[P52] needs nobody to replay anything where the journal itself survived', async () => {
    await restore(drill.cloud, drill.backup, ['accounts', 'requests']);
    expect(dataOf(await drill.cloud.timer('retention'))).toMatchObject({ returned: 1, erased: 1 });
    await expectGone(drill);
  });
});
