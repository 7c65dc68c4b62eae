import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

it('a phone is not changed to the number that is bound already, and nothing is written', async () => {
  const person = makePerson(cloud);
  dataOf(await person.register());
  const before = JSON.stringify([cloud.rows('accounts'), cloud.rows('ledger'), cloud.rows('logins')]);
  expectRefusal(await person.call('account', 'changePhone', { phone: await person.proof() }), 'PHONE_SAME');
  expect(JSON.stringify([cloud.rows('accounts'), cloud.rows('ledger'), cloud.rows('logins')])).toBe(before);
});
