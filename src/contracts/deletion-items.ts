import { deletable } from './data-map/derive/deletable';
import { presenceOf, type Decision, type DecisionField, type Presence } from './decisions';
import { WHOLE_ACCOUNT, type RequestKind } from './request-vocabulary';

/** What a deletion can name: each field that can go by itself, and the whole account. */
const choosable: readonly string[] = [...deletable.map(({ name }) => name), WHOLE_ACCOUNT];

/** The codes of a list, however it is written. */
export const itemsIn = (list: string): string[] => list.split(/[,，、]/);

/** What a person named for deletion by codes; none where they wrote in words alone. */
export function askedItems(details: unknown): string[] {
  if (typeof details !== 'object' || details === null) return [];
  const { field, fields }: { field?: unknown; fields?: unknown } = details;
  if (typeof fields === 'string') return itemsIn(fields);
  return typeof field === 'string' ? [field] : [];
}

/** Whether a person wrote what a machine cannot act on. */
const hasWords = (details: unknown): boolean =>
  typeof details === 'string' ||
  (typeof details === 'object' && details !== null && Object.hasOwn(details, 'words'));

/**
 * Whether staff have to choose what goes, for what was named by code leaves something open: nothing was named, or words
 * stand beside it that may mean more. Who names the whole account means everything.
 */
export function mustChooseItems(details: unknown): boolean {
  const asked = askedItems(details);
  return asked.length === 0 || (hasWords(details) && !asked.includes(WHOLE_ACCOUNT));
}

/**
 * Whether the form of a decision about this request has a field, as `presenceOf` says, and closer where its person's
 * words do: a consent takes all that was named, so that only what stands in words is left to choose.
 */
export const presenceIn = (
  { kind, details }: { kind: RequestKind; details: unknown },
  decision: Decision,
  field: DecisionField,
): Presence => {
  if (kind !== 'delete' || decision !== 'approve' || field !== 'items')
    return presenceOf(decision, field, kind);
  return mustChooseItems(details) ? 'needed' : 'absent';
};

/**
 * The codes that staff may choose of a deletion, by what its person asked: of fields that were named, and nothing else
 * written, only those. Words can mean any field, but a consent in part reaches the whole account only where the person
 * named it: giving less than was asked must never take more (policy 8.3, PIPL 47).
 */
export function offeredItems(details: unknown, isInPart: boolean): readonly string[] {
  const asked = askedItems(details);
  if (asked.includes(WHOLE_ACCOUNT)) return choosable;
  const isNamedOnly = asked.length > 0 && !hasWords(details);
  if (isNamedOnly) return choosable.filter((name) => asked.includes(name));
  return isInPart ? choosable.filter((name) => name !== WHOLE_ACCOUNT) : choosable;
}
