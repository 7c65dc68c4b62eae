import type { Read } from './read';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The chunks that make the picture and its colours; all else are notes, such as EXIF, texts and times. */
const shown = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND'],
  ...['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'],
];
/** Length and name before a chunk's content, and the checksum after it. */
const [HEAD, TAIL] = [8, 4] as const;

/** Whether the bytes begin as a PNG file does. */
export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE);

/**
 * A PNG file from its header to its end, without notes and without what follows the end (ISO/IEC 15948); undefined
 * where it is cut off or is none.
 */
export function readPng(bytes: Buffer): Read | undefined {
  const kept: Buffer[] = [SIGNATURE];
  let pixels = 0;
  for (let at = SIGNATURE.length; at + HEAD + TAIL <= bytes.length;) {
    const next = at + HEAD + bytes.readUInt32BE(at) + TAIL;
    const name = bytes.toString('latin1', at + 4, at + HEAD);
    const isFirst = at === SIGNATURE.length;
    if (next > bytes.length || (isFirst && (name !== 'IHDR' || next - at !== 13 + HEAD + TAIL)))
      return undefined;
    if (isFirst) pixels = bytes.readUInt32BE(at + HEAD) * bytes.readUInt32BE(at + HEAD + 4);
    if (shown.includes(name)) kept.push(bytes.subarray(at, next));
    if (name === 'IEND') return { bytes: Buffer.concat(kept), pixels };
    at = next;
  }
  return undefined;
}
