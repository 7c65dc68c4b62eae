import type { Command, Expressions, Query, Row, Sdk } from './sdk-types';

/** What a case works with. */
export interface Bench {
  /** `app.database()` of the unmodified SDK. */
  db: Sdk;
  /** `db.command` and its aggregate part. */
  _: Command;
  $: Expressions;
  /** The case's own collection, holding `given` and nothing else. */
  rows: Query;
  /** A second collection, empty. */
  others: Query;
  /** A collection with a unique index on `code` and one on `(owner, serial)`, empty. */
  unique: Query;
  /** Sends any wire action as the SDK would, past its own checks. */
  send: (action: string, params: Record<string, unknown>) => Promise<Record<string, unknown>>;
}

/** One thing that a CloudBase endpoint must do. */
export interface Case {
  name: string;
  given?: Record<string, unknown>[];
  run: (bench: Bench) => Promise<unknown>;
  /** What `run` resolves to, or the code it rejects with. */
  expect: unknown;
}

/** The code of an expected failure; several where CloudBase's sources name several. */
export class Failure {
  readonly codes: readonly string[];
  constructor(...codes: string[]) {
    this.codes = codes;
  }
}

/** Expects a failure with one of these codes. */
export const fails = (...codes: string[]): Failure => new Failure(...codes);

/** The ids of an answer, in its order. */
export const ids = async (answer: Promise<{ data: Row[] }>): Promise<unknown[]> =>
  (await answer).data.map((row) => row._id);

/** One document of the case's collection, without its `_id`. */
export async function contentOf(rows: Query, id: unknown): Promise<unknown> {
  const [found] = (await rows.doc(id).get()).data;
  if (!found) return null;
  const { _id, ...content } = found;
  return content;
}

/** The code that an attempt fails with. */
export const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'no error',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
