import { strFromU8, unzipSync } from 'fflate';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';
import { sharingOn } from '../make/recipients';

let cloud: TestCloud;
const { share } = sharingOn(() => cloud);
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

interface Copy {
  collections: { name: string; rows: { field: string; value: string | null }[][] }[];
}

it('[P47] is in words and in order, whatever codes and ids the rows have', async () => {
  const person = makePerson(cloud);
  dataOf(await person.register());
  dataOf(await share(person, 'visit'));
  dataOf(await cloud.timer('reconcile'));
  for (const value of ['一', '二', '三', '四', '五'])
    dataOf(await person.call('account', 'correct', { field: 'nickname', value }));
  for (const details of ['甲', '乙', '丙', '丁', '戊'])
    dataOf(await person.call('request', 'submit', { kind: 'access', details }));

  const { base64 } = dataOf(await person.call('account', 'export'));
  const files = unzipSync(Buffer.from(String(base64), 'base64'));
  const textOf = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const { collections } = JSON.parse(textOf('data.json')) as Copy;
  const column = (name: string, field: string) =>
    collections
      .find((collection) => collection.name === name)
      ?.rows.map((row) => row.find((each) => each.field === field)?.value);
  expect(column('ledger', 'type')).toEqual([
    'account.registered',
    'sharing.granted',
    'sharing.sent',
    'sharing.delivered',
    ...Array.from({ length: 5 }, () => 'account.corrected'),
    ...Array.from({ length: 5 }, () => 'request.submitted'),
  ]);
  expect(column('requests', 'details')).toEqual(['甲', '乙', '丙', '丁', '戊']);
  expect(textOf('data.json')).toContain('salt');

  for (const name of ['index.html', 'ledger.csv', 'disclosures.csv', 'requests.csv'])
    expect(textOf(name)).not.toMatch(/salt|\{"|\["|session and|accounts\.|delivery|\d{4}-\d{2}-\d{2}/);
  expect(textOf('index.html')).toContain('登录的微信和绑定的手机号');
  expect(textOf('disclosures.csv')).toContain('昵称、手机号、地址');
  expect(textOf('disclosures.csv')).toContain('示例关联公司（上门服务）');
});
