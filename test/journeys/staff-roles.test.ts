import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

let cloud: TestCloud;
let person: Person;
let id: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  person = makePerson(cloud);
  dataOf(await person.register());
  const details = `请打${person.number}找我，或者写信到 someone@example.com`;
  id = String(dataOf(await person.call('request', 'submit', { kind: 'complaint', details }))['id']);
});
afterAll(() => cloud.stop());

const unmask = (more: object = {}) =>
  cloud.invoke('reconcile', {
    action: 'unmask',
    id,
    field: 'phone',
    reviewer: '李审',
    reason: '要给用户回电话',
    ...more,
  });
const auditsOf = (action: string) =>
  cloud
    .rows('audits')
    .filter((row) => row['action'] === action)
    .sort((a, b) => (String(a['at']) < String(b['at']) ? -1 : 1));
const unmasked = () => cloud.rows('ledger').filter(({ type }) => type === 'staff.unmasked');

describe('[P39] what staff see', () => {
  it('is masked, in the person’s own words too', async () => {
    const seen = JSON.stringify(
      dataOf(await cloud.invoke('reconcile', { action: 'read', id, reviewer: '王审' })),
    );
    expect(seen).not.toContain(person.number);
    expect(seen).not.toContain('someone@');
    expect(seen).toContain(`${person.number.slice(0, 3)}****${person.number.slice(-4)}`);
  });

  it.each([
    ['a reviewer', { reviewer: '王审' }, 'STAFF_RIGHT'],
    ['nobody with a reason left blank', { reason: ' ' }, 'INVALID_INPUT'],
    ['nobody for a field that is not masked', { field: 'openid' }, 'INVALID_INPUT'],
    ['nobody for a request that does not exist', { id: '01NOSUCH' }, 'REQUEST_UNKNOWN'],
  ] as const)('is unmasked by %s, and that leaves no trace', async (_, more, code) => {
    expectRefusal(await unmask(more), code);
    expect([auditsOf('unmask'), unmasked()]).toEqual([[], []]);
  });

  it('is unmasked once for a second reviewer or the supervisor, in a row of the audit and of the person’s chain', async () => {
    expect(dataOf(await unmask())).toEqual({ id, field: 'phone', value: person.number });
    const words = dataOf(await unmask({ field: 'details', reviewer: '陈主管' }));
    expect(words['value']).toContain('someone@example.com');
    expect(auditsOf('unmask')).toMatchObject([
      { requestId: id, reviewer: '李审', outcome: 'phone' },
      { requestId: id, reviewer: '陈主管', outcome: 'details' },
    ]);
    expect(unmasked()).toHaveLength(2);
    const { looks } = dataOf(await person.call('request', 'looks')) as { looks: Record<string, unknown>[] };
    expect(looks.map(({ what, about, reason }) => [what, about, reason])).toEqual([
      ['unmask', '您的说明', '要给用户回电话'],
      ['unmask', '手机号', '要给用户回电话'],
      ['read', null, null],
    ]);
    expect(dataOf(await person.call('request', 'looks', { most: 1 }))['looks']).toEqual(looks.slice(0, 1));
    // The reason may speak of the person, so it lies under the person's key alone.
    expect(cloud.filesHolding('要给用户回电话')).toEqual([]);
  });

  it('[P40] is never unmasked without both rows, wherever the function dies', async () => {
    for (let at = 1; ; at += 1) {
      const before = [auditsOf('unmask').length, unmasked().length];
      await cloud.post('/faults', { function: 'reconcile', at, do: 'kill', when: 'before' });
      const { status } = await cloud.post('/invoke/reconcile', {
        action: 'unmask',
        id,
        field: 'phone',
        reviewer: '李审',
        reason: '要给用户回电话',
      });
      const wasStruck = cloud.cloud.faults.list().length === 0;
      cloud.cloud.faults.clear();
      const [audits, events] = [auditsOf('unmask').length, unmasked().length];
      expect(audits).toBe(events);
      if (status === 200) expect(audits).toBe((before[0] ?? 0) + 1);
      if (!wasStruck) break;
    }
  }, 120_000);
});
