import { dataMap, type CollectionName } from '../../src/contracts/data-map';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { smallJpeg } from '../make/pictures';
import { publishedBy, plainProposal } from '../make/proposals';
import { byName, isOwn, operations, rightInput } from '../make/right-input';
import { smsProof } from '../make/sms-proof';
import { staffDesk } from '../make/staff-desk';
import { openSurvey } from '../make/surveys';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

/** Who calls, and with what: everything that the call needs has been done. */
interface Ready {
  person: Person;
  input?: object;
}

const quote = { decision: 'quote', fee: 10, replyText: '成本费十元' };
const picture = smallJpeg.toString('base64');

async function member(): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register());
  return person;
}
const withVersion = async (person: Person, input: object): Promise<Ready> => ({
  person,
  input: { ...input, policyVersion: await person.policyVersion() },
});
const submit = async (person: Person) =>
  String(dataOf(await person.call('request', 'submit', { kind: 'access', details: '登录记录' }))['id']);
async function filed(decision?: object): Promise<{ person: Person; id: string }> {
  const person = await member();
  // The first three of a year are free: only of the fourth staff may ask a fee.
  if (decision === quote) for (let free = 0; free < 3; free += 1) await submit(person);
  const id = await submit(person);
  if (decision) {
    const row = await staffDesk(cloud).decide({ requestId: id, ...decision });
    expect(row).toMatchObject({ result: 'applied' });
  }
  return { person, id };
}
async function published() {
  const person = await member();
  return { person, id: await publishedBy(person) };
}
async function pictured() {
  const { person, id } = await published();
  const { pictures } = dataOf(await person.call('community', 'addPicture', { id, picture })) as {
    pictures: { id: string }[];
  };
  await cloud.cloud.wechat.settled();
  return { person, input: { id, picture: pictures[0]?.id } };
}
async function commented() {
  const { person, id } = await published();
  const said = { id, text: '同意', attempt: 'c'.repeat(16) };
  return { person, input: { id: dataOf(await person.call('community', 'comment', said))['id'] } };
}
let surveys = 0;
async function answering() {
  surveys += 1;
  const id = await openSurvey(cloud, `repeated-${String(surveys)}`);
  return { person: await member(), input: { id, answers: [1, [0], 3, '好'] } };
}

/** For each operation that may be sent twice, somebody who can call it. */
const ready: Record<string, () => Promise<Ready>> = {
  'account.agree': async () => withVersion(await member(), {}),
  'account.register': async () => {
    const person = makePerson(cloud);
    return withVersion(person, { phone: await person.proof(), age: 'adult' });
  },
  'account.correct': async () => ({ person: await member(), input: { field: 'nickname', value: '新名字' } }),
  'account.switchCity': async () => ({ person: await member(), input: { code: '440300' } }),
  'account.deregister': async () => {
    const person = await member();
    return { person, input: { phone: await person.proof() } };
  },
  'account.restore': async () => {
    const person = await member();
    dataOf(await person.deregister());
    return { person };
  },
  'account.guardChild': async () => {
    const { code } = dataOf(await makePerson(cloud).call('account', 'askGuardian'));
    const person = await member();
    return withVersion(person, { code, relationship: 'father', phone: await person.proof() });
  },
  'account.lock': async () => ({ person: await member() }),
  'account.unlock': async () => {
    const person = await member();
    dataOf(await person.call('account', 'lock'));
    return { person, input: { phone: await smsProof(cloud, person) } };
  },
  'consent.set': async () => withVersion(await member(), { purpose: 'analytics', granted: true }),
  'consent.share': async () => withVersion(await member(), { recipient: 'visit', granted: true }),
  'request.submit': async () => ({
    person: await member(),
    input: { kind: 'question', details: '怎么改地址', attempt: 'a'.repeat(64) },
  }),
  'request.verify': async () => {
    const person = await member();
    const letter = { phone: person.number, receivedOn: '2026-03-02' };
    return { person, input: { id: (await staffDesk(cloud).record(letter))['requestId'] } };
  },
  'request.cancel': async () => {
    const { person, id } = await filed();
    return { person, input: { id } };
  },
  'request.appeal': async () => {
    const refusal = { decision: 'refuse', reasonCode: 'impractical', replyText: '只在磁带上' };
    const { person, id } = await filed({ ...refusal, alternative: '请看“我的信息”' });
    return { person, input: { id, reason: '请再看一看' } };
  },
  'request.acceptFee': async () => {
    const { person, id } = await filed(quote);
    return { person, input: { id } };
  },
  'request.declineFee': async () => {
    const { person, id } = await filed(quote);
    return { person, input: { id } };
  },
  'request.attach': async () => {
    const { person, id } = await filed();
    return { person, input: { id, picture } };
  },
  'request.detach': async () => {
    const { person, id } = await filed();
    const { attachments } = dataOf(await person.call('request', 'attach', { id, picture })) as {
      attachments: { id: string }[];
    };
    return { person, input: { id, attachment: attachments[0]?.id } };
  },
  'request.markRead': async () => {
    const person = await member();
    dataOf(await person.call('account', 'lock'));
    dataOf(await person.call('account', 'unlock', { phone: await smsProof(cloud, person) }));
    return { person };
  },
  'community.publish': async () => ({
    person: await member(),
    input: { ...plainProposal, attempt: 'p'.repeat(16) },
  }),
  'community.edit': async () => {
    const { person, id } = await published();
    const { changedAt } = dataOf(await person.call('community', 'read', { id }));
    return { person, input: { ...plainProposal, id, changedAt, text: '改过了' } };
  },
  'community.withdraw': async () => {
    const { person, id } = await published();
    return { person, input: { id } };
  },
  'community.addPicture': async () => {
    const { person, id } = await published();
    return { person, input: { id, picture } };
  },
  'community.removePicture': pictured,
  'community.support': async () => {
    const { id } = await published();
    return { person: await member(), input: { id, on: true } };
  },
  'community.comment': async () => {
    const { person, id } = await published();
    return { person, input: { id, text: '同意', attempt: 'd'.repeat(16) } };
  },
  'community.uncomment': commented,
  'community.answer': answering,
  'community.unanswer': async () => {
    const { person, input } = await answering();
    dataOf(await person.call('community', 'answer', input));
    return { person, input: { id: input.id } };
  },
};

