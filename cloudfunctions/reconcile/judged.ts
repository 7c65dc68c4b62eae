/** What became of a row: applied, or refused with a sentence for whoever filled it. */
export type Judged = { applied: true } | { applied: false; because: string };

/** A refusal with its sentence. */
export const refused = (because: string): Judged => ({ applied: false, because });
