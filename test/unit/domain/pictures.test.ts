import fc from 'fast-check';
import { pictureIn } from '../../../cloudfunctions/domain/pictures/picture';
import { addressOf, LARGEST_PICTURE, storedPicture } from '../../../src/contracts/picture';
import { jpegWith, notedJpeg, pngOf, smallJpeg } from '../../make/pictures';

const sent = (bytes: Buffer) => pictureIn(bytes.toString('base64'));
const WORDS = '深圳市福田区 2026:01:01';
const png = pngOf(20);

describe('a picture is taken', () => {
  it.each([
    ['jpeg', smallJpeg],
    ['png', png],
  ])('as it is when it is a %s file and nothing else', (format, bytes) => {
    const taken = sent(bytes);
    expect(taken).toEqual({ ok: true, data: { format, bytes } });
    const address = addressOf(bytes.toString('base64'));
    expect(storedPicture.safeParse(address).success).toBe(true);
    expect(address).toContain(`image/${format};`);
  });

  it.each([
    ['jpeg', notedJpeg(WORDS), smallJpeg],
    ['png', pngOf(20, { words: WORDS }), png],
  ])(
    'without what a %s file says of place, time and device, and without what hides behind it',
    (...given) => {
      const [format, noted, bare] = given;
      expect(noted.includes(WORDS)).toBe(true);
      expect(sent(noted)).toEqual({ ok: true, data: { format, bytes: bare } });
      expect(sent(Buffer.concat([bare, Buffer.from('PK behind')]))).toMatchObject({ data: { bytes: bare } });
    },
  );
});

describe('a JPEG file', () => {
  it.each([
    ['a second, small picture of what was there before it was cropped', 0xe0, 'JFXX\0\u0010'],
    ['one inside its first note', 0xe0, `JFIF\0\u0001\u0001\0\0\u0001\0\u0001\u0001\u0001rgb`],
    ['an index of more pictures', 0xe2, 'MPF\0II*\0'],
    ['a note under a name that colours have', 0xee, '深圳市福田区'],
  ])('is taken without %s', (_, marker, content) => {
    expect(sent(jpegWith(marker, Buffer.from(content)))).toMatchObject({ data: { bytes: smallJpeg } });
  });

  it.each([0xc0, 0xc2])(
    'is as large as the largest of its frames says, wherever that stands: %d',
    (marker) => {
      const frame = Buffer.from([8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0]);
      expect(sent(jpegWith(marker, frame))).toMatchObject({ error: { code: 'PICTURE_TOO_LARGE' } });
    },
  );
});

const unreadable: [what: string, base64: string][] = [
  ['nothing', ''],
  ['words', '这不是图片'],
  ['a web address', 'https://example.com/a.png'],
  ['an address with the picture inside', `data:image/jpeg;base64,${smallJpeg.toString('base64')}`],
  ['base64 with a sign that is none', `${smallJpeg.toString('base64').slice(0, -4)}*AA=`],
  ['a script', Buffer.from('<script>alert(1)</script>').toString('base64')],
  ['a drawing that can run scripts', Buffer.from('<svg xmlns="a"/>').toString('base64')],
  ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000').toString('base64')],
  ['a document', Buffer.from('%PDF-1.7').toString('base64')],
  ['the beginning of a JPEG alone', smallJpeg.subarray(0, 4).toString('base64')],
  ['a JPEG without its end', smallJpeg.subarray(0, -2).toString('base64')],
  ['a JPEG that is cut in its tables', smallJpeg.subarray(0, 60).toString('base64')],
  ['a PNG without its end', png.subarray(0, -12).toString('base64')],
  [
    'a PNG whose first part is another',
    Buffer.concat([png.subarray(0, 8), png.subarray(33)]).toString('base64'),
  ],
  ['a PNG of no pixels', pngOf(20, { claimed: 0 }).toString('base64')],
];

describe('what is no picture is refused:', () => {
  it.each(unreadable)('%s', (_, base64) => {
    expect(pictureIn(base64)).toMatchObject({ ok: false, error: { code: 'PICTURE_UNREADABLE' } });
  });

  it('and so is any picture that is cut off, without ever breaking', () => {
    fc.assert(
      fc.property(fc.constantFrom(smallJpeg, png), fc.nat(), (bytes, at) => {
        const cut = bytes.subarray(0, at % bytes.length);
        expect(sent(cut)).toMatchObject({ ok: false });
      }),
    );
  });

  it('and a picture with bytes turned over is refused, or taken and never larger than it came', () => {
    fc.assert(
      fc.property(fc.constantFrom(smallJpeg, png), fc.nat(), fc.nat({ max: 255 }), (bytes, at, value) => {
        const turned = Buffer.from(bytes);
        turned[at % bytes.length] = value;
        const taken = sent(turned);
        if (taken.ok) expect(taken.data.bytes.length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

describe('what is too large is refused as such:', () => {
  it.each([
    ['more bytes than one picture may have', pngOf(460)],
    ['few bytes that claim more pixels than a camera makes', pngOf(20, { claimed: 30_000 })],
  ])('%s', (_, bytes) => {
    expect(sent(bytes)).toMatchObject({ ok: false, error: { code: 'PICTURE_TOO_LARGE' } });
  });

  it('and what just fits is taken', () => {
    const large = pngOf(440);
    expect(large.length).toBeLessThanOrEqual(LARGEST_PICTURE);
    expect(sent(large)).toMatchObject({ ok: true });
  });
});
