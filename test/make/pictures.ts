import { crc32, deflateSync } from 'node:zlib';

/** A JPEG file of 8 by 8 pixels, without any note. */
export const smallJpeg = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh',
    'Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB',
    'UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA',
    'AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y',
    'WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM',
    'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBC',
    'YFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSk',
    'pKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIAAgDASIAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/E',
    'ABUQAQEAAAAAAAAAAAAAAAAAAAAR/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwT/xAAbEQACAQUAAAAAAAAAAAAAAAAAAQQRFFKh0f/a',
    'AAwDAQACEQMRAD8AQAFWWWMfHb6f/9k=',
  ].join(''),
  'base64',
);

/** The same picture in a file of so many bytes. */
export const jpegOf = (size: number): Buffer =>
  Buffer.concat([smallJpeg.subarray(0, -2), Buffer.alloc(size - smallJpeg.length), smallJpeg.subarray(-2)]);

/** A segment of a JPEG file. */
function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** The same picture with a segment more, before all others. */
export const jpegWith = (marker: number, content: Buffer): Buffer =>
  Buffer.concat([smallJpeg.subarray(0, 2), segment(marker, content), smallJpeg.subarray(2)]);

/** The same picture with words in every place where a phone writes where, when and with what it was taken. */
export const notedJpeg = (words: string): Buffer =>
  Buffer.concat([
    smallJpeg.subarray(0, 2),
    segment(0xe1, Buffer.from(`Exif\0\0${words}`)),
    segment(0xed, Buffer.from(words)),
    segment(0xfe, Buffer.from(words)),
    smallJpeg.subarray(2),
    Buffer.from(words),
  ]);

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Grey noise that hardly compresses, the same for the same seed. */
function noise(length: number, seed: number): Buffer {
  let state = seed * 2654435761 + 1;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    }),
  );
}

const header = (width: number, height: number): Buffer => {
  const content = Buffer.alloc(13);
  content.writeUInt32BE(width, 0);
  content.writeUInt32BE(height, 4);
  content[8] = 8;
  return chunk('IHDR', content);
};

/** A PNG file of noise, about `side` squared bytes long, with a note where words are given. */
export function pngOf(side: number, { seed = 1, words = '', claimed = side } = {}): Buffer {
  const lines = Array.from({ length: side }, (_, line) =>
    Buffer.concat([Buffer.alloc(1), noise(side, seed * 10_000 + line)]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    header(claimed, claimed),
    ...(words === '' ? [] : [chunk('tEXt', Buffer.from(`Comment\0${words}`))]),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG file of noise that is so many times as wide as high: the local cloud's WeChat judges pictures by that. */
export const stripOf = (times: number, seed = 1): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    header(8 * times, 8),
    chunk(
      'IDAT',
      deflateSync(
        Buffer.concat(
          Array.from({ length: 8 }, () => Buffer.concat([Buffer.alloc(1), noise(8 * times, seed)])),
        ),
      ),
    ),
    chunk('IEND', Buffer.alloc(0)),
  ]);
