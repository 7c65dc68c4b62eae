import { dataMap } from '../../../src/contracts/data-map';
import type { Facts } from '../../../src/contracts/data-map/grammar';
import { deletable } from '../../../src/contracts/data-map/derive/deletable';
import { clearedBy } from '../../../src/contracts/data-map/derive/resting';
import { consentPurposes, type ConsentPurpose } from '../../../src/contracts/data-map/vocabulary';
import { askedItems, itemsIn, mustChooseItems, offeredItems } from '../../../src/contracts/deletion-items';
import { keysOf, WHOLE_ACCOUNT, type RequestKind } from '../../../src/contracts/request-vocabulary';
import type { LedgerEvent } from '../ledger';
import { purposeWithdrawn } from '../receipt/body';

type AccountFacts = Facts<typeof dataMap.accounts>;
const { fields } = dataMap.accounts;
type FieldName = keyof typeof fields;

/** What carrying out an approved request changes in the account, and the events that prove it. */
export interface Execution {
  facts: { [K in keyof AccountFacts]?: AccountFacts[K] | null };
  events: LedgerEvent[];
  /** The consent that ends; rows that rest on it go once this is recorded. */
  withdrawn?: ConsentPurpose;
}

/** What the person wrote, as far as a machine can act on it. */
interface Details {
  field?: unknown;
  value?: unknown;
  purpose?: unknown;
}

/**
 * What is wrong with the items that staff chose of a deletion: no field has the code, the field goes with the account
 * alone, the person did not ask for it, the whole account stands beside others or in a consent in part, or a consent
 * leaves out what the person named: less than was asked is a consent in part, with its reason and its appeal (PIPL 50).
 */
export type ItemsFault = 'unknown' | 'kept' | 'unasked' | 'wholeBeside' | 'wholeInPart' | 'missing';

/** Items that may not be chosen, by their codes. */
export interface Misnamed {
  misnamed: ItemsFault;
  items: readonly string[];
}

/**
 * Why an approval carries nothing out: the person's words leave nothing to act on, staff have to choose what they mean,
 * or what they ask for may not be.
 */
export type Hindrance = 'notExecutable' | 'itemsToChoose' | 'childDeclared' | Misnamed;

/** Whether nothing can be carried out. */
export const isHindrance = (outcome: Execution | Hindrance): outcome is Hindrance =>
  typeof outcome === 'string' || 'misnamed' in outcome;

/** What an execution needs to know besides the request. */
export interface Situation {
  age: AccountFacts['age'];
  grants: AccountFacts['grants'];
  seq: number;
  at: string;
  policyVersion: string;
  policyDigest: string;
  /** Which fields staff chose to delete, as they wrote them; undefined where all that was asked is meant. */
  items?: string | undefined;
  /** Whether staff give a part of what was asked. */
  isInPart?: boolean;
  /** When an account that is to be deleted whole may be erased, ISO time. */
  eraseAfter: string;
}

/** The execution of a decision that answers and changes nothing. */
export const NO_CHANGE: Execution = { facts: {}, events: [] };
const isField = (name: unknown): name is FieldName => typeof name === 'string' && Object.hasOwn(fields, name);
/** Whether a fact of the account may go and leave the account whole. */
export const isDeletable = (name: string): name is FieldName => deletable.some((one) => one.name === name);

/**
 * What only a child's account says of its guardian: who is no child has none, and does not leave with one (PIPL 31).
 */
const guardianship = ['guardian', 'relationship'] as const satisfies FieldName[];
const corrected = (field: FieldName, cleared: boolean) =>
  ({ type: 'account.corrected', body: { field, cleared } }) as const;

/**
 * A correction never makes a child's account of another one: a child's account rests on a guardian's consent from its
 * first day (P64), so a child that is found out goes and comes back by it (P67).
 */
