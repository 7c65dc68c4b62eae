/** A picture file as it was read: what is kept of it, and how many pixels it says it has. */
export interface Read {
  bytes: Uint8Array;
  pixels: number;
}

/** A whole number of two or four bytes, the greatest first; 0 where the bytes end before. */
export const numberAt = (bytes: Uint8Array, at: number, length: 2 | 4): number =>
  bytes.subarray(at, at + length).reduce((number, byte) => number * 256 + byte, 0);

/** Whether these signs of a byte each stand at a place. */
export const saysAt = (bytes: Uint8Array, at: number, words: string): boolean =>
  Array.from(words).every((sign, index) => bytes[at + index] === sign.charCodeAt(0));

/** Parts of a file one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
