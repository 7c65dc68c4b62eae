import { createHash, createPublicKey } from 'node:crypto';
import { rmSync } from 'node:fs';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { buildWithArchive, comingArchive, comingDay } from '../make/coming-policy';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

const { before: JUST_BEFORE, midnight: MIDNIGHT, day: DAY } = comingDay();
const [first, second] = [comingArchive[0].document, comingArchive[1].document];
const [OLD, NEW] = [first.version, second.version];
let functionsDir: string;
let cloud: TestCloud;
let member: Person;

const connected = { visit: { url: 'https://127.0.0.1:1/', token: 'a-token-that-is-long' } };

beforeAll(async () => {
  functionsDir = await buildWithArchive(comingArchive);
  cloud = await startTestCloud({ RECIPIENTS: JSON.stringify(connected) }, functionsDir);
  await cloud.travel(JUST_BEFORE);
  member = makePerson(cloud);
  dataOf(await member.register());
}, 120_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(functionsDir, { recursive: true, force: true });
});
beforeEach(() => cloud.travel(MIDNIGHT));

const ask = async (person: Person, name: string, action: string, input: object = {}) =>
  dataOf(await person.call(name, action, input));
const news = async (person: Person) => (await ask(person, 'account', 'session'))['policyNews'];
const states = async () =>
  ((await ask(member, 'policy', 'versions'))['versions'] as { version: string; state: string }[]).map(
    ({ version, state }) => `${version} ${state}`,
  );
const agreements = (person: Person) =>
  cloud.rows('ledger').filter(({ type, subject }) => type === 'policy.agreed' && subject === idOf(person));
const idOf = (person: Person) => ids.get(person.openid);
const ids = new Map<string, string>();

/** A member of the older version, who registered half an hour before the newer one counts. */
async function olderMember(): Promise<Person> {
  const known = new Set(cloud.rows('accounts').map(({ _id }) => _id));
  await cloud.travel(JUST_BEFORE);
  const person = makePerson(cloud);
  dataOf(await person.register());
  const row = cloud.rows('accounts').find(({ _id }) => !known.has(_id));
  ids.set(person.openid, String(row?.['_id']));
  await cloud.travel(MIDNIGHT);
  return person;
}

describe('a version that is announced', () => {
  it('[P69] is told of before its day, counts for nobody, and cannot be agreed to', async () => {
    await cloud.travel(JUST_BEFORE);
    expect(await states()).toEqual([`${NEW} announced`, `${OLD} in-force`]);
    expect(await ask(member, 'policy', 'current')).toMatchObject({ version: OLD, state: 'in-force' });
    expect(await news(member)).toMatchObject({
      version: NEW,
      since: OLD,
      effectiveOn: DAY,
      state: 'announced',
      mustAgree: false,
    });
    expect(await news(makePerson(cloud))).toMatchObject({ version: NEW, mustAgree: false });
    expectRefusal(await member.call('account', 'agree', { policyVersion: NEW }), 'POLICY_ANNOUNCED');
    const early = makePerson(cloud);
    expectRefusal(await early.register({ policyVersion: NEW }), 'POLICY_STALE');
  });

  it('[P68] opens nothing before its day: what the version in force does not know cannot be chosen', async () => {
    await cloud.travel(JUST_BEFORE);
    const share = { recipient: 'visit', granted: true, policyVersion: OLD };
    expectRefusal(await member.call('consent', 'share', share), 'POLICY_STALE');
    expectRefusal(await member.choose('analytics'), 'POLICY_STALE');
    dataOf(await member.choose('locate'));
  });

  it('counts from midnight in Beijing on its day', async () => {
    expect(await states()).toEqual([`${NEW} in-force`, `${OLD} past`]);
    expect(await ask(member, 'policy', 'current')).toMatchObject({ version: NEW, digest: second.digest });
    expect(await ask(member, 'policy', 'read', { version: OLD })).toMatchObject({ state: 'past' });
    const late = makePerson(cloud);
    expectRefusal(await late.register({ policyVersion: OLD }), 'POLICY_STALE');
    dataOf(await late.register());
    expect(await news(late)).toBeUndefined();
  });
});

