import type { Operation } from '../../src/contracts/operation';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { canariesOf, makePerson, type Person } from '../make/person';
import { byName, isOfNobody, isOwn, operations, rightInput } from '../make/right-input';

const DAY = 24 * 60 * 60_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

/**
 * What a frozen account still answers: who one is, the way back, a copy to take along, the proof of erasure, and that
 * there is no lock to open.
 */
const stillAnswered = [
  ...['account.session', 'account.restore', 'account.export', 'account.certificate'],
  'account.unlock',
];
const inRequest = (person: Person) =>
  person.call('request', 'submit', { kind: 'question', details: person.reason });

describe('[P35] a frozen account', () => {
  let person: Person;
  let requestId: string;
  let receiptId: string;
  beforeAll(async () => {
    person = makePerson(cloud);
    dataOf(await person.register());
    requestId = String(dataOf(await inRequest(person))['id']);
    receiptId = String(dataOf(await person.choose('analytics'))['receiptId']);
    dataOf(await person.deregister());
  });

  const inputOf = (operation: Operation) => rightInput(operation, { requestId, receiptId });
  const canaries = () => [...canariesOf(person), person.number.slice(0, 7)];

  it.each(byName(operations.filter(isOwn)).filter(([name]) => !stillAnswered.includes(name)))(
    'answers nothing to %s',
    async (_, operation) => {
      const ledger = cloud.rows('ledger').length;
      const answer = await person.call(operation.function, operation.action, inputOf(operation));
      if (!isOfNobody(operation)) expect(answer).toMatchObject({ ok: false, error: { code: 'FROZEN' } });
      for (const canary of canaries()) expect(JSON.stringify(answer)).not.toContain(canary);
      expect(cloud.rows('ledger')).toHaveLength(ledger);
    },
  );

  it.each(byName(operations.filter((each) => !isOwn(each) && each.function === 'reconcile')))(
    'gives staff no word of the person by %s',
    async (_, operation) => {
      const event = { action: operation.action, ...inputOf(operation) };
      const answer = await cloud.invoke(operation.function, event);
      for (const canary of canaries()) expect(JSON.stringify(answer)).not.toContain(canary);
    },
  );

  it('still says who one is, gives a copy, and comes back', async () => {
    expect(dataOf(await person.call('account', 'session'))).toMatchObject({ status: 'frozen' });
    expect(dataOf(await person.call('account', 'export'))).toHaveProperty('base64');
    dataOf(await person.call('account', 'restore'));
    expect(dataOf(await person.call('account', 'profile'))).toHaveProperty('fields');
  });
});

describe('[P34] by the timer, through the doors,', () => {
  const runs = async (at: number) => {
    await cloud.travel(new Date(at));
    dataOf(await cloud.timer('retention'));
  };

  it('a request that ended is gone after three years, and an open one stays', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register());
    const [open, ended] = [
      String(dataOf(await inRequest(person))['id']),
      String(dataOf(await inRequest(person))['id']),
    ];
    dataOf(await person.call('request', 'cancel', { id: ended }));
    const began = Date.now();
    const there = () =>
      cloud
        .rows('requests')
        .map(({ _id }) => _id)
        .filter((id) => id === open || id === ended);
    await runs(began + 1094 * DAY);
    expect(there().sort()).toEqual([open, ended].sort());
    await runs(began + 1098 * DAY);
    expect(there()).toEqual([open]);
  });

  it('what staff typed is gone a day after it was judged, and the form after a month', async () => {
    const words = '员工写的话金丝雀';
    await cloud.post('/api/staff-decisions', {
      requestId: 'unknown',
      expectedVersion: 1,
      decision: 'reply',
      replyText: words,
      reviewer: '王审',
      submit: true,
    });
    dataOf(await cloud.timer('reconcile'));
    const began = Date.now();
    const forms = () => cloud.rows('staff_decisions').filter((row) => row['requestId'] === 'unknown');
    await runs(began);
    expect(forms()).toMatchObject([{ result: 'rejected', replyText: words }]);
    await runs(began + 1.1 * DAY);
    expect(forms()).toMatchObject([{ result: 'rejected', requestId: 'unknown' }]);
    expect(forms()[0]).not.toHaveProperty('replyText');
    expect(cloud.filesHolding(words)).toEqual([]);
    await runs(began + 31 * DAY);
    expect(forms()).toEqual([]);
  });

  it('proof of a person erased ends with the certificate, 37 months after', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register());
    const subject = cloud
      .rows('accounts')
      .find(({ registeredAt }) => Date.parse(String(registeredAt)) > Date.now() - 5000)?.['_id'];
    const before = new Set(cloud.rows('certificates').map(({ _id }) => _id));
    dataOf(await person.deregister());
    const began = Date.now();
    await runs(began + 30 * DAY);
    const mine = cloud.rows('certificates').filter(({ _id }) => !before.has(_id));
    expect(mine).toHaveLength(1);
    expect(subject).toBeDefined();
    const id = mine[0]?.['_id'];
    const left = () => [
      cloud.rows('certificates').some(({ _id }) => _id === id),
      cloud.rows('ledger').some((row) => row['subject'] === id),
    ];
    await runs(began + (30 + 1120) * DAY);
    expect(left()).toEqual([true, true]);
    await runs(began + (30 + 1130) * DAY);
    expect(left()).toEqual([false, false]);
  });
});
