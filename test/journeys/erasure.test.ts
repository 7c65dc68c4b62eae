import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { killEachCall } from '../make/kill-each-call';
import { canariesOf, makePerson, type Person } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

/** Someone with a row in every collection that can hold one, already frozen. */
async function frozenPerson(): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register());
  dataOf(await person.call('account', 'sendSmsCode', { number: person.number }));
  dataOf(await person.choose('analytics'));
  const { id } = dataOf(await person.call('request', 'submit', { kind: 'question', details: person.reason }));
  await cloud.post('/api/staff-decisions', {
    requestId: id,
    expectedVersion: 9,
    decision: 'reply',
    replyText: person.reason,
    reviewer: '王审',
    submit: true,
  });
  dataOf(await person.deregister());
  return person;
}

const pastCoolingOff = () => cloud.travel(new Date(Date.now() + 30 * 24 * 60 * 60_000));
const status = async (person: Person) => dataOf(await person.call('account', 'session'))['status'];
/** Whether somebody's erasure has begun and is not certified. */
const isBegun = () => cloud.rows('erasures').some(({ state }) => state !== 'certified');
const runs = async () => (await cloud.post('/timer/retention')).status;

async function expectErased(person: Person): Promise<void> {
  expect(await status(person)).toBe('guest');
  for (const canary of canariesOf(person)) expect(cloud.filesHolding(canary)).toEqual([]);
}

