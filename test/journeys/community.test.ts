import { randomUUID } from 'node:crypto';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { plainProposal, publish, publishedBy } from '../make/proposals';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterEach(() => cloud.travel(null));
afterAll(() => cloud.stop());

const WUHAN = '420100';
const SHENZHEN = '440300';

async function member(): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register());
  return person;
}
const guest = () => makePerson(cloud);
const read = async (reader: Person, id: string) => dataOf(await reader.call('community', 'read', { id }));
const own = (id: string) => cloud.rows('proposals').find(({ _id }) => _id === id) ?? {};

type Head = Record<string, unknown> & { id: string };
interface Page {
  proposals: Head[];
  next: string | null;
}
const feed = async (reader: Person, input: object = {}) =>
  dataOf(await reader.call('community', 'feed', { order: 'newest', ...input })) as unknown as Page;

/** Every page of a list, from the first to the last. */
async function wholeFeed(reader: Person, input: object = {}, between = () => Promise.resolve()) {
  const ids: string[] = [];
  let after: string | null | undefined;
  do {
    const page: Page = await feed(reader, { ...input, ...(after && { after }) });
    ids.push(...page.proposals.map(({ id }) => id));
    after = page.next;
    await between();
  } while (after);
  return ids;
}

describe('a proposal', () => {
  it('[P04] is read by a guest, whole, with no row written', async () => {
    const id = await publishedBy(await member(), { byline: '三号楼老张' });
    const before = JSON.stringify(['accounts', 'ledger', 'logins', 'usage'].map((name) => cloud.rows(name)));
    const reader = guest();
    expect((await feed(reader)).proposals[0]).toMatchObject({
      id,
      title: plainProposal.title,
      beginning: plainProposal.text,
      byline: '三号楼老张',
      place: null,
      supports: 0,
      isEdited: false,
    });
    expect(await read(reader, id)).toMatchObject({ ...plainProposal, state: 'published', isMine: false });
    const after = JSON.stringify(['accounts', 'ledger', 'logins', 'usage'].map((name) => cloud.rows(name)));
    expect(after).toBe(before);
  });

  it('[P27] shows no name that its author did not write, and nothing that leads to the author', async () => {
    const author = await member();
    const id = await publishedBy(author);
    const seen = JSON.stringify([await feed(guest()), await read(guest(), id)]);
    for (const word of [author.nickname, author.number, author.openid, String(own(id)['subject'])])
      expect(seen).not.toContain(word);
  });

  it('[P38] lies sealed, and is found by what it says all the same', async () => {
    const author = await member();
    const word = `金丝雀${randomUUID().slice(0, 8)}`;
    const id = await publishedBy(author, { title: `关于${word}的方案`, text: '很长的说明。' });
    expect(cloud.filesHolding(word)).toEqual([]);
    const found = async (words: string) =>
      (dataOf(await guest().call('community', 'search', { words })) as unknown as Page).proposals.map(
        (each) => each.id,
      );
    expect(await found(word)).toEqual([id]);
    expect(await found(word.toUpperCase())).toEqual([id]);
    expect(await found(`${word}没有`)).toEqual([]);
    // Its pairs are there, but not one after the other.
    expect(await found('说明关于')).toEqual([]);
  });

  it('is published once, however often the same attempt arrives', async () => {
    const author = await member();
    const attempt = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => publish(author, { attempt })));
    const ids = new Set(answers.map((answer) => dataOf(answer)['id']));
    expect(ids.size).toBe(1);
    const mine = dataOf(await author.call('community', 'mine')) as unknown as Page;
    expect(mine.proposals).toHaveLength(1);
  });

  it('is edited by its author alone, and never over another edit', async () => {
    const [author, other] = [await member(), await member()];
    const id = await publishedBy(author);
    const { changedAt } = await read(author, id);
    const words = { title: '新的标题', text: '新的说明。' };
    expectRefusal(await other.call('community', 'edit', { id, changedAt, ...words }), 'PROPOSAL_UNKNOWN');
    dataOf(await author.call('community', 'edit', { id, changedAt, ...words }));
    // The same once more, as after a lost answer.
    dataOf(await author.call('community', 'edit', { id, changedAt, ...words }));
    expect(await read(other, id)).toMatchObject(words);
    expect((await feed(other)).proposals.find((each) => each.id === id)).toMatchObject({ isEdited: true });
    const late = await author.call('community', 'edit', { id, changedAt, ...words, title: '更晚的标题' });
    expectRefusal(late, 'PROPOSAL_CHANGED');
  });

  it('loses every word when it is withdrawn, and stays for what others said about it', async () => {
    const [author, other] = [await member(), await member()];
    const id = await publishedBy(author, { byline: '老张' });
    dataOf(await other.call('community', 'comment', { id, attempt: randomUUID(), text: '同意。' }));
    expect(dataOf(await author.call('community', 'withdraw', { id }))).toEqual({ id, state: 'withdrawn' });
    dataOf(await author.call('community', 'withdraw', { id }));
    const { _id, subject, state, at, changedAt, supports, ...rest } = own(id);
    expect(state).toBe('withdrawn');
    expect([_id, subject, at, changedAt, supports].every((value) => value !== undefined)).toBe(true);
    expect(rest).toEqual({});
    expect(await read(other, id)).toMatchObject({ state: 'withdrawn', title: null, text: null });
    expect((await feed(other)).proposals.map((each) => each.id)).not.toContain(id);
    const { comments } = dataOf(await guest().call('community', 'comments', { id }));
    expect(comments).toMatchObject([{ text: '同意。' }]);
    expectRefusal(await other.call('community', 'support', { id, on: true }), 'PROPOSAL_UNKNOWN');
  });

  it('gives back a support that was given before it was withdrawn', async () => {
    const [author, fan] = [await member(), await member()];
    const id = await publishedBy(author);
    dataOf(await fan.call('community', 'support', { id, on: true }));
    dataOf(await author.call('community', 'withdraw', { id }));
    dataOf(await fan.call('community', 'support', { id, on: false }));
    expect(cloud.rows('supports').filter(({ proposal }) => proposal === id)).toEqual([]);
  });
});

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

