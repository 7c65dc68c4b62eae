import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { sharingOn } from '../make/recipients';
import { smsProof } from '../make/sms-proof';

let cloud: TestCloud;
const { share, newest, heldAt, answer, listed, meddle, eventsOf, logged, disclosures } = sharingOn(
  () => cloud,
);
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(async () => {
  await cloud.travel(null);
  await answer('visit', null);
  await answer('survey', null);
});
afterAll(() => cloud.stop());

const send = async () => dataOf(await cloud.timer('reconcile'));
const later = (minutes: number) => cloud.travel(new Date(Date.now() + minutes * 60_000));
const operate = (action: string, input: object) => cloud.invoke('retention', { action, ...input });

async function member(more: object = {}): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register(more));
  return person;
}

const delivered = (person: Person) => ({
  'accounts.nickname': person.nickname,
  'accounts.phone': person.number,
  'accounts.address': person.address,
});

describe('sharing with a recipient', () => {
  it('[P21] begins with a grant: before it the door stays shut, and one grant opens no other', async () => {
    const person = await member();
    const asked = { phone: person.number, recipient: 'visit', fields: ['accounts.phone'], by: '王办' };
    expectRefusal(await operate('deliver', asked), 'GRANT_NEEDED');
    await send();
    expect(disclosures()).toEqual([]);

    expect(await listed(person, 'visit')).toMatchObject({
      granted: false,
      state: 'in-use',
      needsGrant: true,
    });
    expect(dataOf(await share(person, 'visit'))).toMatchObject({ granted: true, receiptId: '2' });
    expect(await send()).toMatchObject({ delivered: 1 });
    expect(newest('visit')).toMatchObject({ state: 'done', fields: Object.keys(delivered(person)) });
    expect((await heldAt('visit', newest('visit').reference))?.fields).toEqual(delivered(person));
    expect(await listed(person, 'visit')).toMatchObject({ granted: true, voided: false });
    expect(await listed(person, 'survey')).toMatchObject({ granted: false });
    expect(eventsOf(newest('visit').subject)).toEqual(
      expect.arrayContaining(['sharing.granted', 'sharing.delivered']),
    );
  });

  it('knows a person by another random name at each recipient', async () => {
    const person = await member({ city: undefined });
    dataOf(await share(person, 'visit'));
    dataOf(await share(person, 'survey'));
    await send();
    const [visit, survey] = [newest('visit'), newest('survey')];
    expect(visit.subject).toBe(survey.subject);
    expect(visit.reference).not.toBe(survey.reference);
    expect([visit.reference, survey.reference].join()).not.toContain(visit.subject.slice(0, 8));
  });

  it('ends with a withdrawal, upon which the recipient deletes what it has', async () => {
    const person = await member();
    dataOf(await share(person, 'visit'));
    await send();
    const { reference, subject } = newest('visit');
    dataOf(
      await person.call('consent', 'share', { recipient: 'visit', granted: false, policyVersion: '999' }),
    );
    expect(await send()).toMatchObject({ deleted: 1 });
    expect(await heldAt('visit', reference)).toBeUndefined();
    expect(newest('visit', 'deletion')).toMatchObject({ state: 'done', reference });
    expect(eventsOf(subject).slice(-3)).toEqual([
      'sharing.withdrawn',
      'sharing.deletion-asked',
      'sharing.deletion-acknowledged',
    ]);
  });

  it('sends nothing of a person who withdrew, froze or locked while the delivery waited', async () => {
    const [withdrawn, frozen, locked] = [await member(), await member(), await member()];
    for (const person of [withdrawn, frozen, locked]) dataOf(await share(person, 'visit'));
    const waiting = disclosures().filter(({ state }) => state === 'waiting');
    expect(waiting).toHaveLength(3);
    dataOf(await locked.call('account', 'lock'));
    dataOf(await share(withdrawn, 'visit', false));
    dataOf(await frozen.deregister());
    await send();
    for (const { reference } of waiting) expect(await heldAt('visit', reference)).toBeUndefined();
    dataOf(await frozen.call('account', 'restore'));
    const phone = await smsProof(cloud, locked);
    dataOf(await locked.call('account', 'unlock', { phone }));
    await later(7 * 60);
    expect(await send()).toMatchObject({ delivered: 2 });
  });

  it('[P24] drops a field that the table does not name, and reports it without its value', async () => {
    const person = await member();
    dataOf(await share(person, 'survey'));
    await send();
    const fields = ['accounts.nickname', 'accounts.wechatId', 'accounts.openid'];
    const asked = { phone: person.number, recipient: 'survey', by: '王办' };
    expectRefusal(await operate('deliver', { ...asked, fields: [...fields, 'no.such'] }), 'FIELD_UNKNOWN');
    const { disclosure, note } = dataOf(await operate('deliver', { ...asked, fields }));
    expect(note).toMatch(/^已登记，还没有提供。/);
    await send();
    const row = disclosures().find(({ _id }) => _id === disclosure);
    expect(row).toMatchObject({
      state: 'done',
      fields: ['accounts.nickname'],
      heldBack: ['accounts.wechatId', 'accounts.openid'],
    });
    const held = await heldAt('survey', row?.reference ?? '');
    expect(Object.keys(held?.fields ?? {})).toEqual(['accounts.nickname']);
    expect(logged('reconcile')).toMatch(/extra field held back/);
    expect(logged('reconcile')).not.toContain(person.wechatId);
  });

  it('[P25] stops at once when the agreement has expired', async () => {
    const [before, after] = [await member(), await member()];
    dataOf(await share(before, 'visit'));
    await cloud.travel('2027-12-31T15:59:00Z');
    expect(await listed(before, 'visit')).toMatchObject({ state: 'in-use' });
    await cloud.travel('2027-12-31T16:00:00Z');
    await send();
    expect(newest('visit')).toMatchObject({
      state: 'refused',
      reason: expect.stringMatching(/到期/) as string,
    });
    expect(await heldAt('visit', newest('visit').reference)).toBeUndefined();
    expect(await listed(before, 'visit')).toMatchObject({ state: 'expired', granted: true });
    expectRefusal(await share(after, 'visit'), 'RECIPIENT_CLOSED');
    const asked = { phone: before.number, recipient: 'visit', fields: ['accounts.phone'], by: '王办' };
    expectRefusal(await operate('deliver', asked), 'RECIPIENT_ENDED');
    dataOf(await share(before, 'visit', false));
  });

  it('[P23] counts a grant for other terms as none, says so, and takes it anew', async () => {
    const person = await member();
    dataOf(await share(person, 'visit'));
    await send();
    const { subject } = newest('visit');
    const account = cloud.rows('accounts').find(({ _id }) => _id === subject) as {
      shares: { visit: object };
    };
    const asked = { phone: person.number, recipient: 'visit', fields: ['accounts.address'], by: '王办' };
    dataOf(await operate('deliver', asked));
    // As if it had been given before the table's purpose was edited.
    await meddle('accounts', subject, { 'shares.visit.terms': 'a'.repeat(64) });
    expect(account.shares.visit).toMatchObject({ granted: true });
    expect(await listed(person, 'visit')).toMatchObject({ granted: false, voided: true });
    expectRefusal(await operate('deliver', asked), 'GRANT_NEEDED');
    await send();
    expect(newest('visit')).toMatchObject({
      state: 'refused',
      reason: expect.stringMatching(/不再有效/) as string,
    });
    expect(eventsOf(subject).at(-1)).toBe('sharing.voided');
    dataOf(await share(person, 'visit'));
    expect(await listed(person, 'visit')).toMatchObject({ granted: true, voided: false });
    expect(await send()).toMatchObject({ delivered: 1 });
  });

  it('keeps trying a recipient in trouble with the same key, while others get theirs', async () => {
    const person = await member();
    await answer('visit', 503);
    dataOf(await share(person, 'visit'));
    dataOf(await share(person, 'survey'));
    expect(await send()).toMatchObject({ delivered: 1 });
    expect(newest('visit')).toMatchObject({ state: 'waiting', tries: 1 });
    await later(3);
    await send();
    expect(newest('visit')).toMatchObject({ state: 'waiting', tries: 2 });
    await answer('visit', null);
    await later(10);
    expect(await send()).toMatchObject({ delivered: 1 });
    const held = await heldAt('visit', newest('visit').reference);
    expect(held?.keys).toEqual([newest('visit')._id]);
  });

  it('gives up a recipient that never answers, and says so', async () => {
    const person = await member();
    await answer('visit', 500);
    dataOf(await share(person, 'visit'));
    for (let hours = 0; hours < 60; hours += 6) {
      await later(hours * 60);
      await send();
    }
    expect(newest('visit')).toMatchObject({
      state: 'refused',
      reason: expect.stringMatching(/都没有成功/) as string,
    });
    expect(logged('reconcile')).toMatch(/delivery given up/);
  });

  it('[P21] leaves nothing behind a kill: sent at least once under one key, recorded once', async () => {
    let struck = 0;
    for (let at = 1; ; at += 1) {
      const person = await member();
      dataOf(await share(person, 'visit'));
      const { _id, reference, subject } = newest('visit');
      await cloud.post('/faults', { function: 'reconcile', at, do: 'kill', when: 'after' });
      await cloud.post('/timer/reconcile');
      const wasStruck = cloud.cloud.faults.list().length === 0;
      cloud.cloud.faults.clear();
      await later(3 * at);
      await send();
      const held = await heldAt('visit', reference);
      expect({ at, keys: held?.keys }).toEqual({ at, keys: [_id] });
      expect(eventsOf(subject).filter((type) => type === 'sharing.delivered')).toHaveLength(1);
      expect(disclosures().find((row) => row._id === _id)).toMatchObject({ state: 'done' });
      if (!wasStruck) break;
      struck += 1;
    }
    expect(struck).toBeGreaterThan(9);
  }, 600_000);
});

