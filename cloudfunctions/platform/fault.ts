/**
 * A bug or an operator's mistake, in words of our own that hold no value of anyone: the only messages that reach a log.
 */
export class Fault extends Error {}

/** What a log may say of any error: our own words, or its kind and the place it came from. */
export function faultOf(error: unknown): string {
  if (error instanceof Fault) return error.message;
  if (!(error instanceof Error)) return 'unknown';
  // The first line of a stack repeats the message, and a message may quote what a person typed.
  const place = error.stack
    ?.split('\n')
    .find((line) => /^\s+at /.test(line))
    ?.trim();
  return `${error.name} ${place ?? ''}`.trim();
}
