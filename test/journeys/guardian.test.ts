import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { canariesOf, makePerson, type Person } from '../make/person';
import { dataMap } from '../../src/contracts/data-map';
import { consentPurposes } from '../../src/contracts/data-map/vocabulary';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

const MINUTE = 60_000;
const later = (minutes: number) => cloud.travel(new Date(Date.now() + minutes * MINUTE));
const total = () => Object.keys(dataMap).reduce((sum, name) => sum + cloud.rows(name).length, 0);
const asks = async (child: Person) => String(dataOf(await child.call('account', 'askGuardian'))['code']);
const answers = async (guardian: Person, code: string, more: object = {}) =>
  guardian.call('account', 'guardChild', {
    code,
    relationship: 'mother',
    policyVersion: await guardian.policyVersion(),
    phone: await guardian.proof(),
    ...more,
  });
const joins = (child: Person) => child.register({ age: 'under14' });
const statusOf = async (person: Person) => dataOf(await person.call('account', 'session'))['status'];
const wardsOf = async (guardian: Person) =>
  dataOf(await guardian.call('account', 'wards'))['wards'] as { ward: string; nickname: string }[];
const typesOf = (subject: string) =>
  cloud
    .rows('ledger')
    .filter((row) => row['subject'] === subject)
    .map(({ type }) => type);

async function adult(): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register());
  return person;
}

async function family() {
  const [guardian, child] = [await adult(), makePerson(cloud)];
  dataOf(await answers(guardian, await asks(child)));
  dataOf(await joins(child));
  const [ward] = await wardsOf(guardian);
  return { guardian, child, ward: ward?.ward ?? '' };
}

describe('[P64] [P65] a child under 14', () => {
  it('cannot register alone: nothing is written, and the phone’s code is not spent', async () => {
    const child = makePerson(cloud);
    const phone = await child.proof();
    const before = total();
    expectRefusal(await child.register({ age: 'under14', phone }), 'GUARDIAN_NEEDED');
    expect(total()).toBe(before);
    dataOf(await answers(await adult(), await asks(child)));
    dataOf(await child.register({ age: 'under14', phone }));
  });

  it('is known by keyed digests alone until a guardian consents', async () => {
    const child = makePerson(cloud);
    const before = total();
    const code = await asks(child);
    expect(total()).toBe(before + 1);
    const row = cloud.rows('guardian_consents').find((each) => each['guardian'] === undefined) ?? {};
    expect(Object.keys(row).sort()).toEqual([
      '_id',
      'at',
      'expiresAt',
      'openidDigest',
      'schemaVersion',
      'state',
    ]);
    expect(cloud.filesHolding(code)).toEqual([]);
    for (const canary of canariesOf(child)) expect(cloud.filesHolding(canary)).toEqual([]);
    expect(dataOf(await child.call('account', 'guardianAnswer'))).toEqual({ until: null });
    expect(await statusOf(child)).toBe('guest');
    await later(24 * 60 + 20);
    dataOf(await cloud.timer('retention'));
    expect(cloud.rows('guardian_consents')).not.toContainEqual(expect.objectContaining({ _id: row['_id'] }));
  });

  it('registers once a guardian has consented, with the proof in both chains', async () => {
    const { guardian, child, ward } = await family();
    expect(await statusOf(child)).toBe('child');
    expect(cloud.databaseCalls('account')).toBe(1);
    const row = cloud.rows('accounts').find(({ _id }) => _id === ward) ?? {};
    expect(row).toMatchObject({ age: 'child', relationship: 'mother', grants: {} });
    expect(typesOf(String(row['guardian']))).toEqual([
      'account.registered',
      'guardian.consented',
      'guardian.child-registered',
    ]);
    expect(typesOf(ward)).toEqual(['account.registered']);
    const [shown] = await wardsOf(guardian);
    expect(shown?.nickname).not.toContain(child.nickname);
    expectRefusal(await joins(child), 'ALREADY_REGISTERED');
  });

  it('needs an adult who is somebody else, the right code, in time, once, and few tries', async () => {
    const [child, guardian] = [makePerson(cloud), await adult()];
    const code = await asks(child);
    const teen = makePerson(cloud);
    dataOf(await teen.register({ age: 'teen' }));
    expectRefusal(await answers(teen, code), 'GUARDIAN_ADULT');
    expectRefusal(await answers(makePerson(cloud), code), 'NOT_REGISTERED');
    expectRefusal(await answers(guardian, code, { policyVersion: '0.1' }), 'POLICY_STALE');
    const other = await adult();
    expectRefusal(
      await answers(guardian, code, { phone: await borrowed(guardian, other) }),
      'PHONE_MISMATCH',
    );
    const own = makePerson(cloud);
    const ownCode = await asks(own);
    dataOf(await own.register());
    expectRefusal(await answers(own, ownCode), 'GUARDIAN_SELF');
    dataOf(await answers(guardian, code));
    expectRefusal(await answers(other, code), 'GUARDIAN_CODE_USED');
    const late = await asks(makePerson(cloud));
    await later(31);
    expectRefusal(await answers(guardian, late), 'GUARDIAN_CODE_EXPIRED');
    await cloud.travel(null);
    for (let tries = 0; tries < 5; tries += 1)
      expectRefusal(await answers(other, '2222222' + String(tries + 2)), 'GUARDIAN_CODE_UNKNOWN');
    expectRefusal(await answers(other, await asks(makePerson(cloud))), 'GUARDIAN_TRIES');
  });

  it('can ask five times an hour, and an answer counts for a day', async () => {
    const [child, guardian] = [makePerson(cloud), await adult()];
    for (let times = 0; times < 4; times += 1) await asks(child);
    dataOf(await answers(guardian, await asks(child)));
    expectRefusal(await child.call('account', 'askGuardian'), 'GUARDIAN_ASKED_OFTEN');
    await later(24 * 60 + 1);
    expectRefusal(await joins(child), 'GUARDIAN_NEEDED');
  });

  it('hears the same hour as the guardian until which it can register', async () => {
    const [child, guardian] = [makePerson(cloud), await adult()];
    const { at, until } = dataOf(await answers(guardian, await asks(child)));
    expect(Date.parse(String(until)) - Date.parse(String(at))).toBe(24 * 60 * MINUTE);
    expect(dataOf(await child.call('account', 'guardianAnswer'))).toEqual({ until });
  });

  it('has exactly one guardian and one account, however many try at once', async () => {
    const [child, one, two] = [makePerson(cloud), await adult(), await adult()];
    const code = await asks(child);
    const given = await Promise.all([answers(one, code), answers(two, code)]);
    expect(given.filter(({ ok }) => ok)).toHaveLength(1);
    const joined = await Promise.all([joins(child), joins(child)]);
    expect(joined.filter(({ ok }) => ok)).toHaveLength(1);
    const wards = [...(await wardsOf(one)), ...(await wardsOf(two))];
    expect(wards).toHaveLength(1);
  });

  it('cannot come in on the consent of a guardian who is leaving', async () => {
    const [child, guardian] = [makePerson(cloud), await adult()];
    dataOf(await answers(guardian, await asks(child)));
    dataOf(await guardian.deregister());
    expectRefusal(await joins(child), 'GUARDIAN_NEEDED');
    expect(await statusOf(child)).toBe('guest');
  });
});