describe('the list of recipients', () => {
  it('is open to a guest and says the same', async () => {
    const guest = makePerson(cloud);
    const { items } = dataOf(await guest.call('consent', 'recipients')) as {
      items: Record<string, unknown>[];
    };
    expect(items.map(({ recipient }) => recipient)).toEqual(['wechat', 'cloud', 'visit', 'survey']);
    expect(items.filter(({ granted }) => granted)).toEqual([]);
    expectRefusal(await share(guest, 'visit'), 'NOT_REGISTERED');
  });

  it('takes no grant for a processor or somebody unknown', async () => {
    const person = await member();
    for (const id of ['wechat', 'nobody', '__proto__', 'constructor'])
      expectRefusal(await share(person, id), 'RECIPIENT_UNKNOWN');
  });
});

describe('the addresses of recipients', () => {
  it('[P37] are https or nothing leaves, and what staff decided still goes on', async () => {
    const token = 'a-token-that-nobody-may-read';
    await cloud.restart({ RECIPIENTS: JSON.stringify({ visit: { url: 'http://127.0.0.1:1', token } }) });
    const person = await member();
    expectRefusal(await share(person, 'visit'), 'INTERNAL');
    expect(await send()).toMatchObject({ applied: 0, failed: ['sendDisclosures'] });
    expect(logged('reconcile')).toMatch(/RECIPIENTS must be/);
    expect(logged('reconcile') + logged('consent')).not.toContain(token);
    await cloud.restart({ RECIPIENTS: '{}' });
    expect(await listed(person, 'visit')).toMatchObject({ state: 'not-connected' });
    expectRefusal(await share(person, 'visit'), 'RECIPIENT_CLOSED');
    await cloud.restart({});
  });
});
