import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

/** The most database calls an operation may cost; a count, not a time, so it is held by a test. */
it('keeps each operation within its database calls', async () => {
  const person = makePerson(cloud);
  const within = async (name: string, most: number, work: () => Promise<unknown>) => {
    await work();
    expect([name, cloud.databaseCalls(name) <= most, cloud.databaseCalls(name)]).toEqual([
      name,
      true,
      expect.any(Number),
    ]);
  };
  const call = async (name: string, action: string, input?: object) =>
    dataOf(await person.call(name, action, input));
  await within('account', 1, () => call('account', 'session'));
  await within('account', 8, async () => dataOf(await person.register()));
  await within('account', 2, () => call('account', 'profile'));
  const policyVersion = await person.policyVersion();
  await within('consent', 5, () =>
    call('consent', 'set', { purpose: 'locate', granted: true, policyVersion }),
  );
  await within('consent', 2, () => call('consent', 'current'));
  await within('consent', 2, () => call('consent', 'history'));
  await within('consent', 2, () => call('consent', 'receipt', { id: '2' }));
  let id: unknown;
  await within('request', 6, async () => {
    id = (await call('request', 'submit', { kind: 'copy' }))['id'];
  });
  await within('request', 2, () => call('request', 'mine'));
  await within('request', 2, () => call('request', 'inbox'));
  await within('request', 2, () => call('request', 'read', { id }));
  await within('policy', 0, () => call('policy', 'current'));
});

it('scans no collection on any of these paths', () => {
  expect(cloud.cloud.database.stats().scans).toBe(0);
});