function correction({ field, value }: Details, { age }: Situation): Execution | Hindrance {
  // A number is proven before it is bound, so a phone is never changed by a form.
  if (!isField(field) || field === 'phone' || fields[field].correct === 'never') return 'notExecutable';
  const parsed = fields[field].schema.safeParse(value);
  if (!parsed.success) return 'notExecutable';
  if (field === 'age' && parsed.data === 'child' && age !== 'child') return 'childDeclared';
  const ended = field === 'age' && age === 'child' && parsed.data !== 'child' ? guardianship : [];
  return {
    facts: { [field]: parsed.data, ...Object.fromEntries(ended.map((name) => [name, null])) },
    events: [corrected(field, false), ...ended.map((name) => corrected(name, true))],
  };
}

/** Leaving, as by the person's own hand: frozen at once, with the same days to think again (P35, P55). */
const leaving = (eraseAfter: string): Execution => ({
  facts: { status: 'frozen', eraseAfter },
  events: [{ type: 'account.frozen', body: { eraseAfter, reason: null } }],
});

/** The first fault of a list of codes, or undefined where all of it may go. */
function misnamed(names: readonly string[], details: Details, isInPart: boolean): Misnamed | undefined {
  const offered = offeredItems(details, isInPart);
  const isWhole = (name: string): boolean => name === WHOLE_ACCOUNT;
  const isNamedOnly = !offeredItems(details, false).includes(WHOLE_ACCOUNT);
  const faults: Record<ItemsFault, readonly string[]> = {
    unknown: names.filter((name) => !isField(name) && !isWhole(name)),
    kept: names.filter((name) => isField(name) && !isDeletable(name)),
    wholeInPart: names.filter((name) => isWhole(name) && !offered.includes(name) && !isNamedOnly),
    unasked: names.filter((name) => !offered.includes(name)),
    wholeBeside: names.length > 1 ? names.filter(isWhole) : [],
    missing:
      isInPart || names.some(isWhole) ? [] : askedItems(details).filter((name) => !names.includes(name)),
  };
  const found = keysOf(faults).find((fault) => faults[fault].length > 0);
  return found && { misnamed: found, items: faults[found] };
}

/** Clears what was asked for, or what staff chose of it; `WHOLE_ACCOUNT` is everything. */
function deletion(
  details: Details,
  { items, isInPart = false, eraseAfter }: Situation,
): Execution | Hindrance {
  const names = [...new Set(items === undefined ? askedItems(details) : itemsIn(items))];
  const fault = misnamed(names, details, isInPart);
  if (fault) return items === undefined ? 'notExecutable' : fault;
  if (items === undefined && mustChooseItems(details)) return 'itemsToChoose';
  if (names.includes(WHOLE_ACCOUNT)) return leaving(eraseAfter);
  const known = names.filter(isDeletable);
  return {
    facts: Object.fromEntries(known.map((name) => [name, null])),
    events: known.map((name) => corrected(name, true)),
  };
}

function withdrawal({ purpose }: Details, situation: Situation): Execution | Hindrance {
  const known = consentPurposes.find((name) => name === purpose);
  if (!known) return 'notExecutable';
  const { grants, at, policyVersion, policyDigest } = situation;
  const grant = { granted: false, at, policyVersion, seq: situation.seq + 1 };
  const before = grants[known];
  const given = before?.granted === true ? before.seq : undefined;
  const policy = { version: policyVersion, digest: policyDigest };
  return {
    facts: { grants: { ...grants, [known]: grant }, ...clearedBy(known) },
    events: [{ type: 'consent.withdrawn', body: purposeWithdrawn(known, given, policy) }],
    withdrawn: known,
  };
}

/** How each kind is carried out once approved. */
const executions: Partial<
  Record<RequestKind, (details: Details, situation: Situation) => Execution | Hindrance>
> = {
  correct: correction,
  delete: deletion,
  withdraw: withdrawal,
};

/**
 * The execution of a request that was approved, whole or in part, or why there is none; `NO_CHANGE` for kinds that are
 * answers.
 */
export function executionOf(
  kind: RequestKind,
  details: unknown,
  situation: Situation,
): Execution | Hindrance {
  const execute = executions[kind];
  if (!execute) return NO_CHANGE;
  const given = typeof details === 'object' && details !== null ? details : {};
  return execute(given, situation);
}
