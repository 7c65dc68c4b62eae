import { strFromU8, unzipSync } from 'fflate';
import { addressOf, askingOn, held } from '../make/asking';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import type { Person } from '../make/person';
import { pngOf, smallJpeg } from '../make/pictures';
import { staffDesk } from '../make/staff-desk';

const DAY = 24 * 60 * 60_000;
let cloud: TestCloud;
let desk: ReturnType<typeof staffDesk>;
const { asking, rowsOf, requestOf, eventsOf } = askingOn(() => cloud);
beforeAll(async () => {
  cloud = await startTestCloud();
  desk = staffDesk(cloud);
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

describe('staff', () => {
  const ask = (action: string, event: object) => cloud.invoke('reconcile', { action, ...event });

  it('[P39] [P40] see how many there are; one is looked at with a right, a reason and a row that the person sees', async () => {
    const { attach, id, person } = await asking();
    const { attachments } = await held(attach(smallJpeg));
    const attachment = attachments[0]?.id ?? '';
    expect((await desk.queue()).find((row) => row['id'] === id)).toMatchObject({ attachments: 1 });
    expect(JSON.stringify(cloud.rows('review_queue'))).not.toContain(attachment);
    expect(dataOf(await ask('read', { id, reviewer: '王审' }))).toMatchObject({ attachments });

    const look = { id, attachment, reviewer: '李审', reason: '核对截图里的金额' };
    const audits = () =>
      cloud.rows('audits').filter((row) => row['requestId'] === id && row['action'] === 'unmask');
    expectRefusal(await ask('picture', { ...look, reviewer: '王审' }), 'STAFF_RIGHT');
    expectRefusal(await ask('picture', { ...look, reviewer: '路人' }), 'STAFF_RIGHT');
    expectRefusal(await ask('picture', { ...look, reason: ' ' }), 'INVALID_INPUT');
    expectRefusal(await ask('picture', { ...look, attachment: 'a1' }), 'PICTURE_UNKNOWN');
    expectRefusal(await person.call('reconcile', 'picture', look), 'CONSOLE_ONLY');
    expect(audits()).toEqual([]);

    expect(dataOf(await ask('picture', look))).toEqual({ id, attachment, picture: addressOf(smallJpeg) });
    expect(audits()).toMatchObject([{ reviewer: '李审', outcome: 'picture' }]);
    const { looks } = dataOf(await person.call('request', 'looks')) as { looks: object[] };
    expect(looks[0]).toMatchObject({ what: 'unmask', about: '图片', reason: '核对截图里的金额' });
  });

  it('[P35] see none of somebody who is leaving', async () => {
    const { attach, id, person } = await asking();
    const { attachments } = await held(attach(smallJpeg));
    dataOf(await person.deregister());
    const look = { id, attachment: attachments[0]?.id, reviewer: '李审', reason: '核对' };
    expectRefusal(await ask('picture', look), 'SUBJECT_LEAVING');
  });
});

describe('the copy of data', () => {
  interface Copy {
    collections: { name: string; rows: { field: string; value: string | null }[][] }[];
  }
  const copyOf = async (person: Person) => {
    const { base64 } = dataOf(await person.call('account', 'export'));
    const files = unzipSync(Buffer.from(String(base64), 'base64'));
    const { collections } = JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array())) as Copy;
    const rows = collections.find(({ name }) => name === 'request_attachments')?.rows ?? [];
    return { files, named: rows.map((row) => row.find(({ field }) => field === 'picture')?.value) };
  };

  it('[P45] holds each picture as a file, named where it is listed', async () => {
    const { attach, person } = await asking();
    dataOf(await attach(smallJpeg));
    dataOf(await attach(pngOf(20)));
    const { files, named } = await copyOf(person);
    expect(named).toEqual(['pictures/1.jpg', 'pictures/2.png']);
    expect(Buffer.from(files['pictures/1.jpg'] ?? [])).toEqual(smallJpeg);
    expect(Buffer.from(files['pictures/2.png'] ?? [])).toEqual(pngOf(20));
    expect(strFromU8(files['index.html'] ?? new Uint8Array())).toContain('pictures/2.png');
  });

  it('[P45] never fails for pictures: what it has no room for is named, with where to see it', async () => {
    const { attach, person, file } = await asking();
    const other = await file();
    for (const seed of [1, 2, 3]) dataOf(await attach(pngOf(440, { seed })));
    for (const seed of [4, 5]) dataOf(await attach(pngOf(440, { seed }), other));
    const { files, named } = await copyOf(person);
    const there = Object.keys(files).filter((name) => name.startsWith('pictures/'));
    expect(there).toEqual(['pictures/3.png', 'pictures/4.png', 'pictures/5.png']);
    expect(named.slice(2)).toEqual(there);
    for (const words of named.slice(0, 2)) expect(words).toContain('在请求的进度里');
  }, 60_000);
});

