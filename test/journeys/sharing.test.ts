import type { RecipientState } from '../local-cloud/recipients/recipient';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

type Disclosure = Record<string, unknown> & { _id: string; reference: string; state: string };

const later = (minutes: number) => cloud.travel(new Date(Date.now() + minutes * 60_000));
const send = () => cloud.timer('reconcile');
const share = (person: Person, recipient: string, granted: boolean) =>
  person.call('consent', 'share', { recipient, granted, policyVersion: '1' });

async function member(more: object = {}): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register(more));
  return person;
}

async function recipient(id: string): Promise<RecipientState> {
  const all = (await (await fetch(`${cloud.cloud.url}/recipients`)).json()) as RecipientState[];
  const found = all.find((each) => each.recipient === id);
  if (!found) throw new Error(`no recipient ${id}`);
  return found;
}

const disclosuresTo = (id: string) => cloud.rows('disclosures').filter(({ to }) => to === id) as Disclosure[];
const newest = (id: string) => disclosuresTo(id).at(-1) as Disclosure;
const heldAt = async (id: string, { reference }: { reference: string }) =>
  (await recipient(id)).people.find((person) => person.reference === reference);
const items = async (person: Person) =>
  dataOf(await person.call('consent', 'recipients'))['items'] as Record<string, unknown>[];
const item = async (person: Person, id: string) =>
  (await items(person)).find((each) => each['recipient'] === id);

describe('sharing with a recipient', () => {
  it('[P21] sends after a grant, and nothing before', async () => {
    const person = await member();
    await send();
    expect((await recipient('visit')).people).toEqual([]);
    expect(await item(person, 'visit')).toMatchObject({ granted: false, state: 'in-use', needsGrant: true });
    const given = dataOf(await share(person, 'visit', true));
    expect(given).toMatchObject({ granted: true, receiptId: '2' });
    expect(dataOf(await send())).toMatchObject({ delivered: 1 });
    const row = newest('visit');
    expect(row).toMatchObject({ kind: 'delivery', state: 'done' });
    expect((await heldAt('visit', row))?.fields).toEqual({
      'accounts.nickname': person.nickname,
      'accounts.phone': person.number,
      'accounts.address': person.address,
    });
    expect(await item(person, 'visit')).toMatchObject({ granted: true, voided: false });
    expect(await item(person, 'survey')).toMatchObject({ granted: false });
  });
});
