/** An error as `/admin` answers it, with HTTP 200. */
export class WireError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
