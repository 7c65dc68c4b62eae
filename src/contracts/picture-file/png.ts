import { joined, numberAt, type Read } from './read';

const SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The chunks that make the picture and its colours; all else are notes, such as EXIF, texts and times. */
const shown = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND'],
  ...['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'],
];
/** Length and name before a chunk's content, and the checksum after it. */
const [HEAD, TAIL] = [8, 4] as const;

/** Whether the bytes begin as a PNG file does. */
export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

/**
 * A PNG file from its header to its end, without notes and without what follows the end (ISO/IEC 15948); undefined
 * where it is cut off or is none.
 */
export function readPng(bytes: Uint8Array): Read | undefined {
  const kept: Uint8Array[] = [SIGNATURE];
  let pixels = 0;
  for (let at = SIGNATURE.length; at + HEAD + TAIL <= bytes.length;) {
    const next = at + HEAD + numberAt(bytes, at, 4) + TAIL;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + HEAD));
    const isFirst = at === SIGNATURE.length;
    if (next > bytes.length || (isFirst && (name !== 'IHDR' || next - at !== 13 + HEAD + TAIL)))
      return undefined;
    if (isFirst) pixels = numberAt(bytes, at + HEAD, 4) * numberAt(bytes, at + HEAD + 4, 4);
    if (shown.includes(name)) kept.push(bytes.subarray(at, next));
    if (name === 'IEND') return { bytes: joined(kept), pixels };
    at = next;
  }
  return undefined;
}
