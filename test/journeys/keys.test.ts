import { randomBytes } from 'node:crypto';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { killEachCall } from '../make/kill-each-call';
import { startTestKms } from '../make/kms';
import { canariesOf, makePerson, type Person } from '../make/person';

const VAULT = 'local-keys';
const pastCoolingOff = () => new Date(Date.now() + 30 * 24 * 60 * 60_000);

describe('a key vault in an environment of its own', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await startTestCloud({ KEYS_ENV: VAULT });
  });
  afterEach(() => cloud.travel(null));
  afterAll(() => cloud.stop());

  it('[P38] holds every key there, and the main environment none', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register());
    const [account] = cloud.rows('accounts');
    const [key] = cloud.rows('keys', VAULT);
    expect(key).toMatchObject({ _id: account?.['_id'], state: 'live' });
    expect(account?.['key']).toBe(`v1.${String(key?.['fingerprint'])}`);
    expect(cloud.rows('keys')).toEqual([]);
    expect(JSON.stringify(cloud.rows('accounts'))).not.toContain(String(key?.['wrapped']));
  });

  it('costs one database call more where a key is opened, and none for a session', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register());
    dataOf(await person.call('account', 'session'));
    expect(cloud.databaseCalls('account')).toBe(1);
    dataOf(await person.call('account', 'profile'));
    expect(cloud.databaseCalls('account')).toBe(2);
  });

  it('[P57] converges when erasing is killed all along its database calls, every third, of either environment', async () => {
    const bystander = makePerson(cloud);
    dataOf(await bystander.register());
    const leaver = async () => {
      const person = makePerson(cloud);
      dataOf(await person.register());
      const subject = String(cloud.rows('keys', VAULT).find(isNew(cloud))?.['_id']);
      dataOf(await person.deregister());
      return { person, subject };
    };
    const status = async () => dataOf(await person.call('account', 'session'))['status'];
    let { person, subject } = await leaver();
    await cloud.travel(pastCoolingOff());
    const killed = await killEachCall(cloud, {
      every: 3,
      isTouched: async () =>
        cloud.rows('erasures').some(({ _id }) => _id === subject) || (await status()) !== 'frozen',
      isDone: () => cloud.rows('erasures').some(({ _id, state }) => _id === subject && state === 'certified'),
      async settle() {
        dataOf(await cloud.timer('retention'));
        expect(await status()).toBe('guest');
        for (const canary of canariesOf(person)) expect(cloud.filesHolding(canary)).toEqual([]);
        const tombstone = cloud.rows('keys', VAULT).find(({ _id }) => _id === subject);
        expect(tombstone).toMatchObject({ state: 'destroyed', wrapped: 'destroyed' });
        const certificate = cloud.rows('certificates').find(({ _id }) => _id === subject);
        expect(certificate?.['keyFingerprint']).toBe(tombstone?.['fingerprint']);
        await cloud.travel(null);
        ({ person, subject } = await leaver());
        await cloud.travel(pastCoolingOff());
      },
    });
    expect(killed).toBeGreaterThan(15);
    await cloud.travel(null);
    expect(dataOf(await bystander.call('account', 'profile'))['fields']).toBeTruthy();
  }, 240_000);
});

/** Overwrites one column of a row, as a bad disk or a hand in the database would. */
async function spoil(cloud: TestCloud, id: string, column: string): Promise<void> {
  const value = String(cloud.rows('accounts').find(({ _id }) => _id === id)?.[column]);
  const middle = Math.floor(value.length / 2);
  const other = value[middle] === 'A' ? 'B' : 'A';
  await cloud.cloud.database.call('database.modifyDocument', {
    collectionName: 'accounts',
    query: JSON.stringify({ _id: id }),
    data: JSON.stringify({
      $set: { [column]: `${value.slice(0, middle)}${other}${value.slice(middle + 1)}` },
    }),
    multi: false,
    merge: true,
    upsert: false,
  });
}

