import type { Input } from '@/contracts/operation';
import type { request } from '@/contracts/request';
import type { AskedKind, DeletionGround } from '@/contracts/request-vocabulary';
import { fieldLabel } from '@/contracts/request-words';
import { requestCopy } from '@/copy/privacy/requests';
import { newAttempt } from '@/features/drafts/attempt';
import { fits } from './choices';
import type { RequestReading } from './model';

/** What the form holds while it is filled. */
export interface Draft {
  /** Names one attempt to file exactly this: kept while it is tried again, new with each change. */
  attempt: string;
  kind: AskedKind | undefined;
  /** What somebody published, of a complaint about it. */
  about: string | undefined;
  /** The child for whom a guardian asks. */
  ward: string | undefined;
  /** Of a correction the field, of a withdrawal the purpose. */
  which: string | undefined;
  value: string;
  /** Of a deletion: which fields, and `other`. */
  fields: readonly string[];
  ground: DeletionGround | undefined;
  words: string;
}

/** The choice of a deletion that is put into words. */
export const OTHER = 'other';

const nothingChosen = { which: undefined, value: '', fields: [], ground: undefined } as const;

/** A form that nothing is filled into yet. */
export const emptyDraft = (): Draft => ({
  attempt: newAttempt(),
  kind: undefined,
  ward: undefined,
  about: undefined,
  ...nothingChosen,
  words: '',
});

/**
 * The form after a change. A changed form is another attempt: repeated under the old name after a lost answer, it would
 * be answered by what was filed before, and the change lost. Another kind asks other questions, so they begin empty.
 */
export const changed = (draft: Draft, part: Partial<Draft>): Draft => ({
  ...draft,
  ...(part.kind !== undefined && part.kind !== draft.kind && nothingChosen),
  ...part,
  attempt: newAttempt(),
});

/** A list with that name added, or taken out where it was in. */
export const toggled = (names: readonly string[], name: string): string[] =>
  names.includes(name) ? names.filter((known) => known !== name) : [...names, name];

type Details = NonNullable<RequestReading['details']>;
type Filled = { ok: true; details?: Details } | { ok: false; message: string };

const { missing } = requestCopy;
const refused = (message: string) => ({ ok: false, message }) as const;

function filledCorrection({ which, value }: Draft): Filled {
  if (which === undefined) return refused(missing.field);
  if (value.trim() === '') return refused(missing.value);
  if (!fits(which, value)) return refused(requestCopy.wrongValue(fieldLabel(which)));
  return { ok: true, details: { field: which, value } };
}

const filledWithdrawal = ({ which }: Draft): Filled =>
  which === undefined ? refused(missing.purpose) : { ok: true, details: { purpose: which } };

const filledWords = ({ words }: Draft): Filled =>
  words.trim() === '' ? refused(missing.words) : { ok: true, details: words };

function filledDeletion(draft: Draft): Filled {
  const { ground, fields, words } = draft;
  if (ground === undefined) return refused(missing.ground);
  if (fields.length === 0) return refused(missing.fields);
  const named = fields.filter((name) => name !== OTHER).join(',');
  if (!fields.includes(OTHER)) return { ok: true, details: { fields: named } };
  const inWords = filledWords(draft);
  return inWords.ok && named !== '' ? { ok: true, details: { fields: named, words } } : inWords;
}

const filledOptional = ({ words }: Draft): Filled =>
  words.trim() === '' ? { ok: true } : { ok: true, details: words };

/** How each kind's answers become the details that staff's approval can carry out by itself. */
const filling = {
  access: filledOptional,
  copy: filledOptional,
  correct: filledCorrection,
  delete: filledDeletion,
  withdraw: filledWithdrawal,
  complaint: filledWords,
  leak: filledOptional,
  question: filledWords,
  guardian: filledWords,
  service: filledWords,
} as const satisfies Record<AskedKind, (draft: Draft) => Filled>;

type Submission = { ok: true; input: Input<typeof request.submit> } | { ok: false; message: string };

/** What a filled form sends, or the sentence that says what is still missing. */
export function submissionOf(draft: Draft): Submission {
  const { kind, ward, about, ground, attempt } = draft;
  if (kind === undefined) return refused(missing.kind);
  const filled = filling[kind](draft);
  if (!filled.ok) return filled;
  const { details } = filled;
  return {
    ok: true,
    input: {
      kind,
      attempt,
      ...(ward !== undefined && { ward }),
      ...(about !== undefined && kind === 'complaint' && { about }),
      ...(details !== undefined && { details }),
      ...(kind === 'delete' && ground !== undefined && { ground }),
    },
  };
}
