import { isJpeg, readJpeg } from './jpeg';
import { isPng, readPng } from './png';
import type { PictureFormat } from '../picture';
import type { Read } from './read';

const formats = {
  jpeg: { is: isJpeg, read: readJpeg },
  png: { is: isPng, read: readPng },
} as const satisfies Record<
  PictureFormat,
  { is: (bytes: Uint8Array) => boolean; read: (bytes: Uint8Array) => Read | undefined }
>;
const names = Object.keys(formats) as PictureFormat[];

/**
 * A picture file by its content alone, for names and types can say anything, without what it says of place, time and
 * device; undefined where it is no whole JPEG or PNG file. The phone takes the notes off before anything leaves it, and
 * the functions once more, for they believe nobody.
 */
export function readPicture(bytes: Uint8Array): (Read & { format: PictureFormat }) | undefined {
  const format = names.find((name) => formats[name].is(bytes));
  const read = format && formats[format].read(bytes);
  return read && read.pixels > 0 ? { ...read, format } : undefined;
}
