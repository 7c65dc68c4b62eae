import { joined, numberAt, saysAt, type Read } from './read';

const MARK = 0xff;
const [START, END, SCAN] = [0xd8, 0xd9, 0xda] as const;
/** Frame headers, which hold the height and the width; the other three of their range are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** The notes on which colours depend, by their marker and how they begin; the same markers carry others too. */
const ofColours = new Map([
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
]);
/** As long as the first of them is where no small picture lies inside (JFIF 1.02). */
const BARE_JFIF = 18;

/** Notes beside the picture: EXIF with place, time and device, captions, comments, and pictures of what was cropped. */
function isNote(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef) return false;
  const begins = ofColours.get(marker);
  if (begins === undefined || !saysAt(segment, 4, begins)) return true;
  return marker === 0xe0 && segment.length !== BARE_JFIF;
}

/** What follows a mark inside a scan and belongs to it: an escaped byte or a restart. */
const isOfScan = (next: number) => next === 0 || (next >= 0xd0 && next <= 0xd7);

/** Where a scan's data ends: at the next mark that is one. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(MARK, from);
  while (at !== -1 && isOfScan(bytes[at + 1] ?? END)) at = bytes.indexOf(MARK, at + 1);
  return at === -1 ? bytes.length : at;
}

/** Whether the bytes begin as a JPEG file does. */
export const isJpeg = (bytes: Uint8Array): boolean =>
  bytes[0] === MARK && bytes[1] === START && bytes[2] === MARK;

/**
 * A JPEG file from its start to its end, without notes and without what follows the end (ITU-T T.81, annex B);
 * undefined where it is cut off or is none.
 */
export function readJpeg(bytes: Uint8Array): Read | undefined {
  const kept = [bytes.subarray(0, 2)];
  let pixels = 0;
  for (let at = 2; at + 2 <= bytes.length && bytes[at] === MARK;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === END) return { bytes: joined([...kept, bytes.subarray(at, at + 2)]), pixels };
    if (at + 9 > bytes.length) return undefined;
    const head = at + 2 + numberAt(bytes, at + 2, 2);
    // A file may say its size more than once, and readers differ in which they believe.
    if (isFrame(marker)) pixels = Math.max(pixels, numberAt(bytes, at + 5, 2) * numberAt(bytes, at + 7, 2));
    const next = marker === SCAN ? endOfScan(bytes, head) : head;
    const segment = bytes.subarray(at, next);
    if (!isNote(marker, segment)) kept.push(segment);
    at = next;
  }
  return undefined;
}
