import { fail } from '../../../src/contracts/errors';
import { LARGEST_PICTURE, MOST_PIXELS, type PictureFormat } from '../../../src/contracts/picture';
import { readPicture } from '../../../src/contracts/picture-file';
import { ok, type Result } from '../../../src/contracts/result';

/** A picture that may be kept, without notes of place, time or device. */
export interface Picture {
  format: PictureFormat;
  bytes: Buffer;
}

/** Strict: the language reads anything and leaves out what it does not know. */
function bytesIn(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}

/** The picture in a base64 text. Refused is what is no whole file, and what is too large in bytes or in pixels. */
export function pictureIn(base64: string): Result<Picture> {
  const sent = bytesIn(base64);
  const read = sent && readPicture(sent);
  if (!read) return fail('PICTURE_UNREADABLE');
  if (read.bytes.length > LARGEST_PICTURE || read.pixels > MOST_PIXELS) return fail('PICTURE_TOO_LARGE');
  return ok({ format: read.format, bytes: Buffer.from(read.bytes) });
}
