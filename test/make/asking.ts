import type { Answer, TestCloud } from './cloud';
import { dataOf } from './expect-answer';
import { makePerson, type Person } from './person';

/** A request's pictures, as a call answers them. */
export interface Held {
  id: string;
  attachments: { id: string; at: string; bytes: number }[];
}

/** The pictures that an answer tells of. */
export const held = async (answer: Promise<Answer>) => dataOf(await answer) as unknown as Held;

/** A picture as it comes back. */
export const addressOf = (picture: Buffer, format = 'jpeg') =>
  `data:image/${format};base64,${picture.toString('base64')}`;

const picturesOf = (person: Person, id: string) => ({
  attach: (picture: Buffer, to = id) =>
    person.call('request', 'attach', { id: to, picture: picture.toString('base64') }),
  detach: (attachment: string) => person.call('request', 'detach', { id, attachment }),
  look: (attachment: string) => person.call('request', 'attachment', { id, attachment }),
  read: async () =>
    dataOf(await person.call('request', 'read', { id })) as unknown as Held & { version: number },
});

/** Members with open requests, what can be done with their pictures, and what really lies in the database. */
export function askingOn(cloud: () => TestCloud) {
  const requestOf = (id: string) =>
    cloud()
      .rows('requests')
      .find(({ _id }) => _id === id) ?? {};
  return {
    asking: async (kind = 'complaint') => {
      const person = makePerson(cloud());
      dataOf(await person.register());
      const file = async () =>
        String(dataOf(await person.call('request', 'submit', { kind, details: '请看图' }))['id']);
      const id = await file();
      return { person, id, file, ...picturesOf(person, id) };
    },
    requestOf,
    rowsOf: (requestId: string) =>
      cloud()
        .rows('request_attachments')
        .filter((row) => row['requestId'] === requestId),
    eventsOf: (id: string) =>
      cloud()
        .rows('ledger')
        .filter(({ subject }) => subject === requestOf(id)['subject'])
        .map(({ type }) => type),
  };
}
