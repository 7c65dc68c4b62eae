import { lawfulExceptions, type ExceptionId } from '../../src/contracts/data-map/exceptions';
import type { Field } from '../../src/contracts/data-map/grammar';
import { purposes } from '../../src/contracts/data-map/vocabulary';

/** On what a value is written: the person's own act, a partner's proof of their consent, or a case the law knows. */
export type Evidence =
  { act: 'subject' } | { act: 'partner'; consentReference: string } | { act: 'law'; exception: string };

type Grants = Readonly<Record<string, { granted: boolean } | undefined>>;

/** Whether an exception is one that the law itself knows; the policy's own are never enough alone (P19). */
export const isLawful = (exception: string): exception is ExceptionId =>
  (lawfulExceptions as readonly string[]).includes(exception);

/** Whether evidence is more than a name. */
export function stands(evidence: Evidence | undefined): boolean {
  switch (evidence?.act) {
    case 'subject':
      return true;
    case 'partner':
      return evidence.consentReference.trim() !== '';
    case 'law':
      return isLawful(evidence.exception);
    case undefined:
      return false;
  }
}

/**
 * Whether a value of this field may be written (P19): what an extended purpose wants needs its grant, what rests on
 * consent needs evidence of it, and a case that the law knows can stand for both. Everything else rests on contract or
 * duty by its declaration.
 */
export function mayWrite(
  field: Pick<Field, 'purpose' | 'basis'>,
  evidence: Evidence | undefined,
  grants: Grants,
): boolean {
  if (evidence?.act === 'law') return isLawful(evidence.exception);
  if (purposes[field.purpose].kind === 'extended' && grants[field.purpose]?.granted !== true) return false;
  return field.basis !== 'consent' || stands(evidence);
}
