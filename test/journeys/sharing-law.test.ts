import { unzipSync, strFromU8 } from 'fflate';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { sharingOn } from '../make/recipients';

let cloud: TestCloud;
const { meddle, disclosures, eventsOf } = sharingOn(() => cloud);
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

const operate = (action: string, input: object) => cloud.invoke('retention', { action, ...input });

async function member(): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register());
  return person;
}

const order = (person: Person) => ({
  phone: person.number,
  authority: '某市公安局',
  exception: 'criminal-justice',
  document: '调证字〔2026〕12号',
  fields: ['accounts.phone', 'accounts.address'],
  by: '王办',
  second: '李办',
});
const verdicts = async (person: Person) =>
  (
    dataOf(await operate('compelled', { phone: person.number, by: '王办' }))['disclosures'] as {
      verdict: string;
    }[]
  ).map(({ verdict }) => verdict);

describe('giving an authority what the law asks for', () => {
  it('[P22] needs a case the law knows, a document and two different people, or nothing is given', async () => {
    const person = await member();
    expectRefusal(
      await operate('disclose', { ...order(person), exception: 'service-safety' }),
      'BASIS_NEEDED',
    );
    expectRefusal(await operate('disclose', { ...order(person), exception: 'anything' }), 'INVALID_INPUT');
    expectRefusal(await operate('disclose', { ...order(person), second: '王办' }), 'SECOND_PERSON_NEEDED');
    expectRefusal(await operate('disclose', { ...order(person), document: ' ' }), 'INVALID_INPUT');
    for (const field of ['no', 'key', 'keyWrappedBy', 'chain', 'grants', 'traces', 'shares']) {
      const fields = [`accounts.${field}`];
      expectRefusal(await operate('disclose', { ...order(person), fields }), 'FIELD_UNKNOWN');
    }
    expectRefusal(
      await cloud.invoke('retention', { action: 'disclose', ...order(person) }, person.openid),
      'CONSOLE_ONLY',
    );
    expect(disclosures()).toEqual([]);

    const { disclosure, values } = dataOf(await operate('disclose', order(person)));
    expect(values).toEqual([
      { field: 'accounts.phone', label: '手机号', value: person.number },
      { field: 'accounts.address', label: '地址', value: person.address },
    ]);
    const row = disclosures().find(({ _id }) => _id === disclosure);
    expect(row).toMatchObject({ kind: 'compelled', to: '某市公安局', document: '调证字〔2026〕12号' });
    expect(JSON.stringify(row)).not.toContain(person.number);
    expect(eventsOf(row?.subject ?? '').at(-1)).toBe('sharing.compelled');
    expect(cloud.rows('audits').filter(({ requestId }) => requestId === disclosure)).toHaveLength(2);
  });

  it('[P22] shows any later change of the record: edited, removed or slipped in', async () => {
    const person = await member();
    const { disclosure } = dataOf(await operate('disclose', order(person)));
    expect(await verdicts(person)).toEqual(['intact']);
    const excused = { disclosure, reason: '改一改', law: '无', by: '王办' };
    expectRefusal(await operate('excuse', excused), 'DISCLOSURE_UNKNOWN');
    await cloud.timer('reconcile');
    await cloud.timer('retention');
    expect(await verdicts(person)).toEqual(['intact']);
    await meddle('disclosures', String(disclosure), { document: '调证字〔2026〕99号' });
    expect(await verdicts(person)).toEqual(['altered']);
    await meddle('disclosures', String(disclosure), { document: '调证字〔2026〕12号' });
    expect(await verdicts(person)).toEqual(['intact']);
    const other = await member();
    const second = dataOf(await operate('disclose', order(other)))['disclosure'];
    const { subject } = disclosures().find(({ _id }) => _id === disclosure) as { subject: string };
    await meddle('disclosures', String(second), { subject });
    expect((await verdicts(person)).sort()).toEqual(['intact', 'unproven']);
    expect(await verdicts(other)).toEqual(['missing']);
  });
});

describe('a record of what the law asked for', () => {
  it('[P22] is missed until its three years are over, and no alarm afterwards', async () => {
    await cloud.travel('2026-03-02T02:00:00.000Z');
    const [person, robbed] = [await member(), await member()];
    const { disclosure } = dataOf(await operate('disclose', order(person)));
    const stolen = dataOf(await operate('disclose', order(robbed)))['disclosure'];
    await meddle('disclosures', String(stolen), { subject: 'nobody' });
    await cloud.travel('2029-03-01T02:00:00.000Z');
    await cloud.timer('retention');
    expect([await verdicts(person), await verdicts(robbed)]).toEqual([['intact'], ['missing']]);
    await cloud.travel('2029-03-03T02:00:00.000Z');
    await cloud.timer('retention');
    expect(disclosures().filter(({ _id }) => _id === disclosure)).toEqual([]);
    const answer = await operate('compelled', { phone: person.number, by: '王办' });
    // The ledger alone still tells to whom, and by which document.
    expect(dataOf(answer)['disclosures']).toMatchObject([
      { verdict: 'outlived', authority: '某市公安局', document: '调证字〔2026〕12号' },
    ]);
  });
});

describe('taking a fact from a partner', () => {
  const told = (person: Person) => ({
    phone: person.number,
    from: '示例合作方',
    field: 'wechatId',
    value: 'partner_told_1',
    by: '王办',
  });
  const shown = async (person: Person) =>
    (dataOf(await person.call('account', 'profile'))['fields'] as Record<string, unknown>[]).find(
      ({ field }) => field === 'wechatId',
    );

  it('[P18] refuses what comes without a consent or a case the law knows, and writes nothing', async () => {
    const person = await member();
    const before = JSON.stringify([cloud.rows('accounts'), cloud.rows('ledger'), cloud.rows('audits')]);
    expectRefusal(await operate('import', told(person)), 'BASIS_NEEDED');
    expectRefusal(await operate('import', { ...told(person), exception: 'statistics' }), 'BASIS_NEEDED');
    expectRefusal(await operate('import', { ...told(person), consentReference: ' ' }), 'INVALID_INPUT');
    expectRefusal(
      await operate('import', { ...told(person), field: 'phone', consentReference: 'HZ-1' }),
      'FIELD_UNKNOWN',
    );
    expect(JSON.stringify([cloud.rows('accounts'), cloud.rows('ledger'), cloud.rows('audits')])).toBe(before);
  });

  it('[P17] keeps where a fact came from, and shows it in the page and in the copy', async () => {
    const person = await member();
    expect(await shown(person)).toMatchObject({ source: '您自己填写', value: person.wechatId });
    dataOf(await operate('import', { ...told(person), consentReference: 'HZ-2026-0042' }));
    expect(await shown(person)).toMatchObject({ source: '合作方提供', value: 'partner_told_1' });
    const { base64 } = dataOf(await person.call('account', 'export'));
    const files = Object.values(unzipSync(Buffer.from(String(base64), 'base64'))).map((file) =>
      strFromU8(file),
    );
    expect(files.filter((text) => text.includes('合作方提供')).length).toBeGreaterThan(0);
    dataOf(await person.call('account', 'correct', { field: 'wechatId', value: person.wechatId }));
    expect(await shown(person)).toMatchObject({ source: '您自己填写' });
  });

  it('[P19] takes it under a case that the law itself knows', async () => {
    const person = await member();
    dataOf(await operate('import', { ...told(person), exception: 'life-and-property' }));
    expect(await shown(person)).toMatchObject({ value: 'partner_told_1' });
  });
});
