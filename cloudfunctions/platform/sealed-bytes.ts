/** Begins a text that lies as it is; no JSON begins so. */
const TEXT = '\0';

/** Half of a character, or of one outside the basic plane; asking costs nothing where a text is Latin. */
const surrogate = /[\ud800-\udfff]/;

/**
 * A value as the bytes to be encrypted: a text as it is, for to make JSON of an avatar takes three times as long as to
 * encrypt it, and anything else as JSON. A text that may hold half a character is
 * JSON too, for UTF-8 cannot.
 */
export const bytesOf = (value: unknown): Buffer =>
  Buffer.from(typeof value === 'string' && !surrogate.test(value) ? TEXT + value : JSON.stringify(value));

/** The value again, also of what was sealed when everything was JSON. */
export function valueOf(bytes: Buffer): unknown {
  const isText = bytes[0] === 0;
  return isText ? bytes.toString('utf8', 1) : (JSON.parse(bytes.toString()) as unknown);
}
