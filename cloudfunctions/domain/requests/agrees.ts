import { dataMap } from '../../../src/contracts/data-map';
import { documentSchema } from '../../../src/contracts/data-map/derive/document-schema';
import type { Document } from '../../../src/contracts/data-map/grammar';
import type { RequestState } from '../../../src/contracts/request-vocabulary';
import type { Step } from './moved';
import type { Past } from './past';
import { rebuilt, type Known } from './settled';

type RequestRow = Document<typeof dataMap.requests>;

/** Columns that must be what the ledger says. */
const witnessed = [
  ...(['subject', 'kind', 'channel', 'askedBy', 'verifiedBy', 'state', 'open', 'priority'] as const),
  ...(['submittedAt', 'verifiedAt', 'clockFrom', 'closedAt', 'decision', 'decidedAt', 'reasonCode'] as const),
  ...(['availableUntil', 'copySha256', 'about'] as const),
] as const;

/** What is proposed, and what work may cost, is no answer yet: the ledger tells that it is, and not what it is. */
const untold: readonly RequestState[] = ['seconding', 'quoted'];

/**
 * What the ledger does not tell and the person reads as ours, a fee that they agreed to (P61) and what was deleted: a
 * row that has it cannot be vouched for.
 */
const unwitnessed = ['fee', 'items'] as const;

const isSameList = (one: readonly string[] | null = null, two: readonly string[] | null = null) =>
  JSON.stringify(one ?? []) === JSON.stringify(two ?? []);

/**
 * The steps as the ledger tells them. It does not say when a child grew up, from which day on the steps of what a
 * guardian had asked are the person's own.
 */
const toldOf = (history: readonly Step[] = []) =>
  JSON.stringify(
    history.map(({ at, move, by, state }) => [at, move, by === 'guardian' ? 'subject' : by, state]),
  );

/**
 * Whether a row as it lies is whole, and says of the request what the ledger says: it may promise an earlier answer
 * than the ledger (P59), and be marked as a child's though it is not (P75), never the other way round.
 */
export function agrees(row: RequestRow, known: Known, past: Past, now: Date): boolean {
  const proven = rebuilt(past, known, now);
  return (
    documentSchema(dataMap.requests).safeParse(row).success &&
    !untold.includes(past.state) &&
    witnessed.every((name) => (row[name] ?? null) === proven[name]) &&
    unwitnessed.every((name) => (row[name] ?? null) === null) &&
    row.version === past.version &&
    (row.attachments ?? 0) === past.attachments &&
    toldOf(row.history) === toldOf(proven.history) &&
    row.dueOn <= proven.dueOn &&
    (row.minor === true || !proven.minor) &&
    isSameList(row.deciders, proven.deciders) &&
    (past.answer?.duplicateOf ?? row.duplicateOf) === row.duplicateOf
  );
}
