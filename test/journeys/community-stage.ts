import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

/** A proposal as a list shows it. */
type Head = Record<string, unknown> & { id: string };

/** A page of a list. */
export interface Page {
  proposals: Head[];
  next: string | null;
}

/** Registers the hooks of a cloud for the tests of one file, and what they do in its community. */
export function setCommunity() {
  const now: { cloud?: TestCloud } = {};
  const cloud = (): TestCloud => {
    if (!now.cloud) throw new Error('no cloud yet');
    return now.cloud;
  };
  beforeAll(async () => {
    now.cloud = await startTestCloud();
  });
  afterEach(() => cloud().travel(null));
  afterAll(() => cloud().stop());
  return {
    cloud,
    guest: () => makePerson(cloud()),
    member: async (): Promise<Person> => {
      const person = makePerson(cloud());
      dataOf(await person.register());
      return person;
    },
    read: async (reader: Person, id: string) => dataOf(await reader.call('community', 'read', { id })),
    /** A proposal as it lies. */
    own: (id: string): Record<string, unknown> =>
      cloud()
        .rows('proposals')
        .find(({ _id }) => _id === id) ?? {},
    feed: async (reader: Person, input: object = {}) =>
      dataOf(await reader.call('community', 'feed', { order: 'newest', ...input })) as unknown as Page,
  };
}
