import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { staffDesk } from '../make/staff-desk';

let cloud: TestCloud;
let desk: ReturnType<typeof staffDesk>;
let person: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  desk = staffDesk(cloud);
});
beforeEach(async () => {
  await cloud.travel('2026-03-02T10:00:00+08:00');
  person = makePerson(cloud);
  dataOf(await person.register());
});
afterAll(() => cloud.stop());

/** Short messages to the person, newest first. */
const texts = async () =>
  (await cloud.outbox()).filter(({ kind, to }) => kind === 'sms' && to.endsWith(person.number));
const codeSent = async () => /\d{6}/.exec((await texts())[0]?.text ?? '')?.[0] ?? '';
const letter = () => ({ phone: person.number, receivedOn: '2026-03-02', byCode: true });
const file = (requestId: string, row: object) => desk.decide({ expectedVersion: null, requestId, ...row });
const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');

describe('[P49] a letter from somebody who cannot open the app', () => {
  it('is verified by the code on the bound phone, decided, and answered by SMS and letter', async () => {
    const { requestId, resultMessage } = await desk.record(letter());
    const id = String(requestId);
    expect(String(resultMessage)).toContain(id);
    const code = await codeSent();
    expect(cloud.filesHolding(code)).toEqual([]);
    await cloud.travel('2026-03-03T10:00:00+08:00');
    expect(await file(id, { decision: 'verify', code: otherThan(code) })).toMatchObject({
      result: 'rejected',
    });
    const right = await file(id, { decision: 'verify', code });
    expect(right).toMatchObject({ result: 'applied' });
    expect(right).not.toHaveProperty('code');
    const [line] = await desk.queue();
    expect(line).toMatchObject({ id, channel: 'email', state: 'verified', dueOn: '2026-03-18' });
    const reply = { requestId: id, expectedVersion: 2, decision: 'reply', replyText: '已经改好' };
    expect(String((await desk.decide(reply))['resultMessage'])).toContain('回信');
    dataOf(await cloud.timer('reconcile'));
    expect((await texts())[0]?.text).toContain('您来信提出的请求有了答复');
    const { messages } = dataOf(await person.call('request', 'inbox')) as { messages: object[] };
    expect(messages).toMatchObject([{ template: 'letter-answered' }, { template: 'request-code' }]);
    expect(dataOf(await person.call('request', 'read', { id }))).toMatchObject({
      state: 'done',
      verifiedBy: 'code',
    });
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ altered: 0, failed: [] });
  });

  it('stays unverified after three wrong codes, and three codes are all there are', async () => {
    const { requestId } = await desk.record(letter());
    const id = String(requestId);
    const first = await codeSent();
    for (let tries = 0; tries < 3; tries += 1)
      expect(await file(id, { decision: 'verify', code: otherThan(first) })).toMatchObject({
        result: 'rejected',
      });
    expect(await file(id, { decision: 'verify', code: first })).toMatchObject({ result: 'rejected' });
    for (const result of ['applied', 'applied', 'rejected'])
      expect(await file(id, { decision: 'send-code' })).toMatchObject({ result });
    expect(await texts()).toHaveLength(3);
    await cloud.travel('2026-03-05T10:30:00+08:00');
    const late = await file(id, { decision: 'verify', code: await codeSent() });
    expect(String(late['resultMessage'])).toContain('过期');
    const { state } = dataOf(await person.call('request', 'read', { id }));
    expect(state).toBe('submitted');
  });

  it('can be confirmed in the app all the same', async () => {
    const { requestId: id } = await desk.record(letter());
    dataOf(await person.call('request', 'verify', { id }));
    expect(await file(String(id), { decision: 'verify', code: await codeSent() })).toMatchObject({
      result: 'rejected',
    });
  });
});
