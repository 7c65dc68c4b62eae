import { randomUUID } from 'node:crypto';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';
import { canaryWord, plainProposal, publish, publishedBy } from '../make/proposals';
import { staffDesk } from '../make/staff-desk';

let cloud: TestCloud;
let desk: ReturnType<typeof staffDesk>;
beforeAll(async () => {
  cloud = await startTestCloud();
  desk = staffDesk(cloud);
});
afterAll(() => cloud.stop());

const unsure = { ...plainProposal, text: '免费领取小礼品' };

async function member(): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register());
  return person;
}
const stateOf = (id: string, name = 'proposals') => cloud.rows(name).find(({ _id }) => _id === id)?.['state'];
const newest = async (person: Person) =>
  (dataOf(await person.call('request', 'mine'))['requests'] as Record<string, unknown>[])[0] ?? {};
const versionOf = (id: string) => cloud.rows('requests').find(({ _id }) => _id === id)?.['version'];
const decide = (id: unknown, row: object) =>
  desk.decide({ requestId: id, expectedVersion: versionOf(String(id)), ...row });
const reading = async (id: unknown, reviewer = '王审') =>
  dataOf(await cloud.invoke('reconcile', { action: 'read', id, reviewer }));
const refusal = { decision: 'refuse', reasonCode: 'risk-to-others', replyText: '里面是广告，请去掉。' };

describe('what WeChat is not sure of', () => {
  it('waits for staff, who read it as others would, and is published when they agree', async () => {
    const author = await member();
    const prices = { rows: [{ item: '保洁', unit: 'sqm-month', fen: 150 }] };
    const id = String(dataOf(await publish(author, { ...unsure, byline: '老张', prices }))['id']);
    const request = await newest(author);
    expect(request).toMatchObject({ kind: 'publication', state: 'verified' });
    expect((await desk.queue()).map((row) => row['id'])).toContain(request['id']);
    const { content, phone } = await reading(request['id']);
    expect(content).toEqual({
      ...{ title: unsure.title, text: unsure.text, byline: '老张' },
      prices: ['保洁 1.5 元/平方米·月'],
      pictures: [],
    });
    expect(phone).not.toBe(author.number);
    expect(await decide(request['id'], { decision: 'approve' })).toMatchObject({ result: 'applied' });
    expect(stateOf(id)).toBe('published');
    expect(dataOf(await makePerson(cloud).call('community', 'read', { id }))).toMatchObject({
      text: unsure.text,
    });
  });

  it('is looked at by nobody any more once its author takes it away', async () => {
    const author = await member();
    const id = String(dataOf(await publish(author, unsure))['id']);
    expect(await newest(author)).toMatchObject({ state: 'verified' });
    dataOf(await author.call('community', 'withdraw', { id }));
    expect(await newest(author)).toMatchObject({ kind: 'publication', state: 'cancelled' });
    const other = await publishedBy(author);
    const comment = { id: other, attempt: randomUUID(), text: '免费领取' };
    const said = String(dataOf(await author.call('community', 'comment', comment))['id']);
    dataOf(await author.call('community', 'uncomment', { id: said }));
    expect(await newest(author)).toMatchObject({ kind: 'publication', state: 'cancelled' });
  });

  it('[P60] is kept back with a reason when they do not, and let out on appeal by somebody else', async () => {
    const author = await member();
    const id = String(dataOf(await publish(author, unsure))['id']);
    const request = await newest(author);
    expect(await decide(request['id'], refusal)).toMatchObject({ result: 'applied' });
    expect(stateOf(id)).toBe('refused');
    const answer = dataOf(await author.call('request', 'read', { id: request['id'] }));
    expect(answer).toMatchObject({ reply: refusal.replyText, allowed: ['appeal'] });
    expect(String(answer['about'])).toMatch(new RegExp(`^proposals\\.${id}~`));
    dataOf(await author.call('request', 'appeal', { id: request['id'], reason: '这是邻居送的' }));
    expect(await decide(request['id'], { decision: 'approve' })).toMatchObject({ result: 'rejected' });
    const other = { decision: 'approve', reviewer: '小周' };
    expect(await decide(request['id'], other)).toMatchObject({ result: 'applied' });
    expect(stateOf(id)).toBe('published');
  });

  it('is left as it is where its author took it away or changed it meanwhile', async () => {
    const author = await member();
    const gone = String(dataOf(await publish(author, unsure))['id']);
    const first = await newest(author);
    dataOf(await author.call('community', 'withdraw', { id: gone }));
    expect((await reading(first['id']))['content']).toBeNull();
    expect(await decide(first['id'], { decision: 'approve' })).toMatchObject({ result: 'rejected' });
    expect(stateOf(gone)).toBe('withdrawn');

    const mended = String(dataOf(await publish(author, unsure))['id']);
    const second = await newest(author);
    const { changedAt } = dataOf(await author.call('community', 'read', { id: mended }));
    dataOf(await author.call('community', 'edit', { id: mended, changedAt, ...plainProposal }));
    expect(stateOf(mended)).toBe('published');
    expect(await decide(second['id'], refusal)).toMatchObject({ result: 'applied' });
    expect(stateOf(mended)).toBe('published');
  });

  it('does not wait for ever where its author takes the request back', async () => {
    const author = await member();
    const id = String(dataOf(await publish(author, unsure))['id']);
    dataOf(await author.call('request', 'cancel', { id: (await newest(author))['id'] }));
    expect(stateOf(id)).toBe('refused');
  });

  it('waits as a comment too', async () => {
    const [author, other] = [await member(), await member()];
    const id = await publishedBy(author);
    const said = dataOf(
      await other.call('community', 'comment', { id, attempt: randomUUID(), text: '加微信细说' }),
    );
    expect(said).toMatchObject({ state: 'reviewing' });
    const comments = async () => dataOf(await author.call('community', 'comments', { id }))['comments'];
    expect(await comments()).toEqual([]);
    // Its author sees that it waits, and could take it away.
    const own = dataOf(await other.call('community', 'comments', { id }))['comments'];
    expect(own).toMatchObject([{ text: '加微信细说', isMine: true, state: 'reviewing' }]);
    await decide((await newest(other))['id'], { decision: 'approve' });
    expect(await comments()).toMatchObject([{ text: '加微信细说' }]);
  });

  it('cannot be asked for by anybody, nor pile up', async () => {
    const author = await member();
    expectRefusal(await author.call('request', 'submit', { kind: 'publication' }), 'INVALID_INPUT');
    for (let n = 0; n < 10; n += 1) dataOf(await publish(author, unsure));
    expectRefusal(await publish(author, unsure), 'TOO_MANY_OPEN');
    const said = await author.call('community', 'comment', {
      id: await publishedBy(await member()),
      attempt: randomUUID(),
      text: '免费领取',
    });
    expectRefusal(said, 'TOO_MANY_OPEN');
    // The rights keep their places.
    dataOf(await author.call('request', 'submit', { kind: 'leak' }));
  }, 60_000);
});

