import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { editRequest } from '../make/edit-request';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { operate } from '../make/operate';
import { makePerson, type Person } from '../make/person';
import { staffDesk } from '../make/staff-desk';

let cloud: TestCloud;
let desk: ReturnType<typeof staffDesk>;
let person: Person;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'altered-'));
  cloud = await startTestCloud();
  desk = staffDesk(cloud);
  person = makePerson(cloud);
  dataOf(await person.register());
});
beforeEach(() => cloud.travel('2026-03-02T10:00:00+08:00'));
afterAll(async () => {
  await cloud.stop();
  rmSync(folder, { recursive: true });
});

const words = '改行金丝雀：请告诉我你们有我的什么';
const submit = async () =>
  String(dataOf(await person.call('request', 'submit', { kind: 'access', details: words }))['id']);
const edit = (id: string, columns: object) => editRequest(cloud, id, columns);
const order = (id: string, how: string) => ({
  id,
  how,
  reason: '手工改错',
  reference: '工单-7',
  by: '王管理',
});
const settle = (id: string, how: string) =>
  cloud.invoke('retention', { action: 'settleAltered', ...order(id, how) });
const read = async (id: string) => dataOf(await person.call('request', 'read', { id }));

describe('a request whose row somebody edits by hand', () => {
  it('[P59] is alarmed, finished by the operator’s command, and its person is answered in time', async () => {
    const id = await submit();
    await edit(id, { state: 'done', open: true, dueOn: '2027-01-01' });
    expectRefusal(await person.call('request', 'read', { id }), 'REQUEST_ALTERED');
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ altered: 1, failed: [] });
    await cloud.travel('2026-03-05T10:00:00+08:00');

    const file = join(folder, 'order.json');
    writeFileSync(file, JSON.stringify(order(id, 'close')));
    const done = await operate(cloud, 'operate', 'settleAltered', file);
    expect(done).toMatchObject({ code: 0 });
    expect(done.stdout).not.toContain('改行金丝雀');
    const next = (JSON.parse(done.stdout) as { id: string }).id;

    expect(await read(id)).toMatchObject({ state: 'replaced', duplicateOf: next, allowed: [] });
    expect(await read(next)).toMatchObject({ state: 'verified', dueOn: '2026-03-23', details: words });
    const { messages } = dataOf(await person.call('request', 'inbox')) as { messages: object[] };
    expect(messages[0]).toMatchObject({ template: 'request-replaced', requestId: next });
    expect(await desk.queue()).toMatchObject([{ id: next, daysLeft: 12 }]);
    expect(await desk.decide({ requestId: id, decision: 'reply', replyText: '好' })).toMatchObject({
      result: 'rejected',
    });
    expect(await desk.decide({ requestId: next, decision: 'reply', replyText: '都在这里' })).toMatchObject({
      result: 'applied',
    });
    expect(await read(next)).toMatchObject({ state: 'done', reply: '都在这里' });
    await cloud.travel('2026-03-07T10:00:00+08:00');
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ altered: 0, failed: [] });
    expect(cloud.filesHolding('改行金丝雀')).toEqual([]);
  });

  it('[P40] comes to one end when two settle it and staff decide in the same moment', async () => {
    const id = await submit();
    await edit(id, { dueOn: '2026-03-20' });
    const staff = await desk.put({ requestId: id, expectedVersion: 1, decision: 'reply', replyText: '好' });
    const [one, two] = await Promise.all([
      settle(id, 'accept'),
      settle(id, 'close'),
      cloud.timer('reconcile'),
    ]);
    const ended = [one, two].filter(({ ok }) => ok);
    expect(ended).toHaveLength(1);
    expectRefusal(one.ok ? two : one, 'REQUEST_SOUND');
    dataOf(await cloud.timer('reconcile'));
    // What was decided on the row as it was before the edit never counts.
    expect(desk.rowOf(staff)).toMatchObject({ result: 'rejected' });
    const { id: goesOn } = dataOf(ended[0] ?? one);
    const { version } = await read(String(goesOn));
    const reply = { requestId: goesOn, expectedVersion: version, decision: 'reply', replyText: '好' };
    expect(await desk.decide(reply)).toMatchObject({ result: 'applied' });
    const settled = cloud.rows('audits').filter(({ action }) => action === 'altered-settled');
    expect(settled).toHaveLength(2);
    expect(cloud.rows('accounts')).toMatchObject([{ openRequests: 0 }]);
  });
});
