import { notedJpeg, pngOf, smallJpeg, stripOf } from '../make/pictures';
import { dataOf, expectRefusal } from '../make/expect-answer';
import type { Person } from '../make/person';
import { publishedBy } from '../make/proposals';
import { staffDesk } from '../make/staff-desk';
import { setCommunity } from './community-stage';

const { cloud, guest, member, read } = setCommunity();

const rows = () => cloud().rows('pictures');
const rowsOf = (proposal: string) => rows().filter((row) => row['proposal'] === proposal);
const judged = () => cloud().cloud.wechat.settled();
const add = (author: Person, id: string, file: Buffer) =>
  author.call('community', 'addPicture', { id, picture: file.toString('base64') });
const picturesIn = (answer: Record<string, unknown>) => answer['pictures'] as { id: string; state: string }[];

/** A member's proposal with one picture that WeChat has looked at. */
async function pictured(file: Buffer = smallJpeg) {
  const author = await member();
  const id = await publishedBy(author);
  const [added] = picturesIn(dataOf(await add(author, id, file)));
  await judged();
  return { author, id, picture: added?.id ?? '' };
}

const shown = (reader: Person, id: string) => reader.call('community', 'picture', { id });

describe('a picture of a proposal', () => {
  it('is for its author alone until WeChat has looked at it, then for everyone', async () => {
    const author = await member();
    const id = await publishedBy(author);
    const answer = dataOf(await add(author, id, smallJpeg));
    expect(picturesIn(answer)).toEqual([{ id: expect.any(String) as string, state: 'checking' }]);
    await judged();
    const [{ id: picture } = { id: '' }] = picturesIn(await read(guest(), id));
    expect(picturesIn(await read(author, id))).toEqual([{ id: picture, state: 'published' }]);
    expect(dataOf(await shown(guest(), picture))).toEqual({
      id: picture,
      picture: `data:image/jpeg;base64,${smallJpeg.toString('base64')}`,
    });
    expect(rowsOf(id)[0]).not.toHaveProperty('file');
    expect(cloud().filesHolding('JFIF')).toEqual([]);
  });

  it('keeps no word of where, when and with what it was taken', async () => {
    const { picture } = await pictured(notedJpeg('GPS 30.5 114.3 Phone X'));
    const { picture: address } = dataOf(await shown(guest(), picture));
    expect(Buffer.from(String(address).split(',')[1] ?? '', 'base64')).toEqual(smallJpeg);
  });

  it('lies sealed, and is one row however often it is sent', async () => {
    const { author, id } = await pictured();
    const again = await Promise.all([add(author, id, smallJpeg), add(author, id, smallJpeg)]);
    expect(again.map((answer) => picturesIn(dataOf(answer)).length)).toEqual([1, 1]);
    expect(rowsOf(id)).toHaveLength(1);
    expect(String(rowsOf(id)[0]?.['picture'])).toMatch(/^s1\./);
  });

  it('is taken away when WeChat finds it wrong, and its author is told', async () => {
    const { author, id, picture } = await pictured(stripOf(8));
    expect(rowsOf(id)).toEqual([]);
    expectRefusal(await shown(author, picture), 'PICTURE_UNKNOWN');
    const told = dataOf(await author.call('request', 'inbox'))['messages'] as { title: string }[];
    expect(told.map(({ title }) => title)).toContain('有一张图片没有公开');
    expect(cloud().filesHolding('IDAT')).toEqual([]);
  });

  it('waits for staff when WeChat is not sure, who see it and let it out', async () => {
    const { author, id, picture } = await pictured(stripOf(5));
    expect(picturesIn(await read(guest(), id))).toEqual([]);
    expect(picturesIn(await read(author, id))).toEqual([{ id: picture, state: 'reviewing' }]);
    const [request] = dataOf(await author.call('request', 'mine'))['requests'] as {
      id: string;
      kind: string;
    }[];
    expect(request?.kind).toBe('publication');
    const reading = dataOf(
      await cloud().invoke('reconcile', { action: 'read', id: request?.id, reviewer: '王审' }),
    );
    expect(reading['content']).toMatchObject({
      pictures: [`data:image/png;base64,${stripOf(5).toString('base64')}`],
    });
    const decided = await staffDesk(cloud()).decide({
      requestId: request?.id,
      expectedVersion: reading['version'],
      decision: 'approve',
    });
    expect(decided).toMatchObject({ result: 'applied' });
    expect(picturesIn(await read(guest(), id))).toEqual([{ id: picture, state: 'published' }]);
  });

  it('leaves staff nothing to look at once its author took it away', async () => {
    const { author, id, picture } = await pictured(stripOf(5, 4));
    dataOf(await author.call('community', 'removePicture', { id, picture }));
    expect(dataOf(await author.call('request', 'mine'))['requests']).toMatchObject([
      { kind: 'publication', state: 'cancelled' },
    ]);
    dataOf(await add(author, id, stripOf(5, 5)));
    await judged();
    dataOf(await author.call('community', 'withdraw', { id }));
    const requests = dataOf(await author.call('request', 'mine'))['requests'] as { state: string }[];
    expect(requests.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  });

  it('stays away when staff kept it back, however often the same is added', async () => {
    const { author, id, picture } = await pictured(stripOf(5, 3));
    const [request] = dataOf(await author.call('request', 'mine'))['requests'] as { id: string }[];
    const reading = dataOf(
      await cloud().invoke('reconcile', { action: 'read', id: request?.id, reviewer: '王审' }),
    );
    await staffDesk(cloud()).decide({
      requestId: request?.id,
      expectedVersion: reading['version'],
      decision: 'refuse',
      reasonCode: 'risk-to-others',
      replyText: '里面是别人的门牌，请换一张。',
    });
    expect(picturesIn(await read(author, id))).toEqual([{ id: picture, state: 'refused' }]);
    dataOf(await author.call('community', 'removePicture', { id, picture }));
    expect(picturesIn(await read(author, id))).toEqual([]);
    expectRefusal(await add(author, id, stripOf(5, 3)), 'PICTURE_REFUSED');
    expectRefusal(await shown(author, picture), 'PICTURE_UNKNOWN');
    // Whoever appeals afterwards lets nothing out: there is nothing left to look at.
    dataOf(await author.call('request', 'appeal', { id: request?.id, reason: '没有门牌' }));
    const again = await cloud().invoke('reconcile', { action: 'read', id: request?.id, reviewer: '李审' });
    expect(dataOf(again)['content']).toBeNull();
  });

  it('goes with the album that its author closes in WeChat', async () => {
    const { author, id } = await pictured();
    await cloud().post('/wechat/event', {
      Event: 'user_authorization_revoke',
      openid: author.openid,
      RevokeInfo: '14',
    });
    expect(rowsOf(id)).toEqual([]);
  });

  it('can be taken away by its author, once and again', async () => {
    const { author, id, picture } = await pictured();
    for (const _ of [1, 2]) {
      const answer = dataOf(await author.call('community', 'removePicture', { id, picture }));
      expect(picturesIn(answer)).toEqual([]);
    }
    expect(rowsOf(id)).toEqual([]);
    expectRefusal(await shown(guest(), picture), 'PICTURE_UNKNOWN');
  });

  it('goes with its proposal, also what lies for WeChat to look at', async () => {
    const author = await member();
    const id = await publishedBy(author);
    dataOf(await add(author, id, pngOf(20)));
    dataOf(await author.call('community', 'withdraw', { id }));
    await judged();
    expect(rowsOf(id)).toEqual([]);
    expect(cloud().filesHolding('IDAT')).toEqual([]);
  });

  it('is seen by nobody while its proposal is not', async () => {
    const { id, picture } = await pictured();
    await cloud().cloud.database.call('database.modifyDocument', {
      collectionName: 'proposals',
      query: JSON.stringify({ _id: id }),
      data: JSON.stringify({ $set: { state: 'refused' } }),
      multi: false,
      merge: true,
      upsert: false,
    });
    expectRefusal(await shown(guest(), picture), 'PICTURE_UNKNOWN');
  });
});

describe('who may not', () => {
  it('adds none to another person’s proposal, nor without an account', async () => {
    const { id, picture } = await pictured();
    const other = await member();
    expectRefusal(await add(other, id, smallJpeg), 'PROPOSAL_UNKNOWN');
    expectRefusal(await other.call('community', 'removePicture', { id, picture }), 'PROPOSAL_UNKNOWN');
    expectRefusal(await add(guest(), id, smallJpeg), 'NOT_REGISTERED');
    expect(rowsOf(id)).toHaveLength(1);
  });

  it('adds no fourth, nothing that is no picture, and none to what is withdrawn', async () => {
    const author = await member();
    const id = await publishedBy(author);
    for (const seed of [1, 2, 3]) dataOf(await add(author, id, pngOf(9, { seed })));
    expectRefusal(await add(author, id, pngOf(9, { seed: 4 })), 'PICTURES_ENOUGH');
    expectRefusal(await add(author, id, Buffer.from('no picture')), 'PICTURE_UNREADABLE');
    dataOf(await author.call('community', 'withdraw', { id }));
    expectRefusal(await add(author, id, smallJpeg), 'PROPOSAL_STATE');
    await judged();
  });

  it('publishes no picture by typing a verdict of WeChat', async () => {
    const author = await member();
    const id = await publishedBy(author);
    dataOf(await add(author, id, stripOf(5, 7)));
    const trace = rowsOf(id)[0]?.['trace'];
    const forged = { Event: 'wxa_media_check', trace_id: trace, errcode: 0, result: { suggest: 'pass' } };
    const answer = await cloud().post('/invoke/wechat-events', forged, { 'x-openid': author.openid });
    expect(answer.body).toMatchObject({ ok: false });
    expect(rowsOf(id)[0]?.['state']).not.toBe('published');
    await judged();
  });
});

describe('a look that was lost', () => {
  const later = (minutes: number) => cloud().travel(new Date(Date.now() + minutes * 60_000));

  it('is asked for again by the timer, whenever the function died', async () => {
    const author = await member();
    const id = await publishedBy(author);
    const kept = [];
    for (const at of [8, 9, 10, 11, 12, 13]) {
      await cloud().post('/faults', { function: 'community', at, do: 'kill' });
      await add(author, id, pngOf(12, { seed: at })).catch(() => undefined);
      await cloud().post('/faults', {});
      await judged();
      await later(3);
      await cloud().timer('reconcile');
      await judged();
      kept.push(...rowsOf(id).map(({ state }) => state));
      expect(cloud().filesHolding('IDAT')).toEqual([]);
      for (const { _id } of rowsOf(id))
        dataOf(await author.call('community', 'removePicture', { id, picture: _id }));
      await cloud().travel(null);
    }
    // Killed early it was never there.
    expect(new Set(kept)).toEqual(new Set(['published']));
  });

  it('is left to a person when no verdict comes', async () => {
    const { author, id } = await pictured();
    const [row] = rowsOf(id);
    await cloud().cloud.database.call('database.modifyDocument', {
      collectionName: 'pictures',
      query: JSON.stringify({ _id: row?.['_id'] }),
      data: JSON.stringify({
        $set: { state: 'checking', trace: 'never', nextAt: new Date(Date.now() + 60_000).toISOString() },
      }),
      multi: false,
      merge: true,
      upsert: false,
    });
    await later(2);
    await cloud().timer('reconcile');
    expect(rowsOf(id).map(({ state }) => state)).toEqual(['reviewing']);
    const [request] = dataOf(await author.call('request', 'mine'))['requests'] as { kind: string }[];
    expect(request?.kind).toBe('publication');
  });
});

describe('an author who leaves', () => {
  it('[P57] takes every byte of the picture along, also the file that WeChat was to look at', async () => {
    const { author, id } = await pictured(pngOf(30));
    dataOf(await add(author, id, pngOf(31)));
    await judged();
    const copy = dataOf(await author.call('account', 'export'));
    expect(JSON.stringify(copy)).toContain('base64');
    dataOf(await author.deregister());
    const [picture] = rowsOf(id);
    expectRefusal(await shown(guest(), String(picture?.['_id'])), 'PICTURE_UNKNOWN');
    await cloud().travel(new Date(Date.now() + 20 * 86_400_000));
    await cloud().timer('retention');
    expect(rowsOf(id)).toEqual([]);
    expect(cloud().filesHolding('IDAT')).toEqual([]);
  });
});
