import { edition, oldestServed } from '../../src/contracts/edition';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const ask = (theirs: unknown, action = 'session', more: object = {}) =>
  makePerson(cloud).call('account', action, { edition: theirs, ...more });

test('an app of the same edition, of one that is still served, or that says none, is answered', async () => {
  for (const theirs of [undefined, edition, oldestServed]) expect(dataOf(await ask(theirs))).toBeDefined();
  expectRefusal(await ask(edition, 'noSuchThing'), 'UNKNOWN_ACTION');
  expectRefusal(await ask(edition, 'session', { more: 1 }), 'INVALID_INPUT');
});

test('an app that is too old is told to update, before anything is read', async () => {
  for (const action of ['session', 'deregister', 'noSuchThing']) {
    expectRefusal(await ask(oldestServed - 1, action), 'APP_OLDER');
    expect(cloud.databaseCalls('account')).toBe(0);
  }
});

test('a newer app is served as far as the functions know, and else told that they follow soon', async () => {
  expect(dataOf(await ask(edition + 1))).toBeDefined();
  for (const [action, more] of [
    ['noSuchThing', {}],
    ['session', { more: 1 }],
    ['switchCity', { code: '420100', district: '武昌' }],
  ] as const) {
    const answer = await ask(edition + 1, action, more);
    expectRefusal(answer, 'APP_NEWER');
    expect(answer).toMatchObject({ error: { retryable: true } });
    expect(cloud.databaseCalls('account')).toBe(0);
  }
});

test('a newer app hears what is wrong with an input by itself', async () => {
  const input = { phone: { kind: 'wechat', code: '' } };
  expectRefusal(await ask(edition + 1, 'deregister', input), 'INVALID_INPUT');
});

test.each([['1'], [null], [{}], [[1]], [true]])('an edition that is none is refused: %p', async (strange) => {
  expectRefusal(await ask(strange), 'INVALID_INPUT');
});
