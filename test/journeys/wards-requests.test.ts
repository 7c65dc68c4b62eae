import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makeFamily } from '../make/family';
import { makePerson } from '../make/person';
import { staffDesk } from '../make/staff-desk';

let cloud: TestCloud;
let desk: ReturnType<typeof staffDesk>;
beforeAll(async () => {
  cloud = await startTestCloud();
  desk = staffDesk(cloud);
});
afterAll(() => cloud.stop());

describe('[P65] what a guardian asks for a child', () => {
  it('is the child’s request, answered to the guardian, whose copy is of the child’s data', async () => {
    const { guardian, child, ward } = await makeFamily(cloud);
    const { id } = dataOf(await guardian.call('request', 'submit', { kind: 'copy', ward }));
    expect(await desk.queue()).toMatchObject([
      { id, minor: true, who: `${child.number.slice(0, 3)}****${child.number.slice(-4)}` },
    ]);
    expect(await desk.decide({ requestId: id, decision: 'approve', replyText: '可以下载了' })).toMatchObject({
      result: 'applied',
    });
    const reading = dataOf(await guardian.call('request', 'read', { id }));
    expect(reading).toMatchObject({ askedBy: 'guardian', reply: '可以下载了', allowed: ['download'] });
    const copy = dataOf(await guardian.call('request', 'download', { id }));
    expect(copy['mediaType']).toBe('application/zip');
    const { messages } = dataOf(await guardian.call('request', 'inbox')) as { messages: object[] };
    expect(messages).toMatchObject([{ template: 'request-answered', requestId: id }]);
    const { requests } = dataOf(await guardian.call('request', 'mine', { ward }));
    expect(requests).toMatchObject([{ id, state: 'done' }]);
    // The child sees what was asked for it, and can do nothing about it.
    expect(dataOf(await child.call('request', 'read', { id }))).toMatchObject({ state: 'done', allowed: [] });
    expectRefusal(await child.call('request', 'download', { id }), 'REQUEST_OF_GUARDIAN');
  });

  it('changes the child’s data and not the guardian’s', async () => {
    const { guardian, child, ward } = await makeFamily(cloud);
    const details = { field: 'nickname', value: '改过的昵称' };
    const { id } = dataOf(await guardian.call('request', 'submit', { kind: 'correct', details, ward }));
    expect(await desk.decide({ requestId: id, decision: 'approve' })).toMatchObject({ result: 'applied' });
    expect(JSON.stringify(await child.call('account', 'profile'))).toContain('改过的昵称');
    expect(JSON.stringify(await guardian.call('account', 'profile'))).toContain(guardian.nickname);
  });

  it('is for nobody else: a stranger, a guardian of another child, or a guardianship that ended', async () => {
    const { guardian, ward } = await makeFamily(cloud);
    const { guardian: another, ward: theirs } = await makeFamily(cloud);
    const stranger = makePerson(cloud);
    dataOf(await stranger.register());
    const ask = { kind: 'access', details: '请查', ward };
    const { id } = dataOf(await guardian.call('request', 'submit', ask));
    for (const who of [stranger, another]) {
      expectRefusal(await who.call('request', 'submit', ask), 'WARD_UNKNOWN');
      expectRefusal(await who.call('request', 'mine', { ward }), 'WARD_UNKNOWN');
      for (const action of ['read', 'cancel', 'download'])
        expectRefusal(await who.call('request', action, { id }), 'REQUEST_UNKNOWN');
    }
    expectRefusal(await guardian.call('request', 'submit', { ...ask, ward: theirs }), 'WARD_UNKNOWN');
    expectRefusal(await makePerson(cloud).call('request', 'submit', ask), 'NOT_REGISTERED');
    dataOf(await guardian.call('account', 'endGuardianship', { ward, phone: await guardian.proof() }));
    expectRefusal(await guardian.call('request', 'submit', ask), 'WARD_UNKNOWN');
    expectRefusal(await guardian.call('request', 'mine', { ward }), 'WARD_UNKNOWN');
    expectRefusal(await guardian.call('request', 'read', { id }), 'REQUEST_UNKNOWN');
  });

  it('goes with the child’s account, and leaves none of the child’s words', async () => {
    const { guardian, ward } = await makeFamily(cloud);
    const words = '孩子的事金丝雀';
    dataOf(await guardian.call('request', 'submit', { kind: 'complaint', details: words, ward }));
    dataOf(await guardian.call('account', 'endGuardianship', { ward, phone: await guardian.proof() }));
    await cloud.travel(new Date(Date.now() + 15 * 60_000));
    dataOf(await cloud.timer('retention'));
    expect(cloud.rows('accounts').map(({ _id }) => _id)).not.toContain(ward);
    const left = cloud.rows('requests').filter(({ subject }) => subject === ward);
    expect(left).toMatchObject([{ kind: 'complaint', askedBy: 'guardian' }]);
    expect(left[0]).not.toHaveProperty('details');
    expect(cloud.filesHolding(words)).toEqual([]);
  });
});
