import { startTestCloud, type TestCloud } from '../make/cloud';
import { editRequest } from '../make/edit-request';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { staffDesk } from '../make/staff-desk';

let cloud: TestCloud;
let desk: ReturnType<typeof staffDesk>;
let person: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  desk = staffDesk(cloud);
  person = makePerson(cloud);
  dataOf(await person.register());
});
beforeEach(() => cloud.travel('2026-03-02T10:00:00+08:00'));
afterAll(() => cloud.stop());

const submit = async (kind: string, more: object = {}) =>
  String(dataOf(await person.call('request', 'submit', { kind, details: '请看', ...more }))['id']);
const edit = (id: string, columns: object) => editRequest(cloud, id, columns);

describe('the list for staff', () => {
  it('[P39] shows who in masked form, what may be decided, what to look at and what happened', async () => {
    const id = await submit('access');
    const [row] = await desk.queue();
    const masked = `${person.number.slice(0, 3)}****${person.number.slice(-4)}`;
    expect(row).toMatchObject({ id, who: masked, daysLeft: 15, urgency: 'later', channel: 'app' });
    expect(row?.['allowed']).toEqual(['approve', 'partly', 'refuse', 'reply', 'quote', 'duplicate']);
    expect(row?.['checklist']).not.toEqual([]);
    expect(row?.['history']).toEqual(['2026-03-02 本人：已核实身份，等待办理']);
    expect(cloud.filesHolding(person.number)).toEqual([]);
    dataOf(await person.call('request', 'cancel', { id }));
    expect(await desk.queue()).toEqual([]);
  });

  it('counts the days anew each day, and reminds at 5, 2 and 0 of them, then who supervises', async () => {
    const id = await submit('complaint');
    await desk.queue();
    const seen: string[] = [];
    for (const day of ['2026-03-16', '2026-03-19', '2026-03-23', '2026-03-24']) {
      await cloud.travel(`${day}T09:00:00+08:00`);
      const [row] = await desk.queue();
      dataOf(await cloud.timer('reconcile'));
      const { notices } = dataOf(await cloud.invoke('reconcile', { action: 'notices' }));
      const [newest] = notices as { kind: string; role: string; day: string; requestIds: string[] }[];
      expect(newest).toMatchObject({ day, requestIds: [id] });
      seen.push(`${String(row?.['urgency'])} ${String(newest?.kind)} ${String(newest?.role)}`);
    }
    expect(seen).toEqual([
      'near due-5 reviewer',
      'soon due-2 reviewer',
      'today due-0 reviewer',
      'overdue overdue supervisor',
    ]);
    dataOf(await person.call('request', 'cancel', { id }));
  });

  it('[P72] reminds of a question that is due on a Saturday as often, the last time on the Friday before', async () => {
    await cloud.travel('2026-03-06T10:00:00+08:00');
    const id = await submit('question');
    const [row] = await desk.queue();
    expect(row).toMatchObject({ id, dueOn: '2026-03-21' });
    for (const day of ['2026-03-12', '2026-03-13', '2026-03-18', '2026-03-20']) {
      await cloud.travel(`${day}T09:00:00+08:00`);
      dataOf(await cloud.timer('reconcile'));
    }
    const { notices } = dataOf(await cloud.invoke('reconcile', { action: 'notices' })) as {
      notices: { kind: string; day: string; requestIds: string[] }[];
    };
    const about = notices.filter(({ requestIds }) => requestIds.includes(id));
    const seen = about.map(({ day, kind }) => `${day} ${kind}`).sort();
    expect(seen).toEqual(['2026-03-13 due-5', '2026-03-18 due-2', '2026-03-20 due-0']);
    dataOf(await person.call('request', 'cancel', { id }));
  });

  it('[P35] holds nothing of an account that is leaving, and has it again once it is restored', async () => {
    const leaver = makePerson(cloud);
    dataOf(await leaver.register());
    const { id } = dataOf(await leaver.call('request', 'submit', { kind: 'question', details: '请问' }));
    expect(await desk.queue()).toHaveLength(1);
    dataOf(await leaver.deregister());
    const { requests } = dataOf(await cloud.invoke('reconcile', { action: 'queue' }));
    expect(requests).toEqual([]);
    expect(await desk.queue()).toEqual([]);
    expect(cloud.rows('review_queue')).toEqual([]);
    dataOf(await leaver.call('account', 'restore'));
    expect(await desk.queue()).toMatchObject([{ id }]);
    dataOf(await leaver.call('request', 'cancel', { id }));
  });

  it('tells of a request that repeats another, and closes it with a word of which', async () => {
    const first = await submit('complaint');
    const second = await submit('complaint');
    expect(
      await desk.decide({ requestId: second, decision: 'duplicate', duplicateOf: second }),
    ).toMatchObject({
      result: 'rejected',
    });
    expect(await desk.decide({ requestId: second, decision: 'duplicate', duplicateOf: first })).toMatchObject(
      {
        result: 'applied',
      },
    );
    const reading = dataOf(await person.call('request', 'read', { id: second }));
    expect(reading).toMatchObject({ state: 'duplicate', duplicateOf: first, allowed: ['appeal'] });
    dataOf(await person.call('request', 'cancel', { id: first }));
  });
});

