import { unzipSync } from 'fflate';
import { checkReceipt } from '../../cloudfunctions/domain/receipt/checker/check';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

it('[P54] each choice has a receipt that checks alone, against the policy as everyone can read it', async () => {
  const person = makePerson(cloud);
  dataOf(await person.register());
  for (const granted of [true, false]) dataOf(await person.choose('analytics', granted));
  const { events } = dataOf(await person.call('consent', 'history')) as { events: { id: string }[] };
  expect(events).toHaveLength(2);
  const policy = dataOf(await person.call('policy', 'current'));
  for (const { id } of events) {
    const receipt = dataOf(await person.call('consent', 'receipt', { id }));
    const verdict = await checkReceipt(receipt, { policies: [policy] });
    expect(verdict).toMatchObject({ good: true, wrong: [] });
    expect(JSON.stringify(receipt)).not.toContain(person.openid);
    expect(JSON.stringify(receipt)).not.toContain(person.number);
  }
});

it('[P54] names in each receipt what its switch names, and for how long that is kept', async () => {
  const person = makePerson(cloud);
  dataOf(await person.register());
  const { items } = dataOf(await person.call('consent', 'current')) as {
    items: { purpose: string; uses: { label: string; keptFor: string }[] }[];
  };
  const shown = Object.fromEntries(items.map(({ purpose, uses }) => [purpose, uses]));
  expect(shown).toMatchObject({ locate: [], 'same-city': [{ label: '所在城市' }] });
  expect(shown['analytics']).toContainEqual({ label: '停留时间', keptFor: '收集起90天' });
  for (const { purpose, uses } of items) {
    const { receiptId } = dataOf(await person.choose(purpose));
    const { body } = dataOf(await person.call('consent', 'receipt', { id: receiptId })) as {
      body: { agreed: { fields: { label: string; keptFor: string }[] } };
    };
    expect(body.agreed.fields.map(({ label, keptFor }) => ({ label, keptFor }))).toEqual(uses);
  }
});

it('takes every receipt along in the copy, with what checks them', async () => {
  const person = makePerson(cloud);
  dataOf(await person.register());
  dataOf(await person.choose('analytics'));
  const { base64 } = dataOf(await person.call('account', 'export'));
  const files = unzipSync(Buffer.from(String(base64), 'base64'));
  const text = (name: string) => Buffer.from(files[name] ?? []).toString();
  const { receipts } = JSON.parse(text('receipts.json')) as { receipts: { purpose: string }[] };
  expect(receipts.map(({ purpose }) => purpose)).toEqual(['analytics']);
  for (const receipt of receipts) expect(await checkReceipt(receipt)).toMatchObject({ good: true });
  expect(text('check-receipt.html')).toMatch(/^<!doctype html>/);
  expect(text('check-receipt.html')).not.toMatch(/https?:\/\/(?!w3id\.org|purl\.org|schema\.org)/);
});