describe('the master key', () => {
  let cloud: TestCloud;
  let person: Person;
  const newKey = () => randomBytes(32).toString('base64');
  beforeAll(async () => {
    cloud = await startTestCloud();
    person = makePerson(cloud);
    dataOf(await person.register());
  });
  afterEach(() => cloud.travel(null));
  afterAll(() => cloud.stop());
  const nicknameShown = async () =>
    JSON.stringify(dataOf(await person.call('account', 'profile'))).includes(person.nickname);

  it('[P38] is changed while everybody goes on, and only the wrap is written anew', async () => {
    const former = String(cloud.secrets()['MASTER_KEY']);
    const current = newKey();
    const { key, keyWrappedBy, ...before } = cloud.rows('accounts')[0] as Record<string, unknown>;
    await cloud.restart({ MASTER_KEY: current, MASTER_KEY_PREVIOUS: former });
    expect(await nicknameShown()).toBe(true);
    expect(cloud.databaseCalls('account')).toBe(1);
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ rewrapped: 1, keysLeft: 0 });
    const {
      key: wrappedAnew,
      keyWrappedBy: by,
      ...after
    } = cloud.rows('accounts')[0] as Record<string, unknown>;
    expect(after).toEqual(before);
    expect([wrappedAnew, by]).not.toEqual([key, keyWrappedBy]);
    await cloud.restart({ MASTER_KEY: current });
    expect(await nicknameShown()).toBe(true);
  }, 60_000);

  it('[P38] when it is wrong loses nothing: calls fail, the timer tells, the right one opens all again', async () => {
    const right = newKey();
    await cloud.restart({});
    const lost = makePerson(cloud);
    dataOf(await lost.register());
    await cloud.restart({ MASTER_KEY: right });
    expectRefusal(await lost.call('account', 'profile'), 'INTERNAL');
    expect(dataOf(await lost.call('account', 'session'))['status']).toBe('member');
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ rewrapped: 0, keysLeft: 2 });
    const [line] = cloud.cloud.logs
      .entries()
      .filter((entry) => entry.function === 'account' && entry.lines.length > 0);
    expect(JSON.stringify(cloud.cloud.logs.entries())).toContain('no master key of this process has wrapped');
    expect(JSON.stringify(line)).not.toContain(lost.nickname);
    await cloud.restart({});
    dataOf(await lost.call('account', 'profile'));
  }, 60_000);

  it('[P38] can come from KMS, through the functions as built', async () => {
    const kms = await startTestKms((id) => cloud.cloud.functions.processOf(id)?.credential.secretKey);
    try {
      const variables = { MASTER_KEY_KMS: kms.encrypted(newKey()), KMS_ENDPOINT: kms.endpoint };
      await cloud.restart(variables);
      const friend = makePerson(cloud);
      dataOf(await friend.register());
      dataOf(await friend.call('account', 'profile'));
      expect(kms.answers).toEqual(['ok']);
      await cloud.restart({
        ...variables,
        MASTER_KEY_KMS: `${variables.MASTER_KEY_KMS.slice(0, -8)}AAAAAAA=`,
      });
      expectRefusal(await friend.call('account', 'profile'), 'INTERNAL');
      await cloud.restart(variables);
      dataOf(await friend.call('account', 'profile'));
    } finally {
      await kms.stop();
    }
  }, 60_000);
});

describe('what does not open', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  afterEach(() => cloud.travel(null));
  afterAll(() => cloud.stop());

  it.each(['nickname', 'key'])(
    'gets one clear answer when the %s of one row was altered, and that account can still be erased',
    async (column) => {
      const [hurt, other] = [makePerson(cloud), makePerson(cloud)];
      dataOf(await hurt.register());
      const subject = String(cloud.rows('accounts').find(isNew(cloud))?.['_id']);
      dataOf(await other.register());
      if (column === 'key') dataOf(await hurt.deregister());
      await spoil(cloud, subject, column);
      if (column === 'nickname') {
        expectRefusal(await hurt.call('account', 'profile'), 'DATA_DAMAGED');
        // The copy says so in that value's place, and holds all the rest.
        dataOf(await hurt.call('account', 'export'));
        dataOf(await hurt.deregister());
      } else expectRefusal(await hurt.call('account', 'restore'), 'DATA_DAMAGED');
      dataOf(await other.call('account', 'profile'));
      await cloud.travel(pastCoolingOff());
      expect(dataOf(await cloud.timer('retention'))).toMatchObject({ erased: 1, left: 0 });
      expect(dataOf(await hurt.call('account', 'session'))['status']).toBe('guest');
      for (const canary of canariesOf(hurt)) expect(cloud.filesHolding(canary)).toEqual([]);
    },
  );
});

describe('setting up a vault of its own later', () => {
  it('[P38] moves every key there by and by, while everybody goes on', async () => {
    const cloud = await startTestCloud();
    try {
      const person = makePerson(cloud);
      dataOf(await person.register());
      await cloud.restart({ KEYS_ENV: VAULT });
      dataOf(await person.call('account', 'profile'));
      expect(dataOf(await cloud.timer('retention'))).toMatchObject({ rewrapped: 1, keysLeft: 0 });
      expect(cloud.rows('accounts')[0]).toMatchObject({ keyWrappedBy: 'vault' });
      expect(cloud.rows('keys', VAULT)).toMatchObject([{ state: 'live' }]);
      dataOf(await person.call('account', 'profile'));
    } finally {
      await cloud.stop();
    }
  }, 60_000);
});

/** The newest living key that has an account. */
function isNew(cloud: TestCloud) {
  const newest = cloud.rows('accounts').reduce<Record<string, unknown> | undefined>((latest, row) => {
    return latest && String(latest['registeredAt']) > String(row['registeredAt']) ? latest : row;
  }, undefined);
  return ({ _id }: Record<string, unknown>) => _id === newest?.['_id'];
}
