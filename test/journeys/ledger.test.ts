import {
  commitmentOf,
  contentDigest,
  verifyChain,
  type Content,
  type StoredRow,
} from '../../cloudfunctions/domain/ledger';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

/** A subject's rows as they lie, in order. */
const chainOf = (subject: unknown) =>
  cloud
    .rows('ledger')
    .filter((row) => row['subject'] === subject)
    .sort((a, b) => Number(a['seq']) - Number(b['seq'])) as unknown as StoredRow[];

it('[P54] loses no choice and breaks no chain when twenty come at once', async () => {
  const person = makePerson(cloud);
  dataOf(await person.register());
  const purposes = ['locate', 'location-tag', 'same-city', 'analytics'];
  const choices = Array.from({ length: 20 }, (_, index) =>
    person.choose(String(purposes[index % 4]), index % 3 !== 0),
  );
  const answers = await Promise.all(choices);
  expect(answers.every((answer) => answer.ok || answer.error.retryable)).toBe(true);
  const chain = chainOf(cloud.rows('accounts').at(-1)?.['_id']);
  expect(verifyChain(chain)).toEqual({ intact: true });
  const { items } = dataOf(await person.call('consent', 'current')) as {
    items: { purpose: string; granted: boolean }[];
  };
  const { events } = dataOf(await person.call('consent', 'history')) as {
    events: { purpose: string; type: string }[];
  };
  for (const { purpose, granted } of items) {
    const newest = events.find((event) => event.purpose === purpose)?.type;
    expect(newest === 'consent.granted').toBe(granted);
  }
});

it('gives a receipt that anyone can compute again', async () => {
  const person = makePerson(cloud);
  dataOf(await person.register());
  const { receiptId } = dataOf(await person.choose('locate'));
  const receipt = dataOf(await person.call('consent', 'receipt', { id: receiptId })) as unknown as StoredRow &
    Content & { policyDigest: string };
  const { salt, body, policyDigest } = receipt;
  expect(body).toMatchObject({
    purpose: 'locate',
    policyVersion: await person.policyVersion(),
    policyDigest,
  });
  expect(contentDigest({ salt, body })).toBe(receipt.digest);
  expect(commitmentOf(receipt)).toBe(receipt.commitment);
  expect(contentDigest({ salt, body: { ...body, purpose: 'analytics' } })).not.toBe(receipt.digest);
});

it('[P70] cites in each consent the digest that the policy archive shows', async () => {
  const person = makePerson(cloud);
  dataOf(await person.register());
  const { receiptId } = dataOf(await person.choose('locate'));
  const receipt = dataOf(await person.call('consent', 'receipt', { id: receiptId }));
  const version = receipt['policyVersion'];
  const policy = dataOf(await person.call('policy', 'read', { version }));
  expect(receipt['policyDigest']).toBe(policy['digest']);
});
