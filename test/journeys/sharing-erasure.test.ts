import { createPublicKey, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { canariesOf, makePerson, type Person } from '../make/person';
import { sharingOn } from '../make/recipients';

let cloud: TestCloud;
const { share, newest, heldAt, answer, eventsOf } = sharingOn(() => cloud);
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(async () => {
  await cloud.travel(null);
  await answer('visit', null);
});
afterAll(() => cloud.stop());

const DAY = 24 * 60;
const later = (minutes: number) => cloud.travel(new Date(Date.now() + minutes * 60_000));
const send = async () => dataOf(await cloud.timer('reconcile'));
const erase = async () => dataOf(await cloud.timer('retention'));
const proofOf = async (by: Person, id: unknown) => dataOf(await by.call('account', 'certificate', { id }));

/** Someone whose data lies at both recipients, and who then left; the id is the one they were given. */
async function leaver(): Promise<{ person: Person; id: unknown; references: [string, string] }> {
  const person = makePerson(cloud);
  dataOf(await person.register());
  dataOf(await share(person, 'visit'));
  dataOf(await share(person, 'survey'));
  await send();
  const references: [string, string] = [newest('visit').reference, newest('survey').reference];
  const { certificateId } = dataOf(await person.deregister());
  return { person, id: certificateId, references };
}

describe('leaving', () => {
  it('[P51] tells every recipient to delete, and is proven only when each has', async () => {
    const { person, id, references } = await leaver();
    expect(await proofOf(person, id)).toMatchObject({ state: 'frozen' });
    await later(30 * DAY);
    expect(await erase()).toMatchObject({ erased: 1, waiting: 1, certified: 0 });
    for (const canary of canariesOf(person)) expect(cloud.filesHolding(canary)).toEqual([]);
    expect(await proofOf(person, id)).toMatchObject({ state: 'waiting' });

    expect(await send()).toMatchObject({ deleted: 1 });
    expect(await heldAt('visit', references[0])).toBeUndefined();
    expect(await heldAt('survey', references[1])).toBeDefined();
    expect(await erase()).toMatchObject({ erased: 0, waiting: 1, certified: 0 });
    expect(cloud.rows('certificates')).toEqual([]);

    await later(30 * DAY + 3);
    expect(await send()).toMatchObject({ deleted: 1 });
    expect(await heldAt('survey', references[1])).toBeUndefined();
    expect(await erase()).toMatchObject({ erased: 0, waiting: 0, certified: 1 });

    const { state, certificate, publicKey } = await proofOf(makePerson(cloud), id);
    expect(state).toBe('certified');
    const { signature, ...statement } = certificate as Record<string, unknown>;
    expect(statement['recipients']).toEqual([
      { recipient: 'survey', outcome: 'acknowledged', at: expect.any(String) as string },
      { recipient: 'visit', outcome: 'acknowledged', at: expect.any(String) as string },
    ]);
    const isGenuine = verify(
      null,
      Buffer.from(canonicalize(statement) ?? ''),
      createPublicKey(String(publicKey)),
      Buffer.from(String(signature), 'base64url'),
    );
    expect(isGenuine).toBe(true);
  });

  it('[P51] lets a recipient keep what a law makes it keep, named by the operator and in the proof', async () => {
    const { person, id } = await leaver();
    await answer('visit', 503);
    await later(30 * DAY);
    await erase();
    await send();
    await later(30 * DAY + 3);
    await send();
    expect(await erase()).toMatchObject({ waiting: 1 });
    const asked = newest('visit', 'deletion');
    const excuse = (disclosure: string) =>
      cloud.invoke('retention', {
        action: 'excuse',
        disclosure,
        reason: '服务记录须留存',
        law: '《电子商务法》第三十一条',
        by: '王办',
      });
    expectRefusal(await excuse('nothing'), 'DISCLOSURE_UNKNOWN');
    dataOf(await excuse(asked._id));
    expectRefusal(await excuse(asked._id), 'DISCLOSURE_UNKNOWN');
    expect(await erase()).toMatchObject({ certified: 1, waiting: 0 });
    const { certificate } = await proofOf(person, id);
    expect((certificate as { recipients: object[] }).recipients).toContainEqual({
      recipient: 'visit',
      outcome: 'excused',
      at: expect.any(String) as string,
      because: '《电子商务法》第三十一条',
    });
  });

  it('[P51] makes nobody wait for somebody else whose recipient is silent, and begins nobody twice', async () => {
    const silent = await leaver();
    await answer('visit', 503);
    const other = makePerson(cloud);
    dataOf(await other.register());
    const { certificateId } = dataOf(await other.deregister());
    await later(30 * DAY);
    expect(await erase()).toMatchObject({ erased: 2, waiting: 1 });
    expect(await proofOf(other, certificateId)).toMatchObject({ state: 'certified' });
    const wiped = cloud.rows('erasures').find(({ _id }) => _id === silent.id);
    expect(await erase()).toMatchObject({ erased: 0, waiting: 1 });
    expect(cloud.rows('erasures').find(({ _id }) => _id === silent.id)).toEqual(wiped);
    // It is asked every day, for ever, and the day it answers the proof is there.
    for (let day = 31; day < 45; day += 1) {
      await later(day * DAY);
      await send();
    }
    expect(newest('visit', 'deletion')).toMatchObject({ state: 'waiting' });
    await answer('visit', null);
    await later(46 * DAY);
    await send();
    expect(await erase()).toMatchObject({ certified: 1, waiting: 0 });
  });

  it('does not tell who asks with an id that is nobody leaving', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register());
    const subject = String(cloud.rows('accounts').at(-1)?.['_id']);
    expectRefusal(await person.call('account', 'certificate', { id: subject }), 'CERTIFICATE_UNKNOWN');
    expectRefusal(await person.call('account', 'certificate', { id: 'nobody' }), 'CERTIFICATE_UNKNOWN');
    expect(eventsOf(subject)).toEqual(['account.registered']);
  });
});