describe('a picture goes', () => {
  it('[P34] with what its request said, three years after that ended, and not while it is open', async () => {
    const { attach, id, person } = await asking('question');
    dataOf(await attach(smallJpeg));
    await desk.decide({ requestId: id, expectedVersion: 2, decision: 'reply', replyText: '好' });
    expect(rowsOf(id)).toMatchObject([{ closedAt: requestOf(id)['closedAt'] }]);
    dataOf(await person.call('request', 'appeal', { id, reason: '请再看图' }));
    expect(rowsOf(id)[0]).not.toHaveProperty('closedAt');
    await cloud.travel(new Date(Date.now() + 3 * 366 * DAY));
    dataOf(await cloud.timer('retention'));
    expect(rowsOf(id)).toHaveLength(1);
    await cloud.travel(null);
    await desk.decide({
      requestId: id,
      expectedVersion: 4,
      decision: 'reply',
      replyText: '好',
      reviewer: '李审',
    });
    await cloud.travel(new Date(Date.now() + 3 * 366 * DAY));
    dataOf(await cloud.timer('retention'));
    expect(rowsOf(id)).toEqual([]);
  });

  it('[P53] when its person takes the album back in WeChat, from answered requests too', async () => {
    const { attach, id, person, file } = await asking('question');
    const other = await file();
    dataOf(await attach(smallJpeg));
    dataOf(await attach(smallJpeg, other));
    await desk.decide({ requestId: id, expectedVersion: 2, decision: 'reply', replyText: '好' });
    const event = { Event: 'user_authorization_revoke', openid: person.openid, RevokeInfo: '14' };
    expect(await cloud.post('/wechat/event', event)).toMatchObject({ status: 200 });
    expect([...rowsOf(id), ...rowsOf(other)]).toEqual([]);
    expect([requestOf(id), requestOf(other)]).toMatchObject([{ attachments: 0 }, { attachments: 0 }]);
    expect(eventsOf(id).slice(-3)).toEqual([
      'authorization.revoked',
      'request.attachment-removed',
      'request.attachment-removed',
    ]);
    expect(dataOf(await person.call('request', 'read', { id: other }))).toMatchObject({ attachments: [] });
  });

  it('[P57] with its person: after erasure nothing of it is anywhere', async () => {
    const { attach, id, person } = await asking();
    const kept = pngOf(60, { seed: 9 });
    dataOf(await attach(kept));
    const { subject } = requestOf(id);
    const sealed = String(rowsOf(id)[0]?.['picture']).slice(40, 100);
    expect(cloud.filesHolding(sealed)).not.toEqual([]);
    dataOf(await person.deregister());
    await cloud.travel(new Date(Date.now() + 30 * DAY));
    expect(dataOf(await cloud.timer('retention'))).toMatchObject({ erased: 1 });
    expect(rowsOf(id)).toEqual([]);
    const canaries = [kept.toString('base64').slice(100, 160), sealed];
    for (const canary of canaries) expect(cloud.filesHolding(canary)).toEqual([]);
    const counts = { removed: 1, reduced: 0, found: 0 };
    expect(cloud.rows('certificates').find(({ _id }) => _id === subject)).toMatchObject({
      counts: { request_attachments: counts },
    });
  });
});
