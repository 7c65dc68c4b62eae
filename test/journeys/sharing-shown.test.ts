import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson } from '../make/person';
import { sharingOn } from '../make/recipients';

let cloud: TestCloud;
const { share, listed } = sharingOn(() => cloud);
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const send = async () => dataOf(await cloud.timer('reconcile'));

describe('[P28] the list of third-party sharing, of what the person agreed to', () => {
  it('says that it will leave, then when it left, which fields, and which there were not to give', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register({ address: undefined }));
    expect(await listed(person, 'visit')).toMatchObject({ delivery: null });
    dataOf(await share(person, 'visit'));
    expect(await listed(person, 'visit')).toMatchObject({ delivery: { state: 'waiting', fields: [] } });
    await send();
    expect(await listed(person, 'visit')).toMatchObject({
      delivery: {
        state: 'done',
        at: expect.stringMatching(/Z$/) as string,
        fields: ['昵称', '手机号'],
        missing: ['地址'],
      },
    });
    expect(await listed(person, 'survey')).toMatchObject({ delivery: null });
    dataOf(await share(person, 'visit', false));
    expect(await listed(person, 'visit')).toMatchObject({ delivery: null });
  });

  it('says so where there was nothing to give', async () => {
    const person = makePerson(cloud);
    dataOf(await person.register({ nickname: undefined }));
    dataOf(await share(person, 'survey'));
    await send();
    expect(await listed(person, 'survey')).toMatchObject({ delivery: { state: 'nothing', fields: [] } });
  });
});
