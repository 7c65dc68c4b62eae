import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { canariesOf, makePerson } from '../make/person';

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

  it('[P57] converges when erasing is killed at any single database call of either environment', async () => {
    const bystander = makePerson(cloud);
    dataOf(await bystander.register());
    let struck = 0;
    for (let at = 1; ; at += 1) {
      const person = makePerson(cloud);
      dataOf(await person.register());
      const subject = String(cloud.rows('keys', VAULT).find(isNew(cloud))?.['_id']);
      dataOf(await person.deregister());
      await cloud.travel(pastCoolingOff());
      await cloud.post('/faults', { function: 'retention', at, do: 'kill', when: 'after' });
      await cloud.post('/timer/retention');
      const wasStruck = cloud.cloud.faults.list().length === 0;
      cloud.cloud.faults.clear();
      if (wasStruck) {
        struck += 1;
        dataOf(await cloud.timer('retention'));
      }
      expect(dataOf(await person.call('account', 'session'))['status']).toBe('guest');
      for (const canary of canariesOf(person)) expect(cloud.filesHolding(canary)).toEqual([]);
      const tombstone = cloud.rows('keys', VAULT).find(({ _id }) => _id === subject);
      expect(tombstone).toMatchObject({ state: 'destroyed', wrapped: 'destroyed' });
      const certificate = cloud.rows('certificates').find(({ _id }) => _id === subject);
      expect(certificate?.['keyFingerprint']).toBe(tombstone?.['fingerprint']);
      await cloud.travel(null);
      if (!wasStruck) break;
    }
    expect(struck).toBeGreaterThan(25);
    expect(dataOf(await bystander.call('account', 'profile'))['fields']).toBeTruthy();
  }, 240_000);
});

/** The newest living key that has an account. */
function isNew(cloud: TestCloud) {
  const newest = cloud.rows('accounts').reduce<Record<string, unknown> | undefined>((latest, row) => {
    return latest && String(latest['registeredAt']) > String(row['registeredAt']) ? latest : row;
  }, undefined);
  return ({ _id }: Record<string, unknown>) => _id === newest?.['_id'];
}
