import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { canariesOf, makePerson } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const found = (phone: string) =>
  cloud.invoke('retention', { action: 'childFound', phone, by: '王审', reference: '家长来信-7' });
/** From one run of the retention timer to the next; a working day is far longer. */
const TIMER_MS = 10 * 60_000;

describe('[P67] a child found without a guardian’s consent', () => {
  it('is frozen at once, cannot be restored, and is gone at the timer’s next run', async () => {
    const [child, other] = [makePerson(cloud), makePerson(cloud)];
    dataOf(await child.register({ age: 'teen' }));
    dataOf(await other.register());
    const { subject, eraseAfter } = dataOf(await found(child.number));
    expect(Date.parse(String(eraseAfter))).toBeLessThanOrEqual(Date.now());
    expect(dataOf(await child.call('account', 'session'))).toMatchObject({
      status: 'frozen',
      leaving: { isRestorable: false, cause: 'no-consent', certificateId: subject },
    });
    expectRefusal(await child.call('account', 'profile'), 'FROZEN');
    expectRefusal(await child.call('account', 'restore'), 'RESTORE_OVER');
    await cloud.travel(new Date(Date.now() + TIMER_MS));
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ erased: 1 });
    expect(dataOf(await child.call('account', 'session'))).toMatchObject({ status: 'guest' });
    for (const canary of canariesOf(child)) expect(cloud.filesHolding(canary)).toEqual([]);
    expect(cloud.rows('certificates').map(({ _id }) => _id)).toEqual([subject]);
    expect(cloud.rows('ledger').filter((row) => row['subject'] === subject)).toContainEqual(
      expect.objectContaining({ type: 'account.child-found' }),
    );
    expect(cloud.rows('audits')).toContainEqual(
      expect.objectContaining({ action: 'child-found', reviewer: '王审', requestId: '家长来信-7' }),
    );
    expect(dataOf(await other.call('account', 'session'))).toMatchObject({ status: 'member' });
    await cloud.travel(null);
  });

  it('loses the wait of a deregistration already begun', async () => {
    const child = makePerson(cloud);
    dataOf(await child.register());
    dataOf(await child.deregister());
    dataOf(await found(child.number));
    expectRefusal(await child.call('account', 'restore'), 'RESTORE_OVER');
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ erased: 1 });
  });

  it('is told apart from a number that nobody registered, and found by staff alone', async () => {
    expectRefusal(await found('13900000000'), 'ACCOUNT_UNKNOWN');
    const person = makePerson(cloud);
    dataOf(await person.register());
    expectRefusal(
      await person.call('retention', 'childFound', { phone: person.number, by: '甲', reference: '乙' }),
      'CONSOLE_ONLY',
    );
    expect(dataOf(await person.call('account', 'session'))).toMatchObject({ status: 'member' });
  });
});
