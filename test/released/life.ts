import { randomUUID } from 'node:crypto';
import { dataOf } from '../make/expect-answer';
import type { TestCloud } from '../make/cloud';
import { makeFamily } from '../make/family';
import { makePerson, type Person } from '../make/person';
import { smallJpeg } from '../make/pictures';
import { publishedBy } from '../make/proposals';
import { smsProof } from '../make/sms-proof';
import { staffDesk } from '../make/staff-desk';
import { answer, openSurvey } from '../make/surveys';

const DAY_MS = 24 * 60 * 60_000;

/** People of a town as a test meets them again in a later release. */
export type Cast = Record<
  'resident' | 'leaving' | 'erased' | 'guardian' | 'child',
  Pick<Person, 'openid' | 'number'>
>;

/** Everything one can do in the community. */
async function takePart(on: TestCloud, person: Person, other: Person): Promise<void> {
  const proposal = await publishedBy(person);
  const picture = smallJpeg.toString('base64');
  dataOf(await person.call('community', 'addPicture', { id: proposal, picture }));
  dataOf(await other.call('community', 'support', { id: proposal, on: true }));
  dataOf(
    await other.call('community', 'comment', { id: proposal, attempt: randomUUID(), text: '我家也是这样' }),
  );
  const survey = await openSurvey(on, 'released-survey');
  dataOf(await answer(person, survey, [0, [1], 4, '多开几部电梯']));
}

/** A request that is open, with a picture, and one that is answered. */
async function askForThings(on: TestCloud, person: Person): Promise<void> {
  const desk = staffDesk(on);
  const submit = async (kind: string, details: string) =>
    String(dataOf(await person.call('request', 'submit', { kind, details }))['id']);
  const open = await submit('complaint', '电梯三天没有修');
  dataOf(await person.call('request', 'attach', { id: open, picture: smallJpeg.toString('base64') }));
  const answered = await submit('question', '怎么改地址');
  await desk.decide({ requestId: answered, decision: 'reply', replyText: '在我的信息里改' });
  dataOf(await on.timer('reconcile'));
}

/** Agrees, shares, is counted, and is delivered to a recipient. */
async function agreeToThings(on: TestCloud, person: Person): Promise<void> {
  dataOf(await person.choose('analytics'));
  const at = on.cloud.clock.now().toISOString();
  const visit = { page: 'pages/home/index', from: 'pages/me/index', dwell: 1200, at };
  dataOf(await person.call('consent', 'usage', { events: [visit] }));
  const policyVersion = await person.policyVersion();
  dataOf(await person.call('consent', 'share', { recipient: 'visit', granted: true, policyVersion }));
  const fields = ['accounts.phone'];
  const delivery = { action: 'deliver', phone: person.number, recipient: 'visit', fields, by: '王管理' };
  dataOf(await on.invoke('retention', delivery));
  dataOf(await on.timer('reconcile'));
}

/**
 * Lives through a town by the doors alone, so that every collection has rows that the functions themselves wrote; the
 * clock ends two days after it began.
 */
export async function live(on: TestCloud): Promise<Cast> {
  const [resident, leaving, erased, passing] = [1, 2, 3, 4].map(() => makePerson(on)) as [
    Person,
    Person,
    Person,
    Person,
  ];
  for (const person of [resident, leaving, erased]) dataOf(await person.register());
  const { guardian, child } = await makeFamily(on);
  await agreeToThings(on, resident);
  await askForThings(on, resident);
  await takePart(on, resident, leaving);
  dataOf(await erased.deregister());
  await on.travel(new Date(Date.now() + 30 * DAY_MS));
  dataOf(await on.timer('retention'));
  dataOf(await on.timer('reconcile'));
  dataOf(await leaving.deregister());
  await smsProof(on, passing);
  dataOf(await passing.call('account', 'askGuardian'));
  const cast = { resident, leaving, erased, guardian, child };
  return Object.fromEntries(
    Object.entries(cast).map(([name, { openid, number }]) => [name, { openid, number }]),
  ) as Cast;
}
