import { unzipSync } from 'fflate';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

interface Shown {
  field: string;
  source: string;
  collectedAt: string | null;
  usedAt: string | null;
  usedBy: string | null;
}

const shown = async (person: Person, name: string) => {
  const { fields } = dataOf(await person.call('account', 'profile')) as unknown as { fields: Shown[] };
  return fields.find(({ field }) => field === name);
};

it('[P17] [P45] tells of each fact when it came and from where, and who used it last', async () => {
  const person = makePerson(cloud);
  await cloud.travel('2026-03-02T02:00:00.000Z');
  dataOf(await person.register());
  expect(await shown(person, 'phone')).toMatchObject({
    source: '微信提供',
    collectedAt: expect.stringMatching(/^2026-03-02T02:00/) as string,
    usedAt: null,
    usedBy: null,
  });
  expect(await shown(person, 'nickname')).toMatchObject({ source: '您自己填写' });

  await cloud.travel('2026-03-03T02:00:00.000Z');
  dataOf(await person.call('account', 'correct', { field: 'nickname', value: '后来改的' }));
  expect(await shown(person, 'nickname')).toMatchObject({
    collectedAt: expect.stringMatching(/^2026-03-03T02:00/) as string,
  });
  dataOf(await person.call('account', 'correct', { field: 'address', value: '' }));
  expect(await shown(person, 'address')).toMatchObject({ collectedAt: null, usedAt: null });

  await cloud.travel('2026-03-04T02:00:00.000Z');
  const { base64 } = dataOf(await person.call('account', 'export'));
  expect(await shown(person, 'nickname')).toMatchObject({
    collectedAt: expect.stringMatching(/^2026-03-03T02:00/) as string,
    usedAt: expect.stringMatching(/^2026-03-04T02:00/) as string,
    usedBy: '您自己',
  });
  const files = unzipSync(Buffer.from(String(base64), 'base64'));
  const table = Buffer.from(files['accounts.csv'] ?? []).toString();
  expect(table).toContain('2026年3月3日 10:00（北京时间）');
  expect(table).toContain('微信提供');

  const { id } = dataOf(await person.call('request', 'submit', { kind: 'access', details: '登录记录' }));
  await cloud.travel('2026-03-05T02:00:00.000Z');
  dataOf(await cloud.invoke('reconcile', { action: 'read', id, reviewer: '王审' }));
  expect(await shown(person, 'phone')).toMatchObject({
    usedAt: expect.stringMatching(/^2026-03-05T02:00/) as string,
    usedBy: '工作人员',
  });
  await cloud.travel(null);
});

it('says of a number typed for an SMS code that its owner gave it, and that the system proved it', async () => {
  const person = makePerson(cloud);
  dataOf(await person.register());
  const number = '13712345678';
  dataOf(await person.call('account', 'sendSmsCode', { number }));
  const [sent] = await cloud.outbox();
  const code = /\d{6}/.exec(sent?.text ?? '')?.[0];
  dataOf(await person.call('account', 'changePhone', { phone: { kind: 'sms', number, code } }));
  expect(await shown(person, 'phone')).toMatchObject({ source: '您自己填写', usedBy: '系统' });
  // What was before, and when that was, come from elsewhere.
  expect(await shown(person, 'formerPhone')).toMatchObject({ source: '微信提供' });
  expect(await shown(person, 'phoneChangedAt')).toMatchObject({ source: '使用中产生' });
});
