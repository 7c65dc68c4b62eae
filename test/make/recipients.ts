import type { RecipientState } from '../local-cloud/recipients/recipient';
import type { TestCloud } from './cloud';
import type { Person } from './person';

/** A row of `disclosures`, as it lies in the database. */
export type DisclosureRow = Record<string, unknown> & {
  _id: string;
  subject: string;
  to: string;
  kind: string;
  state: string;
  reference: string;
  fields: string[];
};

/** What a person can do about recipients, and what there is to see of it, on one cloud. */
export function sharingOn(cloud: () => TestCloud) {
  const states = async () =>
    (await (await fetch(`${cloud().cloud.url}/recipients`)).json()) as RecipientState[];
  const disclosures = () => cloud().rows('disclosures') as DisclosureRow[];
  return {
    disclosures,
    share: async (person: Person, recipient: string, granted = true) =>
      person.call('consent', 'share', { recipient, granted, policyVersion: await person.policyVersion() }),
    /** The newest row to a recipient. */
    newest: (to: string, kind = 'delivery') =>
      disclosures()
        .filter((row) => row.to === to && row.kind === kind)
        .sort((a, b) => String(a['createdAt']).localeCompare(String(b['createdAt'])))
        .at(-1) as DisclosureRow,
    /** What a recipient holds under a reference. */
    heldAt: async (recipient: string, reference: string) => {
      const state = (await states()).find((each) => each.recipient === recipient);
      return state?.people.find((person) => person.reference === reference);
    },
    /** Makes a recipient answer a status instead of working; null lets it work. */
    answer: (recipient: string, answers: number | null) =>
      cloud().post('/recipients', { recipient, answers }),
    /** What the list says about one recipient. */
    listed: async (person: Person, recipient: string) => {
      const answer = await person.call('consent', 'recipients');
      const items = answer.ok ? (answer.data['items'] as Record<string, unknown>[]) : [];
      return items.find((item) => item['recipient'] === recipient);
    },
    /** Meddles with a row behind the functions' back. */
    meddle: (collection: string, _id: string, change: object) =>
      cloud().cloud.database.call('database.modifyDocument', {
        collectionName: collection,
        query: JSON.stringify({ _id }),
        data: JSON.stringify({ $set: change }),
        queryType: 'WHERE',
        multi: false,
        upsert: false,
        merge: true,
      }),
    eventsOf: (subject: string) =>
      cloud()
        .rows('ledger')
        .filter((row) => row['subject'] === subject)
        .sort((a, b) => Number(a['seq']) - Number(b['seq']))
        .map((row) => String(row['type'])),
    /** The lines the newest calls of a function logged. */
    logged: (name: string) =>
      cloud()
        .cloud.logs.entries()
        .filter((entry) => entry.function === name)
        .flatMap(({ lines }) => lines)
        .join('\n'),
  };
}