describe('for a member of the version before', () => {
  it('[P68] the old terms hold: what only the new version has waits for an agreement', async () => {
    const person = await olderMember();
    const current = await ask(person, 'consent', 'current');
    expect(current['policyVersion']).toBe(OLD);
    for (const policyVersion of [OLD, NEW]) {
      expectRefusal(
        await person.call('consent', 'set', { purpose: 'analytics', granted: true, policyVersion }),
        'POLICY_STALE',
      );
      expectRefusal(
        await person.call('consent', 'share', { recipient: 'visit', granted: true, policyVersion }),
        'POLICY_STALE',
      );
    }
    expect(agreements(person)).toEqual([]);
  });

  it('[P68] every right and every call goes on as it was, and proof cites the version they agreed to', async () => {
    const person = await olderMember();
    const granted = await ask(person, 'consent', 'set', {
      purpose: 'locate',
      granted: true,
      policyVersion: OLD,
    });
    expect(await ask(person, 'consent', 'receipt', { id: granted['receiptId'] })).toMatchObject({
      policyVersion: OLD,
      policyDigest: first.digest,
    });
    await ask(person, 'consent', 'set', { purpose: 'locate', granted: false, policyVersion: NEW });
    for (const [name, action, input] of [
      ['account', 'profile', {}],
      ['account', 'correct', { field: 'nickname', value: '新的名字' }],
      ['account', 'switchCity', { code: '420100' }],
      ['account', 'export', {}],
      ['consent', 'history', {}],
      ['consent', 'recipients', {}],
      ['request', 'mine', {}],
      ...['access', 'copy', 'complaint', 'leak', 'question'].map(
        (kind) => ['request', 'submit', { kind, details: '请办理' }] as const,
      ),
    ] as const) {
      expect(await person.call(name, action, input)).toMatchObject({ ok: true });
    }
    dataOf(await person.deregister());
    await ask(person, 'account', 'restore');
  });

  it('[P68] staff carry out a withdrawal under the version that counts for the person', async () => {
    const person = await olderMember();
    await ask(person, 'consent', 'set', { purpose: 'same-city', granted: true, policyVersion: OLD });
    const { id } = await ask(person, 'request', 'submit', {
      kind: 'withdraw',
      details: { purpose: 'same-city' },
    });
    const form = { requestId: id, expectedVersion: 1, reviewer: '王审', submit: true, decision: 'approve' };
    await cloud.post('/api/staff-decisions', form);
    dataOf(await cloud.timer('reconcile'));
    const { events } = (await ask(person, 'consent', 'history')) as { events: object[] };
    expect(events[0]).toMatchObject({ type: 'consent.withdrawn', policyVersion: OLD });
  });

  it('[P69] says what changed, why it asks, and what happens meanwhile, from one database call', async () => {
    const person = await olderMember();
    const told = await news(person);
    expect(cloud.databaseCalls('account')).toBe(1);
    expect(told).toMatchObject({ version: NEW, since: OLD, state: 'in-force', mustAgree: true });
    const { kinds, asks, summary } = told as {
      kinds: { kind: string; facts: string[] }[];
      asks: string[];
      summary: string;
    };
    expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['service', 'recipients']));
    expect(asks.join()).toContain('使用情况·页面');
    expect(summary).toContain('在您同意之前，对您仍然按旧的办。');
    expect(await news(makePerson(cloud))).toMatchObject({ version: NEW, since: OLD, mustAgree: false });
  });

  it('[P68] agreeing is proven with the digest of the text, once, and opens what is new', async () => {
    const person = await olderMember();
    await ask(person, 'account', 'agree', { policyVersion: NEW });
    expect(cloud.databaseCalls('account')).toBeLessThanOrEqual(5);
    await ask(person, 'account', 'agree', { policyVersion: NEW });
    expect(agreements(person)).toHaveLength(1);
    expect(await ask(person, 'account', 'session')).toMatchObject({ account: { policyVersion: NEW } });
    expect(await news(person)).toBeUndefined();
    const row = cloud.rows('accounts').find(({ _id }) => _id === idOf(person));
    expect(row?.['policyDigest']).toBe(second.digest);
    const set = await ask(person, 'consent', 'set', {
      purpose: 'analytics',
      granted: true,
      policyVersion: NEW,
    });
    expect(await ask(person, 'consent', 'receipt', { id: set['receiptId'] })).toMatchObject({
      policyDigest: second.digest,
    });
    await ask(person, 'consent', 'share', { recipient: 'visit', granted: true, policyVersion: NEW });
  });

  it('withdrawing stays as easy whatever version is named', async () => {
    const person = await olderMember();
    await ask(person, 'consent', 'set', { purpose: 'locate', granted: true, policyVersion: OLD });
    await ask(person, 'consent', 'set', { purpose: 'locate', granted: false, policyVersion: '999' });
    expect(agreements(person)).toEqual([]);
  });
});