/** Where the answer to a call that came through already is not that of the first, but says that it is done. */
const saysDone: Readonly<Record<string, string>> = {
  'account.register': 'ALREADY_REGISTERED',
  'account.deregister': 'FROZEN',
  'account.restore': 'NOT_FROZEN',
};
/** When the call came, how much it still found to do, and how far others were with it meanwhile. */
const ofTheCall = ['at', 'marked', 'pictures'];
const saysOf = (data: object) =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !ofTheCall.includes(name)));

const collections = Object.keys(dataMap) as CollectionName[];
/** What only a person sends again, and which is safe then, too. */
const byHand = ['account.register', 'account.deregister', 'account.guardChild', 'account.unlock'];
const everything = () => Object.fromEntries(collections.map((name) => [name, cloud.rows(name)]));
const own = operations.filter(isOwn);

describe('a write that is sent again because its answer was lost', () => {
  test('is one that the contract says may be, or that a person may send', () => {
    const again = byName(own.filter(({ writes }) => writes === 'again')).map(([name]) => name);
    expect(Object.keys(ready).sort()).toEqual([...again, ...byHand].sort());
  });

  test.each(Object.entries(ready))('%s does nothing further and says so', async (name, prepare) => {
    const [functionName = '', action = ''] = name.split('.');
    const { person, input } = await prepare();
    const untouched = everything();
    const first = dataOf(await person.call(functionName, action, input));
    await cloud.cloud.wechat.settled();
    const written = everything();
    // Agreeing to what was agreed to at registration is itself a repetition.
    if (name !== 'account.agree') expect(written).not.toEqual(untouched);
    const again = await person.call(functionName, action, input);
    await cloud.cloud.wechat.settled();
    if (again.ok) expect(saysOf(again.data)).toEqual(saysOf(first));
    else expect(again.error.code).toBe(saysDone[name]);
    expect(everything()).toEqual(written);
  });
});

test('an appeal in other words is none that is repeated', async () => {
  const { person, input } = (await ready['request.appeal']?.()) ?? { person: await member() };
  dataOf(await person.call('request', 'appeal', input));
  const other = { ...input, reason: '还有一句' };
  expectRefusal(await person.call('request', 'appeal', other), 'REQUEST_STATE');
});

test('a guardian who says something else than before is told that the code is used', async () => {
  const { person, input } = (await ready['account.guardChild']?.()) ?? { person: await member() };
  dataOf(await person.call('account', 'guardChild', input));
  const other = { ...input, relationship: 'mother', phone: await person.proof() };
  expectRefusal(await person.call('account', 'guardChild', other), 'GUARDIAN_CODE_USED');
});

/** What each reading asks for, where that is not the request or the receipt of whoever asks. */
const asked: Record<string, (own: { person: Person; request: string }) => Promise<object>> = {
  'account.certificate': async () => ({ id: await certified() }),
  'request.attachment': async ({ person, request }) => {
    const { attachments } = dataOf(await person.call('request', 'attach', { id: request, picture })) as {
      attachments: { id: string }[];
    };
    return { id: request, attachment: attachments[0]?.id };
  },
  'request.mine': () => Promise.resolve({}),
  'policy.read': () => Promise.resolve({ version: '1' }),
  'policy.compare': () => Promise.resolve({ from: '1', to: '2' }),
  'community.feed': () => Promise.resolve({ order: 'newest' }),
  'community.search': () => Promise.resolve({ words: '电梯' }),
  'community.read': async () => ({ id: (await published()).id }),
  'community.picture': async () => ({ id: (await pictured()).input.picture }),
  'community.comments': async () => ({ id: (await published()).id }),
  'community.survey': async () => ({ id: (await answering()).input.id }),
};
async function certified(): Promise<string> {
  const leaving = await member();
  const { certificateId } = dataOf(await leaving.deregister());
  await cloud.travel(new Date(Date.now() + 30 * 24 * 60 * 60_000));
  dataOf(await cloud.timer('retention'));
  await cloud.travel(null);
  return String(certificateId);
}
/** A member has none: it is a guest who waits for a guardian. */
const ofGuests = 'account.guardianAnswer';

test.each(byName(own.filter(({ writes }) => writes === undefined)))(
  '%s, which the contract calls a reading, writes nothing',
  async (name, operation) => {
    const { person, id: request } = await filed();
    const { receiptId } = dataOf(await person.choose('analytics')) as { receiptId: string };
    const own = { person, request };
    const input = (await asked[name]?.(own)) ?? rightInput(operation, { requestId: request, receiptId });
    const before = everything();
    const caller = name === ofGuests ? makePerson(cloud) : person;
    dataOf(await caller.call(operation.function, operation.action, input));
    expect(everything()).toEqual(before);
  },
);