describe('erasing', () => {
  const counts = { removed: expect.any(Number) as number, reduced: expect.any(Number) as number, found: 0 };

  it('[P57] certifies what it did to each collection, and keeps a chain that says nothing', async () => {
    const person = await frozenPerson();
    const { subject } = cloud.rows('requests').at(-1) as { subject: string };
    await pastCoolingOff();
    // Somebody else mistypes this person's number: that row is about this person too.
    dataOf(await makePerson(cloud).call('account', 'sendSmsCode', { number: person.number }));
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ erased: 1 });
    const certificate = cloud.rows('certificates').find(({ _id }) => _id === subject);
    expect(certificate).toMatchObject({
      counts: {
        accounts: { ...counts, removed: 1 },
        requests: { ...counts, reduced: 1 },
        staff_decisions: { ...counts, removed: 1 },
        sms_codes: { ...counts, removed: 1 },
      },
    });
    const chain = cloud.rows('ledger').filter((row) => row['subject'] === subject);
    expect(chain.map(({ seq }) => seq)).toEqual(chain.map((_, index) => index + 1));
    expect(chain.at(-1)).toMatchObject({ type: 'account.erased' });
    await expectErased(person);
    await cloud.travel(null);
  });

  it('[P57] converges when killed at any single database call, and touches nobody else', async () => {
    const bystander = makePerson(cloud);
    dataOf(await bystander.register());
    let person = await frozenPerson();
    await pastCoolingOff();
    const killed = await killEachCall(cloud, {
      isTouched: async () => isBegun() || (await status(person)) !== 'frozen',
      isDone: async () => !isBegun() && (await status(person)) === 'guest',
      async settle() {
        expect(await runs()).toBe(200);
        await expectErased(person);
        await cloud.travel(null);
        person = await frozenPerson();
        await pastCoolingOff();
      },
    });
    expect(killed).toBeGreaterThan(20);
    await runs();
    const certified = cloud.rows('certificates').length;
    expect(cloud.rows('erasures').filter(({ state }) => state === 'certified')).toHaveLength(certified);
    await cloud.travel(null);
    expect(await status(bystander)).toBe('member');
    dataOf(await bystander.call('account', 'profile'));
  }, 480_000);

  it('[P57] comes to the same when two runs work at once', async () => {
    const people = [await frozenPerson(), await frozenPerson(), await frozenPerson()];
    const before = cloud.rows('certificates').length;
    await pastCoolingOff();
    expect(await Promise.all([runs(), runs()])).toEqual([200, 200]);
    for (const person of people) await expectErased(person);
    expect(cloud.rows('certificates').length - before).toBe(people.length);
    expect(cloud.rows('erasures').filter(({ state }) => state === 'begun')).toEqual([]);
    await cloud.travel(null);
  });

  it('either restores or erases, never half of each, when both come at once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const person = await frozenPerson();
      // A restore counts until the very end of the cooling-off, so both come as close to it as they can.
      const { eraseAfter } = dataOf(await person.call('account', 'session'))['account'] as {
        eraseAfter: string;
      };
      await cloud.travel(new Date(Date.parse(eraseAfter) - 12 * round));
      const [restored] = await Promise.all([person.call('account', 'restore'), runs()]);
      await pastCoolingOff();
      await runs();
      if (restored.ok) {
        expect(await status(person)).toBe('member');
        dataOf(await person.call('account', 'profile'));
      } else await expectErased(person);
      await cloud.travel(null);
    }
  }, 60_000);

  it('closes what was still open, so that staff are not left with it', async () => {
    const inQueue = async () => {
      const { requests } = dataOf(await cloud.invoke('reconcile', { action: 'queue' })) as {
        requests: { id: string }[];
      };
      return requests.map(({ id }) => id);
    };
    const person = await frozenPerson();
    const id = cloud.rows('requests').at(-1)?.['_id'];
    expect(await inQueue()).not.toContain(id);
    await pastCoolingOff();
    await runs();
    await expectErased(person);
    expect(cloud.rows('requests').find(({ _id }) => _id === id)).toMatchObject({
      open: false,
      state: 'cancelled',
    });
    expect(await inQueue()).not.toContain(id);
  });

  it('takes what staff left unfinished, and what they typed for somebody already gone', async () => {
    const person = await frozenPerson();
    await pastCoolingOff();
    await runs();
    const late = { requestId: 'gone', decision: 'reply', replyText: person.reason, reviewer: '王审' };
    await cloud.post('/api/staff-decisions', { ...late, submit: false });
    await cloud.post('/api/staff-decisions', { ...late, submit: 'true' });
    await cloud.timer('reconcile');
    await runs();
    await cloud.travel(new Date(Date.now() + 90 * 24 * 60 * 60_000));
    await runs();
    expect(cloud.rows('staff_decisions')).toEqual([]);
    expect(cloud.filesHolding(person.reason)).toEqual([]);
  });

  it('[P57] is not held up for everyone by one person whose data somebody meddled with', async () => {
    const [meddled, other] = [await frozenPerson(), await frozenPerson()];
    const [subject] = cloud
      .rows('requests')
      .slice(-2)
      .map((row) => row['subject']);
    const account = cloud.rows('accounts').find(({ _id }) => _id === subject) as { chain: { seq: number } };
    const place = `${String(subject)}.${String(account.chain.seq + 1)}`;
    const row = {
      ...cloud.rows('ledger').find((each) => each['subject'] === subject),
      _id: place,
      seq: account.chain.seq + 1,
    };
    await cloud.cloud.database.call('database.insertDocument', {
      collectionName: 'ledger',
      data: [JSON.stringify(row)],
    });
    await pastCoolingOff();
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ erased: 1, left: 1 });
    const states = [await status(meddled), await status(other)].sort();
    expect(states).toEqual(['frozen', 'guest']);
  });

  it('[P57] is not kept from its work by an earlier step that fails, and the run says which failed', async () => {
    const person = await frozenPerson();
    await pastCoolingOff();
    await cloud.post('/faults', { function: 'retention', at: 1, do: 'fail' });
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ failed: ['migrate'], erased: 1 });
    await expectErased(person);
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ failed: [] });
  });

  it('[P64] never began with a child: under 14 nothing is written and the way is shown', async () => {
    const child = makePerson(cloud);
    const accounts = cloud.rows('accounts').length;
    expectRefusal(await child.register({ age: 'under14' }), 'GUARDIAN_NEEDED');
    expect(cloud.rows('accounts')).toHaveLength(accounts);
    expect(await status(child)).toBe('guest');
  });
});