describe('bad input is answered with a sentence', () => {
  it.each([
    ['a version nobody wrote', '999', 'POLICY_UNKNOWN'],
    ['an inherited name', '0', 'POLICY_UNKNOWN'],
    ['a version that is over', OLD, 'POLICY_STALE'],
    ['no version at all', 'draft', 'INVALID_INPUT'],
  ] as const)('when agreeing to %s', async (_, policyVersion, code) => {
    expectRefusal(await member.call('account', 'agree', { policyVersion }), code);
  });

  it('when a guest or a leaving member agrees', async () => {
    expectRefusal(await makePerson(cloud).call('account', 'agree', { policyVersion: NEW }), 'NOT_REGISTERED');
    const leaving = await olderMember();
    dataOf(await leaving.deregister());
    expectRefusal(await leaving.call('account', 'agree', { policyVersion: NEW }), 'FROZEN');
  });

  it('when a version is compared with itself or with none', async () => {
    const compare = (from: string, to: string) => member.call('policy', 'compare', { from, to });
    expectRefusal(await compare(OLD, OLD), 'POLICY_SAME');
    expectRefusal(await compare(OLD, '999'), 'POLICY_UNKNOWN');
    expectRefusal(await compare('999', '999'), 'POLICY_UNKNOWN');
  });
});

describe('anyone', () => {
  it('[P70] compares two versions: the text block by block, and what it means, forwards only', async () => {
    const guest = makePerson(cloud);
    const forwards = await ask(guest, 'policy', 'compare', { from: OLD, to: NEW });
    const blocks = forwards['blocks'] as { change: string; node: { type: string } }[];
    expect(new Set(blocks.map(({ change }) => change))).toEqual(new Set(['same', 'added', 'removed']));
    expect(blocks.some(({ change, node }) => change === 'added' && node.type === 'table')).toBe(true);
    expect(forwards['change']).toMatchObject({ mustAgree: true });
    expect(forwards['change']).toMatchObject({ summary: expect.stringContaining('要您重新同意') as string });
    expect((await ask(guest, 'policy', 'compare', { from: NEW, to: OLD }))['change']).toBeNull();
    expect(cloud.databaseCalls('policy')).toBe(0);
  });

  it('[P69] reads of an announced version that it asks for nothing yet', async () => {
    await cloud.travel(JUST_BEFORE);
    const { change } = await ask(makePerson(cloud), 'policy', 'compare', { from: OLD, to: NEW });
    expect(change).toMatchObject({ summary: expect.stringContaining('现在不用做什么') as string });
  });

  it('gets the key with which proof is signed, and its fingerprint, without a database call', async () => {
    const { pem, fingerprint } = await ask(makePerson(cloud), 'policy', 'publicKey');
    const der = createPublicKey(String(pem)).export({ type: 'spki', format: 'der' });
    expect(fingerprint).toBe(createHash('sha256').update(der).digest('hex'));
    const seed = Buffer.from(String(cloud.secrets()['SIGNING_KEY']), 'base64');
    const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
    const own = createPublicKey({
      key: Buffer.concat([prefix, seed]),
      format: 'der',
      type: 'pkcs8',
    } as unknown as Parameters<typeof createPublicKey>[0]);
    expect(own.export({ type: 'spki', format: 'pem' })).toBe(pem);
    expect(cloud.databaseCalls('policy')).toBe(0);
  });
});
