import { LARGEST_PICTURE, MOST_HELD, MOST_PICTURES } from '../../src/contracts/picture';
import { addressOf, askingOn, held } from '../make/asking';
import { startTestCloud, type TestCloud } from '../make/cloud';
import { dataOf, expectRefusal } from '../make/expect-answer';
import { notedJpeg, pngOf, smallJpeg } from '../make/pictures';
import { staffDesk } from '../make/staff-desk';

let cloud: TestCloud;
const { asking, rowsOf, requestOf, eventsOf } = askingOn(() => cloud);
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

describe('a picture that a person adds to a request', () => {
  it('[P58] is theirs to see again, without what the file said of place and time, and lies sealed', async () => {
    const { attach, look, read, id } = await asking();
    const { attachments } = await held(attach(notedJpeg('深圳市福田区')));
    expect(attachments).toEqual([
      { id: expect.any(String) as string, at: expect.any(String) as string, bytes: smallJpeg.length },
    ]);
    const [only] = attachments;
    expect(dataOf(await look(only?.id ?? ''))).toEqual({ id: only?.id, picture: addressOf(smallJpeg) });
    expect(await read()).toMatchObject({ attachments, attachable: true, version: 2 });
    expect(requestOf(id)).toMatchObject({ attachments: 1 });
    expect(eventsOf(id).slice(-2)).toEqual(['request.submitted', 'request.attachment-added']);
    for (const words of ['深圳市福田区', smallJpeg.toString('base64').slice(100, 160)])
      expect(cloud.filesHolding(words)).toEqual([]);
  });

  it('is one however often it is sent, also at once', async () => {
    const { attach, id } = await asking();
    const [first, ...again] = await Promise.all([1, 2, 3, 4].map(() => attach(smallJpeg)));
    for (const answer of again) expect(answer).toEqual(first);
    expect(rowsOf(id)).toHaveLength(1);
    expect(eventsOf(id).filter((type) => type === 'request.attachment-added')).toHaveLength(1);
    expect(requestOf(id)).toMatchObject({ attachments: 1, version: 2 });
  });

  it('goes again when its person takes it away, and that it went is proven', async () => {
    const { attach, detach, look, id } = await asking();
    const { attachments } = await held(attach(smallJpeg));
    const gone = attachments[0]?.id ?? '';
    expect(await held(detach(gone))).toEqual({ id, attachments: [] });
    expect(await held(detach(gone))).toEqual({ id, attachments: [] });
    expectRefusal(await look(gone), 'PICTURE_UNKNOWN');
    expect(rowsOf(id)).toEqual([]);
    expect(eventsOf(id).filter((type) => type === 'request.attachment-removed')).toHaveLength(1);
    expect((await held(attach(smallJpeg))).attachments).toHaveLength(1);
  });

  it('leaves the request trusted: it is worked on as before', async () => {
    const { attach, id, person } = await asking('question');
    dataOf(await attach(smallJpeg));
    expect(
      await staffDesk(cloud).decide({
        requestId: id,
        expectedVersion: 1,
        decision: 'reply',
        replyText: '好',
      }),
    ).toMatchObject({
      result: 'rejected',
      resultMessage: expect.stringContaining('第 2 版') as string,
    });
    expect(
      await staffDesk(cloud).decide({
        requestId: id,
        expectedVersion: 2,
        decision: 'reply',
        replyText: '好',
      }),
    ).toMatchObject({
      result: 'applied',
    });
    expect(dataOf(await person.call('request', 'read', { id }))).toMatchObject({
      state: 'done',
      attachable: false,
    });
    dataOf(await cloud.timer('retention'));
    expect(cloud.rows('staff_notices').filter(({ kind }) => kind === 'altered')).toEqual([]);
  });
});

describe('pictures are bounded:', () => {
  it('three to a request, each with its own bytes', async () => {
    const { attach, read } = await asking();
    for (let seed = 1; seed <= MOST_PICTURES; seed += 1) dataOf(await attach(pngOf(20, { seed })));
    expectRefusal(await attach(smallJpeg), 'PICTURES_ENOUGH');
    expect((await read()).attachments).toHaveLength(MOST_PICTURES);
  });

  it('two hundred kilobytes each, which travel there and back', async () => {
    const { attach, look } = await asking();
    const large = pngOf(440);
    const { attachments } = await held(attach(large));
    expect(attachments[0]?.bytes).toBeGreaterThan(0.95 * LARGEST_PICTURE);
    expect(dataOf(await look(attachments[0]?.id ?? ''))['picture']).toBe(addressOf(large, 'png'));
    expectRefusal(await attach(pngOf(460)), 'PICTURE_TOO_LARGE');
  });

  it('thirty to a person, over all their requests', async () => {
    const { attach, file } = await asking();
    let added = 0;
    while (added < MOST_HELD) {
      const to = await file();
      for (let one = 0; one < MOST_PICTURES; one += 1, added += 1)
        dataOf(await attach(pngOf(4, { seed: 100 + added }), to));
    }
    expectRefusal(await attach(smallJpeg), 'PICTURES_FULL');
  }, 60_000);
});

