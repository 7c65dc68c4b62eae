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
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

const submit = async (kind: string, details: string) =>
  dataOf(await person.call('request', 'submit', { kind, details })) as { id: string; dueOn: string };

async function queue(): Promise<{ id: string; kind: string; overdue: boolean }[]> {
  dataOf(await cloud.timer('reconcile'));
  const { requests } = dataOf(await cloud.invoke('reconcile', { action: 'queue' }));
  return requests as { id: string; kind: string; overdue: boolean }[];
}

describe('a report of a leak', () => {
  it('[P43] [P73] is first in the staff list though filed last, and due the next working day', async () => {
    await cloud.travel('2026-11-02T10:00:00+08:00');
    const others = [await submit('complaint', '太慢'), await submit('question', '怎么改？')];
    // Weeks later everything filed before is overdue; the report still goes first.
    await cloud.travel('2026-11-27T10:00:00+08:00');
    const leak = await submit('leak', '我的电话在网上');
    expect(leak.dueOn).toBe('2026-11-30');
    const seen = await queue();
    expect(seen.map(({ id }) => id)).toEqual([leak.id, others[1]?.id, others[0]?.id]);
    expect(seen.map(({ overdue }) => overdue)).toEqual([false, true, true]);

    const shown = dataOf(await person.call('request', 'read', { id: leak.id }));
    expect(shown).toMatchObject({ dueOn: '2026-11-30', daysLeft: 1, overdue: false });
    await cloud.travel('2026-12-01T00:00:01+08:00');
    expect(dataOf(await person.call('request', 'read', { id: leak.id }))).toMatchObject({ overdue: true });
  });
});
