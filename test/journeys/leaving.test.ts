import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

const session = async (person: Person) => dataOf(await person.call('account', 'session'));

describe('an account that its person leaves', () => {
  it('[P55] says that it can come back as long as restoring is answered, and no longer', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register());
    expect(await session(person)).not.toHaveProperty('leaving');
    const { eraseAfter, certificateId } = dataOf(await person.deregister());
    const end = Date.parse(String(eraseAfter));
    await cloud.travel(new Date(end - 60_000));
    expect(await session(person)).toMatchObject({
      status: 'frozen',
      leaving: { isRestorable: true, cause: 'own', certificateId },
    });
    expect(cloud.databaseCalls('account')).toBe(1);
    await cloud.travel(new Date(end + 1000));
    expect(await session(person)).toMatchObject({
      status: 'frozen',
      leaving: { isRestorable: false, cause: 'own', certificateId },
    });
    expectRefusal(await person.call('account', 'restore'), 'RESTORE_OVER');
  });
});