describe('the lists', () => {
  it('[P13] show one city by its code, and take nothing else to know it by', async () => {
    const author = await member();
    dataOf(await author.choose('location-tag'));
    const here = await publishedBy(author, { place: SHENZHEN });
    const there = await publishedBy(author, { place: WUHAN });
    const ids = (await feed(guest(), { place: SHENZHEN })).proposals.map(({ id }) => id);
    expect(ids).toContain(here);
    expect(ids).not.toContain(there);
    for (const more of [{ latitude: 22.5 }, { position: '22.5,114.0' }, { place: '22.5,114.0' }])
      expectRefusal(await guest().call('community', 'feed', { order: 'newest', ...more }), 'INVALID_INPUT');
    expectRefusal(
      await guest().call('community', 'feed', { order: 'newest', place: '999999' }),
      'CITY_UNKNOWN',
    );
  });

  it('give each proposal once and leave none out, while others publish and support', async () => {
    const authors = [await member(), await member(), await member()];
    const before: string[] = [];
    for (let n = 0; n < 48; n += 1) before.push(await publishedBy(authors[n % 3] as Person));
    const busy = authors[0] as Person;
    for (const order of ['newest', 'top']) {
      const ids = await wholeFeed(guest(), { order }, async () => {
        await publish(authors[1] as Person);
      });
      expect(new Set(ids).size).toBe(ids.length);
      expect(before.filter((id) => !ids.includes(id))).toEqual([]);
    }
    dataOf(await busy.call('community', 'support', { id: before[5], on: true }));
    expect((await feed(guest(), { order: 'top' })).proposals[0]).toMatchObject({
      id: before[5],
      supports: 1,
    });
    expect(cloud.databaseCalls('community')).toBeLessThanOrEqual(2);
  });
});

describe('a support', () => {
  it('counts once for each person, and is taken back', async () => {
    const [author, fan] = [await member(), await member()];
    const id = await publishedBy(author);
    const support = async (on: boolean) => dataOf(await fan.call('community', 'support', { id, on }));
    expect(await support(true)).toEqual({ id, on: true, supports: 1 });
    expect(await support(true)).toEqual({ id, on: true, supports: 1 });
    expect(await read(fan, id)).toMatchObject({ isSupported: true, supports: 1 });
    expect(await support(false)).toEqual({ id, on: false, supports: 0 });
    expect(await support(false)).toMatchObject({ supports: 0 });
    expect(cloud.rows('supports').filter(({ proposal }) => proposal === id)).toEqual([]);
  });

  it('of many people at once is counted for each', async () => {
    const id = await publishedBy(await member());
    const fans = await Promise.all(Array.from({ length: 12 }, () => member()));
    await Promise.all(
      fans.map(async (fan) => {
        for (let tries = 0; tries < 20; tries += 1) {
          const answer = await fan.call('community', 'support', { id, on: true });
          if (answer.ok) return;
          expectRefusal(answer, 'BUSY');
        }
        throw new Error('never taken');
      }),
    );
    expect(own(id)['supports']).toBe(12);
    expect(cloud.rows('supports').filter(({ proposal }) => proposal === id)).toHaveLength(12);
  });
});

describe('a comment', () => {
  it('is said once, read in order, and taken away by its author alone', async () => {
    const [author, other] = [await member(), await member()];
    const id = await publishedBy(author);
    const say = async (person: Person, text: string, attempt = randomUUID()) =>
      String(dataOf(await person.call('community', 'comment', { id, attempt, text }))['id']);
    const attempt = randomUUID();
    const first = await say(other, '第一句', attempt);
    expect(await say(other, '第一句', attempt)).toBe(first);
    await say(author, '第二句');
    const said = async (reader: Person) =>
      dataOf(await reader.call('community', 'comments', { id }))['comments'] as Record<string, unknown>[];
    expect((await said(other)).map(({ text, isMine }) => [text, isMine])).toEqual([
      ['第一句', true],
      ['第二句', false],
    ]);
    dataOf(await author.call('community', 'uncomment', { id: first }));
    expect(await said(guest())).toHaveLength(2);
    dataOf(await other.call('community', 'uncomment', { id: first }));
    dataOf(await other.call('community', 'uncomment', { id: first }));
    expect((await said(guest())).map(({ text }) => text)).toEqual(['第二句']);
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
