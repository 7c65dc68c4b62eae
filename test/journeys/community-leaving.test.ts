import { schemaVersion } from '../../cloudfunctions/domain/schema-changes';
import { randomUUID } from 'node:crypto';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { canaryWord, plainProposal, publish, publishedBy } from '../make/proposals';
import { setCommunity } from './community-stage';

const { cloud, feed, guest, member, own, read } = setCommunity();

const WUHAN = '420100';

describe('who may take part', () => {
  it('is no guest: the sentence says what to do', async () => {
    const id = await publishedBy(await member());
    expectRefusal(await publish(guest()), 'NOT_REGISTERED');
    expectRefusal(await guest().call('community', 'support', { id, on: true }), 'NOT_REGISTERED');
    const comment = { id, attempt: randomUUID(), text: '好' };
    expectRefusal(await guest().call('community', 'comment', comment), 'NOT_REGISTERED');
  });

  it('[P35] is nobody who is leaving: their words are gone from every page at once, and come back with them', async () => {
    const [author, other] = [await member(), await member()];
    const id = await publishedBy(author);
    const theirs = await publishedBy(other);
    dataOf(await author.call('community', 'comment', { id: theirs, attempt: randomUUID(), text: '好的' }));
    dataOf(await author.deregister());
    expect(await read(guest(), id)).toMatchObject({ state: 'left', title: null, text: null, at: null });
    expect((await feed(guest())).proposals.map((each) => each.id)).not.toContain(id);
    expect(dataOf(await guest().call('community', 'comments', { id: theirs }))['comments']).toEqual([]);
    expectRefusal(await publish(author), 'FROZEN');
    expectRefusal(await other.call('community', 'support', { id, on: true }), 'PROPOSAL_UNKNOWN');
    dataOf(await author.call('account', 'restore'));
    expect(await read(guest(), id)).toMatchObject({ state: 'published', ...plainProposal });
  });
});

it('[P57] what a person published is gone with them: the place stays for others, and nothing in it', async () => {
  const [author, other] = [await member(), await member()];
  const canary = `方案${canaryWord()}`;
  dataOf(await author.choose('location-tag'));
  const id = await publishedBy(author, {
    title: canary.slice(0, 40),
    text: canary,
    byline: '金丝雀署名',
    place: WUHAN,
  });
  const theirs = await publishedBy(other);
  dataOf(await author.call('community', 'support', { id: theirs, on: true }));
  dataOf(await author.call('community', 'comment', { id: theirs, attempt: randomUUID(), text: canary }));
  dataOf(await other.call('community', 'comment', { id, attempt: randomUUID(), text: '我的话' }));
  const subject = String(own(id)['subject']);
  dataOf(await author.deregister());
  await cloud().travel(new Date(Date.now() + 30 * 24 * 60 * 60_000));
  expect(dataOf(await cloud().timer('retention'))).toMatchObject({ erased: 1, left: 0 });
  const place = { _id: id, subject: 'erased', state: 'erased', schemaVersion: schemaVersion('proposals') };
  expect(own(id)).toEqual(place);
  for (const name of ['proposals', 'comments', 'supports'])
    expect(
      cloud()
        .rows(name)
        .filter((row) => row['subject'] === subject),
    ).toEqual([]);
  for (const word of [canary, '金丝雀署名', author.openid, author.number])
    expect(cloud().filesHolding(word)).toEqual([]);
  expect(await read(guest(), id)).toMatchObject({ state: 'left', title: null });
  const { comments } = dataOf(await guest().call('community', 'comments', { id }));
  expect(comments).toMatchObject([{ text: '我的话' }]);
  // How many supported it says of nobody who they were.
  expect(await read(guest(), theirs)).toMatchObject({ supports: 1 });
});