/** A proof of another's phone, spent from the own WeChat. */
const borrowed = async (by: Person, of: Person) => ({
  kind: 'wechat',
  code: await cloud.phoneCode(by.openid, of.number),
});

describe('[P66] a child’s account', () => {
  it('can turn nothing on beyond the basics, nor share; turning off is never refused', async () => {
    const { child } = await family();
    for (const purpose of consentPurposes) {
      expectRefusal(await child.choose(purpose), 'CHILD_LIMITED');
      expect(dataOf(await child.choose(purpose, false))).toMatchObject({ granted: false });
    }
    const { items } = dataOf(await child.call('consent', 'recipients')) as {
      items: { recipient: string; needsGrant: boolean }[];
    };
    const asking = items.filter(({ needsGrant }) => needsGrant);
    expect(asking.length).toBeGreaterThan(0);
    for (const { recipient } of asking) {
      const policyVersion = await child.policyVersion();
      const share = (granted: boolean) =>
        child.call('consent', 'share', { recipient, granted, policyVersion });
      const refused = await share(true);
      expect(refused).toMatchObject({ ok: false });
      dataOf(await share(false));
    }
    expect(cloud.rows('disclosures')).toEqual([]);
  });

  it('takes nothing from a partner: what the child agreed to there is no guardian’s consent', async () => {
    const { child } = await family();
    const tell = (more: object) =>
      cloud.invoke('retention', {
        action: 'import',
        phone: child.number,
        from: '示例合作方',
        field: 'wechatId',
        value: 'partner_told_1',
        by: '王办',
        ...more,
      });
    const before = JSON.stringify([cloud.rows('accounts'), cloud.rows('ledger')]);
    expectRefusal(await tell({ consentReference: 'HZ-2026-0042' }), 'CHILD_IMPORT');
    expect(JSON.stringify([cloud.rows('accounts'), cloud.rows('ledger')])).toBe(before);
    dataOf(await tell({ exception: 'life-and-property' }));
  });
});

describe('[P65] a consent that ends', () => {
  it('freezes the child’s account at once and leaves nothing of the child', async () => {
    const { guardian, child, ward } = await family();
    const stranger = await adult();
    const end = async (who: Person) =>
      who.call('account', 'endGuardianship', { ward, phone: await who.proof() });
    expectRefusal(await end(stranger), 'WARD_UNKNOWN');
    dataOf(await end(guardian));
    expect(dataOf(await child.call('account', 'session'))).toMatchObject({
      status: 'frozen',
      leaving: { isRestorable: false, cause: 'guardian-withdrew', certificateId: ward },
    });
    expectRefusal(await child.call('account', 'restore', {}), 'RESTORE_OVER');
    await later(10);
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ erased: 1 });
    for (const canary of canariesOf(child)) expect(cloud.filesHolding(canary)).toEqual([]);
    expect(typesOf(ward)).toContain('account.guardian-withdrew');
    expect(await wardsOf(guardian)).toEqual([]);
    expect(await statusOf(guardian)).toBe('member');
  });

  it('ends with the guardian’s account: the child’s goes in the same run', async () => {
    const { guardian, child, ward } = await family();
    const { eraseAfter } = dataOf(await guardian.deregister());
    expect(await statusOf(child)).toBe('child');
    await cloud.travel(new Date(Date.parse(String(eraseAfter)) + MINUTE));
    dataOf(await cloud.timer('retention'));
    expect(await statusOf(child)).toBe('guest');
    for (const person of [guardian, child])
      for (const canary of canariesOf(person)) expect(cloud.filesHolding(canary)).toEqual([]);
    expect(typesOf(ward)).toContain('account.guardian-left');
  });
});