describe('deleting one item', () => {
  const decide = async (requestId: unknown) =>
    cloud.post('/api/staff-decisions', {
      requestId,
      expectedVersion: 1,
      decision: 'approve',
      reviewer: '王审',
      submit: true,
    });

  it('[P51] is done only when the recipients that had it have deleted it, and touches nothing else there', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register());
    for (const id of ['visit', 'survey']) dataOf(await share(person, id));
    await send();
    const [visit, survey] = [newest('visit').reference, newest('survey').reference];
    const { id } = dataOf(
      await person.call('request', 'submit', { kind: 'delete', details: { field: 'nickname' } }),
    );
    await answer('visit', 503);
    await decide(id);
    await send();
    const read = async () => dataOf(await person.call('request', 'read', { id }));
    expect(await read()).toMatchObject({ state: 'executing', decision: 'approve' });
    await answer('visit', null);
    await later(3);
    await send();
    expect(Object.keys((await heldAt('visit', visit))?.fields ?? {})).toEqual([
      'accounts.phone',
      'accounts.address',
    ]);
    await later(10);
    await send();
    expect(Object.keys((await heldAt('survey', survey))?.fields ?? {})).not.toContain('accounts.nickname');
    expect(await read()).toMatchObject({ state: 'done' });
    const subject = newest('visit').subject;
    expect(cloud.rows('accounts').find(({ _id }) => _id === subject)).toMatchObject({ openRequests: 0 });
  });

  it('[P51] reaches recipients also when the person clears it alone', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register());
    dataOf(await share(person, 'visit'));
    await send();
    dataOf(await person.call('account', 'correct', { field: 'address', value: '' }));
    dataOf(await person.call('account', 'correct', { field: 'wechatId', value: '' }));
    expect(await send()).toMatchObject({ deleted: 1 });
    const held = await heldAt('visit', newest('visit').reference);
    expect(Object.keys(held?.fields ?? {})).toEqual(['accounts.nickname', 'accounts.phone']);
  });
});