describe('a picture is no use to anybody else:', () => {
  it('[P58] neither of another person’s request nor under an id of another request', async () => {
    const [mine, theirs] = [await asking(), await asking()];
    const { attachments } = await held(theirs.attach(smallJpeg));
    const foreign = attachments[0]?.id ?? '';
    expectRefusal(await mine.attach(smallJpeg, theirs.id), 'REQUEST_UNKNOWN');
    expectRefusal(await mine.look(foreign), 'PICTURE_UNKNOWN');
    expectRefusal(
      await mine.person.call('request', 'attachment', { id: theirs.id, attachment: foreign }),
      'REQUEST_UNKNOWN',
    );
    expectRefusal(
      await mine.person.call('request', 'detach', { id: theirs.id, attachment: foreign }),
      'REQUEST_UNKNOWN',
    );
    expect(await held(mine.detach(foreign))).toEqual({ id: mine.id, attachments: [] });
    expect(rowsOf(theirs.id)).toHaveLength(1);
  });

  it('and the same picture of two people has nothing in common', async () => {
    const [mine, theirs] = [await asking(), await asking()];
    const [one, other] = [await held(mine.attach(smallJpeg)), await held(theirs.attach(smallJpeg))];
    expect(one.attachments[0]?.id).not.toBe(other.attachments[0]?.id);
  });
});

describe('bad input is refused with its sentence, and nothing is written:', () => {
  const png = pngOf(20);
  const cases: [what: string, action: string, event: object, says: string][] = [
    ['no picture', 'attach', {}, '“图片”还没有填，请填写后再提交。'],
    ['an empty one', 'attach', { picture: '' }, '“图片”不能为空，请填写后再提交。'],
    ['a number', 'attach', { picture: 7 }, '“图片”填得不对，请检查后重新填写。'],
    ['an operator', 'attach', { picture: { $gt: '' } }, '提交了不认识的内容，请更新小程序后再试。'],
    [
      'an unknown member',
      'attach',
      { picture: 'AA==', name: 'a.png' },
      '提交了不认识的内容，请更新小程序后再试。',
    ],
    ['words', 'attach', { picture: '这不是图片' }, '这不是能打开的图片，请换一张照片或者手机截图。'],
    [
      'a script that is called a picture',
      'attach',
      { picture: Buffer.from('<svg onload="alert(1)"/>').toString('base64') },
      '这不是能打开的图片，请换一张照片或者手机截图。',
    ],
    [
      'a picture that is cut off',
      'attach',
      { picture: png.subarray(0, -8).toString('base64') },
      '这不是能打开的图片，请换一张照片或者手机截图。',
    ],
    [
      'a small file that would unpack to a huge picture',
      'attach',
      { picture: pngOf(20, { claimed: 60_000 }).toString('base64') },
      '这张图片太大，请裁小一些，或者换一张再添加。',
    ],
    ['no id of a picture', 'attachment', {}, '“图片编号”还没有填，请填写后再提交。'],
    [
      'a way out of the collection',
      'attachment',
      { attachment: '../keys' },
      '“图片编号”填得不对，请检查后重新填写。',
    ],
    ['a picture that does not exist', 'attachment', { attachment: 'a1' }, '没有找到这张图片，请刷新后再看。'],
    ['a list of ids', 'detach', { attachment: ['a1'] }, '“图片编号”填得不对，请检查后重新填写。'],
  ];

  it.each(cases)('%s', async (_, action, event, says) => {
    const { person, id } = await asking();
    const everything = () =>
      JSON.stringify(cloud.cloud.database.collections().map(({ name }) => [name, cloud.rows(name)]));
    const before = everything();
    const answer = await person.call('request', action, { id, ...event });
    expect(answer).toMatchObject({ ok: false, error: { message: says } });
    expect(everything()).toBe(before);
  });

  it('a picture more or less of a request that is over', async () => {
    const { person, id, attach, detach } = await asking();
    const { attachments } = await held(attach(smallJpeg));
    dataOf(await person.call('request', 'cancel', { id }));
    expectRefusal(await attach(png), 'REQUEST_STATE');
    expectRefusal(await detach(attachments[0]?.id ?? ''), 'REQUEST_STATE');
    expect(await held(attach(smallJpeg))).toEqual({ id, attachments });
  });
});