describe('what somebody complains about', () => {
  const complain = async (person: Person, about: string) =>
    dataOf(await person.call('request', 'submit', { kind: 'complaint', details: '骂人', about }));

  it('is hidden when staff agree; its author is told, and only staff let it out again', async () => {
    const [author, other] = [await member(), await member()];
    const id = await publishedBy(author);
    const filed = await complain(other, `proposals.${id}`);
    const { content } = await reading(filed['id']);
    expect(content).toMatchObject(plainProposal);
    expect(JSON.stringify(await reading(filed['id']))).not.toContain(author.number);
    expect(await decide(filed['id'], { decision: 'approve', replyText: '已经隐藏。' })).toMatchObject({
      result: 'applied',
    });
    expect(stateOf(id)).toBe('refused');
    expectRefusal(await other.call('community', 'read', { id }), 'PROPOSAL_UNKNOWN');
    const { messages } = dataOf(await author.call('request', 'inbox')) as {
      messages: { template: string }[];
    };
    expect(messages.map(({ template }) => template)).toContain('content-hidden');

    const edit = async (more: object) => {
      const { changedAt: seen } = dataOf(await author.call('community', 'read', { id }));
      return dataOf(
        await author.call('community', 'edit', { id, changedAt: seen, ...plainProposal, ...more }),
      );
    };
    // Not by asking twice, nor by staff's answer to words that are gone.
    expect(await edit({ text: '改得和气一些。' })).toMatchObject({ state: 'reviewing' });
    const early = await newest(author);
    expect(await edit({ text: '改得更和气一些。' })).toMatchObject({ state: 'reviewing' });
    expect((await reading(early['id']))['content']).toBeNull();
    await decide(early['id'], { decision: 'approve' });
    expect(stateOf(id)).toBe('reviewing');
    await decide((await newest(author))['id'], { decision: 'approve' });
    expect(stateOf(id)).toBe('published');
    // Let out, it is its author's again.
    expect(await edit({ text: '再改一个字。' })).toMatchObject({ state: 'published' });
  });

  it('[P60] is looked at again where its author hands in the same words', async () => {
    const [author, other] = [await member(), await member()];
    const id = await publishedBy(author);
    await decide((await complain(other, `proposals.${id}`))['id'], { decision: 'approve' });
    const { changedAt } = dataOf(await author.call('community', 'read', { id }));
    const same = { id, changedAt, ...plainProposal };
    expect(dataOf(await author.call('community', 'edit', same))).toMatchObject({ state: 'reviewing' });
    await decide((await newest(author))['id'], { decision: 'approve' });
    expect(stateOf(id)).toBe('published');
  });

  it('is not brought back by an edit that was under way', async () => {
    const [author, other] = [await member(), await member()];
    const id = await publishedBy(author);
    const { changedAt } = dataOf(await author.call('community', 'read', { id }));
    const filed = await complain(other, `proposals.${id}`);
    const mended = { id, changedAt, ...plainProposal, text: '悄悄改一下。' };
    await Promise.all([
      decide(filed['id'], { decision: 'approve' }),
      author.call('community', 'edit', mended),
    ]);
    expect(['refused', 'reviewing']).toContain(stateOf(id));
  });

  it('keeps what it is about where its request was edited by hand and settled', async () => {
    const [author, other] = [await member(), await member()];
    const id = await publishedBy(author);
    const filed = await complain(other, `proposals.${id}`);
    const set = { $set: { about: `proposals.${await publishedBy(author)}` } };
    await cloud.cloud.database.call('database.modifyDocument', {
      ...{ collectionName: 'requests', multi: false, merge: true, upsert: false },
      ...{ query: JSON.stringify({ _id: filed['id'] }), data: JSON.stringify(set) },
    });
    const settle = (how: string) =>
      cloud.invoke('retention', {
        ...{ action: 'settleAltered', id: filed['id'], how, phone: other.number },
        ...{ reason: '手工改错', reference: '工单-1', by: '王管理' },
      });
    expectRefusal(await settle('accept'), 'REQUEST_UNSOUND');
    const { id: anew } = dataOf(await settle('close'));
    await decide(anew, { decision: 'approve' });
    expect(stateOf(id)).toBe('refused');
  });

  it('stays where staff find nothing wrong with it', async () => {
    const [author, other] = [await member(), await member()];
    const id = await publishedBy(author);
    const filed = await complain(other, `proposals.${id}`);
    await decide(filed['id'], { decision: 'reply', replyText: '看过了，没有发现问题。' });
    expect(stateOf(id)).toBe('published');
  });

  it('is a comment as well, and must be there', async () => {
    const [author, other] = [await member(), await member()];
    const id = await publishedBy(author);
    const words = { id, attempt: randomUUID(), text: '难听的话' };
    const comment = String(dataOf(await other.call('community', 'comment', words))['id']);
    const filed = await complain(author, `comments.${comment}`);
    await decide(filed['id'], { decision: 'approve' });
    expect(stateOf(comment, 'comments')).toBe('refused');
    expect(dataOf(await author.call('community', 'comments', { id }))['comments']).toEqual([]);
    for (const about of ['proposals.p0', `comments.${comment}`])
      expectRefusal(
        await author.call('request', 'submit', { kind: 'complaint', details: '没有', about }),
        'CONTENT_UNKNOWN',
      );
    for (const about of ['accounts.1', 'proposals.', '../x'])
      expectRefusal(
        await author.call('request', 'submit', { kind: 'complaint', details: '没有', about }),
        'INVALID_INPUT',
      );
  });

  it('cannot be carried out where it is about nothing that was published', async () => {
    const person = await member();
    const filed = dataOf(await person.call('request', 'submit', { kind: 'complaint', details: '太慢' }));
    const judged = await decide(filed['id'], { decision: 'approve' });
    expect(judged).toMatchObject({ result: 'rejected' });
  });
});

it('[P15] what a person tells customer service is answered, in their copy, and gone with them', async () => {
  const person = await member();
  const words = `打不开方案${canaryWord()}`;
  const { id } = dataOf(await person.call('request', 'submit', { kind: 'service', details: words }));
  await decide(id, { decision: 'reply', replyText: '请更新微信以后再试。' });
  expect(dataOf(await person.call('request', 'read', { id }))).toMatchObject({
    ...{ kind: 'service', state: 'done', details: words, reply: '请更新微信以后再试。' },
  });
  const { base64 } = dataOf(await person.call('account', 'export'));
  const { strFromU8, unzipSync } = await import('fflate');
  const files = unzipSync(Buffer.from(String(base64), 'base64'));
  expect(strFromU8(files['data.json'] ?? new Uint8Array())).toContain(words);
  dataOf(await person.deregister());
  await cloud.travel(new Date(Date.now() + 30 * 24 * 60 * 60_000));
  expect(dataOf(await cloud.timer('retention'))).toMatchObject({ left: 0 });
  await cloud.travel(null);
  expect(cloud.filesHolding(words)).toEqual([]);
});
