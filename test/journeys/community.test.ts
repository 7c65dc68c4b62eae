import { randomUUID } from 'node:crypto';
import { schemaVersion } from '../../cloudfunctions/domain/schema-changes';
import { dataOf, expectRefusal } from '../make/expect-answer';
import type { Person } from '../make/person';
import { canaryWord, plainProposal, publish, publishedBy } from '../make/proposals';
import { setCommunity, type Page } from './community-stage';

const { cloud, feed, guest, member, own, read } = setCommunity();

const WUHAN = '420100';
const SHENZHEN = '440300';

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
    const before = JSON.stringify(
      ['accounts', 'ledger', 'logins', 'usage'].map((name) => cloud().rows(name)),
    );
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
    const after = JSON.stringify(['accounts', 'ledger', 'logins', 'usage'].map((name) => cloud().rows(name)));
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
    const word = canaryWord().slice(0, 11);
    const id = await publishedBy(author, { title: `关于${word}的方案`, text: '很长的说明。' });
    expect(cloud().filesHolding(word)).toEqual([]);
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
    expect(own(id)).toEqual({
      ...{ _id: id, subject: own(id)['subject'], state: 'withdrawn' },
      schemaVersion: schemaVersion('proposals'),
    });
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
    expect(
      cloud()
        .rows('supports')
        .filter(({ proposal }) => proposal === id),
    ).toEqual([]);
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
    expect(cloud().databaseCalls('community')).toBeLessThanOrEqual(2);
  });
});