describe('a request that somebody edits by hand in the console', () => {
  it.each([
    ['its state', { state: 'done' }],
    ['its last day', { dueOn: '2027-01-01' }],
    ['who decided it', { deciders: ['别人'] }],
    ['its person', { subject: 'somebody-else' }],
  ])('in %s is worked on by nobody, and found by the timer', async (_, columns) => {
    const id = await submit('question');
    await edit(id, columns);
    if (!('subject' in columns)) {
      expectRefusal(await person.call('request', 'read', { id }), 'REQUEST_ALTERED');
      expectRefusal(await person.call('request', 'cancel', { id }), 'REQUEST_ALTERED');
      const judged = await desk.decide({ requestId: id, decision: 'reply', replyText: '好' });
      expect(judged).toMatchObject({ result: 'rejected' });
      expect(String(judged['resultMessage'])).toContain('直接改过');
    }
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ altered: 1, failed: [] });
    await cloud.cloud.database.call('database.removeDocument', {
      collectionName: 'requests',
      query: JSON.stringify({ _id: id }),
      multi: false,
    });
  });
});

describe('a submission that is repeated', () => {
  it('with the same attempt files nothing anew, also when both come at once', async () => {
    const attempt = 'a-draft-of-mine';
    const before = cloud.rows('requests').length;
    const answers = await Promise.all(
      [1, 2, 3].map(() => person.call('request', 'submit', { kind: 'copy', attempt })),
    );
    const ids = new Set(answers.map((answer) => dataOf(answer)['id']));
    expect(ids.size).toBe(1);
    expect(cloud.rows('requests')).toHaveLength(before + 1);
    const other = makePerson(cloud);
    dataOf(await other.register());
    const { id } = dataOf(await other.call('request', 'submit', { kind: 'copy', attempt }));
    expect(ids.has(id)).toBe(false);
  });
});

describe('[P20] what one colleague proposes', () => {
  it('is read by nobody else when the person takes the request back, and stands in no copy', async () => {
    const id = await submit('complaint');
    const why = '提案金丝雀：不能答复';
    const proposal = { decision: 'refuse', reasonCode: 'criminal-justice', replyText: why };
    expect(await desk.decide({ requestId: id, ...proposal })).toMatchObject({ result: 'applied' });
    dataOf(await person.call('request', 'cancel', { id }));
    expect(dataOf(await person.call('request', 'read', { id }))).toMatchObject({
      state: 'cancelled',
      decision: null,
      reason: null,
      reply: null,
    });
  });
});
