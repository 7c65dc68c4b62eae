import { randomUUID } from 'node:crypto';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { plainProposal, publish, publishedBy } from '../make/proposals';
import { setCommunity } from './community-stage';

const { feed, guest, member, own, read } = setCommunity();

const WUHAN = '420100';

describe('[P42] text that looks like a phone number', () => {
  const text = '有意见请打 138 0013 8000';

  it('is told before it is published, and published when the author means it', async () => {
    const author = await member();
    const attempt = randomUUID();
    expectRefusal(await publish(author, { attempt, text }), 'CONTACT_SHOWN');
    expect(dataOf(await author.call('community', 'mine'))['proposals']).toEqual([]);
    const id = await publishedBy(author, { attempt, text, understood: true });
    expect(await read(guest(), id)).toMatchObject({ text });
  });

  it('is told in each place where it can be written: title, byline, prices, an edit, a comment', async () => {
    const author = await member();
    const row = { item: '电话 82345678', unit: 'once', fen: 100 };
    for (const more of [{ title: '13800138000' }, { byline: '13800138000' }, { prices: { rows: [row] } }])
      expectRefusal(await publish(author, more), 'CONTACT_SHOWN');
    const id = await publishedBy(author);
    const { changedAt } = await read(author, id);
    const edit = { id, changedAt, ...plainProposal, text };
    expectRefusal(await author.call('community', 'edit', edit), 'CONTACT_SHOWN');
    const comment = { id, attempt: randomUUID(), text };
    expectRefusal(await author.call('community', 'comment', comment), 'CONTACT_SHOWN');
    dataOf(await author.call('community', 'comment', { ...comment, understood: true }));
  });
});

describe('[P11] the tag of a city', () => {
  it('is stored only on its own consent, as a code, and there is no room for a position', async () => {
    const author = await member();
    expectRefusal(await publish(author, { place: WUHAN }), 'CONSENT_NEEDED');
    dataOf(await author.choose('location-tag'));
    expectRefusal(await publish(author, { place: '999999' }), 'CITY_UNKNOWN');
    for (const more of [{ latitude: 30.6 }, { location: { latitude: 30.6, longitude: 114.3 } }])
      expectRefusal(await publish(author, { place: WUHAN, ...more }), 'INVALID_INPUT');
    const id = await publishedBy(author, { place: WUHAN });
    expect(own(id)['place']).toBe(WUHAN);
    expect(Object.keys(own(id)).filter((column) => /lat|lng|long|coord|geo|position/i.test(column))).toEqual(
      [],
    );
    expect(await read(guest(), id)).toMatchObject({ place: WUHAN });
    const untagged = await publishedBy(author);
    expect(own(untagged)).not.toHaveProperty('place');
  });

  it('[P54] goes with its consent from everything published before, and nothing else goes', async () => {
    const [author, other] = [await member(), await member()];
    for (const person of [author, other]) dataOf(await person.choose('location-tag'));
    const id = await publishedBy(author, { place: WUHAN });
    const others = await publishedBy(other, { place: WUHAN });
    dataOf(await author.choose('location-tag', false));
    expect(await read(guest(), id)).toMatchObject({ ...plainProposal, place: null });
    expect(await read(guest(), others)).toMatchObject({ place: WUHAN });
    expectRefusal(await publish(author, { place: WUHAN }), 'CONSENT_NEEDED');
  });
});

describe('WeChat’s content check', () => {
  it('refuses what WeChat refuses, and keeps nothing of it', async () => {
    const author = await member();
    expectRefusal(await publish(author, { text: '来赌博吧' }), 'CONTENT_REFUSED');
    const long = { title: '长的', text: `${'好'.repeat(1990)}来赌博`, byline: '张' };
    expectRefusal(await publish(author, long), 'CONTENT_REFUSED');
    expect(dataOf(await author.call('community', 'mine'))['proposals']).toEqual([]);
  });

  it('holds back what WeChat is not sure of: its author sees it, nobody else does', async () => {
    const author = await member();
    const answer = dataOf(await publish(author, { text: '免费领取小礼品' }));
    expect(answer).toMatchObject({ state: 'reviewing' });
    const id = String(answer['id']);
    expect(await read(author, id)).toMatchObject({ state: 'reviewing', isMine: true });
    expectRefusal(await guest().call('community', 'read', { id }), 'PROPOSAL_UNKNOWN');
    expect((await feed(guest())).proposals.map((each) => each.id)).not.toContain(id);
    expect(dataOf(await author.call('community', 'mine'))['proposals']).toMatchObject([
      { id, state: 'reviewing' },
    ]);
  });
});
