import type { RequestKind } from './request-vocabulary';

/** Whether a form of a decision has a field. */
export type Presence = 'needed' | 'optional' | 'absent';

/** The fields of a form that a decision may need. */
export type DecisionField = 'reason' | 'reply' | 'alternative' | 'fee' | 'duplicateOf' | 'items';

type Form = Readonly<Record<DecisionField, Presence>> & { readonly label: string };

const plain = {
  reason: 'absent',
  alternative: 'absent',
  fee: 'absent',
  duplicateOf: 'absent',
  items: 'absent',
} as const;
const turnedDown = { ...plain, reason: 'needed', reply: 'needed', alternative: 'optional' } as const;

/** What staff may decide about a request, and what each decision is filled with. */
export const decisions = {
  approve: { label: '同意', ...plain, reply: 'optional', items: 'optional' },
  partly: { label: '部分同意', ...turnedDown, items: 'needed' },
  refuse: { label: '不同意', ...turnedDown },
  reply: { label: '答复', ...plain, reply: 'needed' },
  quote: { label: '报费用', ...plain, reply: 'needed', fee: 'needed' },
  duplicate: { label: '标为重复', ...plain, reply: 'optional', duplicateOf: 'needed' },
  endorse: { label: '复核同意', ...plain, reply: 'absent' },
  return: { label: '复核退回', ...plain, reply: 'absent' },
} as const satisfies Record<string, Form>;

/** A decision of staff. */
export type Decision = keyof typeof decisions;

/** Whether a decision gives less than was asked. */
export const turnsDown = (decision: Decision): boolean => decision === 'refuse' || decision === 'partly';

/**
 * Whether the form of this decision about this kind has the field. Refusing a look always names another way (P46);
 * which fields go is asked of deletions alone.
 */
export function presenceOf(decision: Decision, field: DecisionField, kind: RequestKind): Presence {
  if (field === 'alternative' && kind === 'access' && turnsDown(decision)) return 'needed';
  if (field === 'items' && kind !== 'delete') return 'absent';
  return decisions[decision][field];
}

/** The column of `staff_decisions` in which each field stands. */
export const decisionColumns = {
  reason: 'reasonCode',
  reply: 'replyText',
  alternative: 'alternative',
  fee: 'fee',
  duplicateOf: 'duplicateOf',
  items: 'items',
} as const satisfies Record<DecisionField, string>;
