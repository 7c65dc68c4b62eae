import { refusalReasons, type RefusalReason } from '../../src/contracts/request-vocabulary';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

let cloud: TestCloud;
let person: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  person = makePerson(cloud);
  dataOf(await person.register());
});
afterAll(() => cloud.stop());

const submit = async (kind: string, details: unknown) =>
  String(dataOf(await person.call('request', 'submit', { kind, details }))['id']);
const read = async (id: string) => dataOf(await person.call('request', 'read', { id }));

/** Refuses as staff do in their form, and answers the row once the timer has judged it. */
async function refuse(requestId: string, row: object): Promise<Record<string, unknown>> {
  const form = { requestId, expectedVersion: 1, decision: 'refuse', reviewer: '王审', submit: true, ...row };
  const { body } = await cloud.post('/api/staff-decisions', form);
  const [id] = (body as { insertedIds: string[] }).insertedIds;
  dataOf(await cloud.timer('reconcile'));
  return cloud.rows('staff_decisions').find(({ _id }) => _id === id) ?? {};
}

const codes = Object.keys(refusalReasons) as RefusalReason[];
const ofClass = (wanted: 'may' | 'must') => codes.filter((code) => refusalReasons[code].class === wanted);

describe.each([
  ['[P62] one of the four kinds that may be declined', ofClass('may'), 4],
  ['[P63] one of the eight grounds on which the law forbids an answer', ofClass('must'), 8],
])('%s', (_, those, many) => {
  it('is one of a closed table', () => {
    expect(those).toHaveLength(many);
  });

  it.each(those)('%s: the person reads which it is, its source, why, and how to go on', async (code) => {
    const id = await submit('complaint', '为什么这么久');
    const why = `原因：${refusalReasons[code].label}`;
    expect(await refuse(id, { reasonCode: code, replyText: why })).toMatchObject({ result: 'applied' });
    const { label, law, class: kindOfReason } = refusalReasons[code];
    if (kindOfReason === 'must') {
      // P20: nobody reads of it before a second person has looked.
      expect(await read(id)).toMatchObject({ state: 'seconding', decision: null, reason: null, reply: null });
      const second = { expectedVersion: 2, decision: 'endorse', replyText: undefined };
      expect(await refuse(id, { ...second, reviewer: '王审' })).toMatchObject({ result: 'rejected' });
      expect(await refuse(id, { ...second, reviewer: '李审' })).toMatchObject({ result: 'applied' });
    }
    expect(await read(id)).toMatchObject({
      state: 'refused',
      reason: { code, label, law },
      reply: why,
      allowed: ['appeal'],
    });
  });

  it('is never given in free words alone, nor as a code alone', async () => {
    const id = await submit('complaint', '为什么这么久');
    for (const row of [{ replyText: '不行' }, { reasonCode: those[0] }])
      expect(await refuse(id, row)).toMatchObject({ result: 'rejected' });
    expect(await read(id)).toMatchObject({ state: 'verified', reason: null, reply: null });
    dataOf(await person.call('request', 'cancel', { id }));
  });
});

describe('[P46] what cannot be given', () => {
  const reason = { reasonCode: 'disproportionate', replyText: '要从磁带里找' };

  it.each(['refuse', 'partly'])(
    'is turned down only together with another way, which the person reads: %s',
    async (decision) => {
      const id = await submit('access', '三年前的登录记录');
      const bare = await refuse(id, { ...reason, decision });
      expect(bare).toMatchObject({ result: 'rejected' });
      expect(String(bare['resultMessage'])).toContain('其他办法');
      expect(await read(id)).toMatchObject({ state: 'verified' });
      const alternative = '可以看最近 180 天的登录记录';
      expect(await refuse(id, { ...reason, decision, alternative })).toMatchObject({ result: 'applied' });
      expect(await read(id)).toMatchObject({
        state: decision === 'refuse' ? 'refused' : 'partly',
        alternative,
      });
    },
  );
});
