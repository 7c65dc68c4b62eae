import { LARGEST_PICTURE, MOST_PIXELS, type PictureFormat } from '../../../src/contracts/picture';
import { fail } from '../../../src/contracts/errors';
import { ok, type Result } from '../../../src/contracts/result';
import { isJpeg, readJpeg } from './jpeg';
import { isPng, readPng } from './png';
import type { Read } from './read';

/** A picture that may be kept, without notes of place, time or device. */
export interface Picture {
  format: PictureFormat;
  bytes: Buffer;
}

const formats = {
  jpeg: { is: isJpeg, read: readJpeg },
  png: { is: isPng, read: readPng },
} as const satisfies Record<
  PictureFormat,
  { is: (bytes: Buffer) => boolean; read: (bytes: Buffer) => Read | undefined }
>;
const names = Object.keys(formats) as PictureFormat[];

/** Strict: the language reads anything and leaves out what it does not know. */
function bytesIn(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}

/**
 * The picture in a base64 text, judged by its content alone, for names and types can say anything. Refused is what is
 * no whole JPEG or PNG file, and what is too large in bytes or in pixels.
 */
export function pictureIn(base64: string): Result<Picture> {
  const sent = bytesIn(base64);
  const format = sent && names.find((name) => formats[name].is(sent));
  if (!sent || !format) return fail('PICTURE_UNREADABLE');
  const read = formats[format].read(sent);
  if (!read || read.pixels === 0) return fail('PICTURE_UNREADABLE');
  if (read.bytes.length > LARGEST_PICTURE || read.pixels > MOST_PIXELS) return fail('PICTURE_TOO_LARGE');
  return ok({ format, bytes: read.bytes });
}
