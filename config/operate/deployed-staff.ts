import { staffIn } from '../../cloudfunctions/reconcile/roles';
import { deploymentCopy } from './copy-deployment';
import type { Variables } from './deployed-keys';

/** Who would handle minors' requests without being staff; `*` makes everybody staff. */
function strangers(minors: string, list: Readonly<Record<string, unknown>>): string[] {
  const named = minors
    .split(/[,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const unknown = named.filter((name) => !('*' in list) && !(name in list));
  return unknown.length > 0 ? [deploymentCopy.strangers(unknown)] : [];
}

/**
 * What is wrong with the list of staff: without anybody on it every decision would be refused, without a second
 * reviewer what the law forbids to answer would wait for ever (P20), and minors' requests have somebody of their own
 * (P75).
 */
export function staffFaults({ STAFF, MINORS_STAFF = '' }: Variables): string[] {
  if (!STAFF) return [deploymentCopy.noStaff];
  const list = staffIn(STAFF);
  if (list === undefined) return [deploymentCopy.badStaff];
  if (Object.keys(list).length === 0) return [deploymentCopy.noStaff];
  return [
    ...(Object.values(list).includes('second') ? [] : [deploymentCopy.noSecond]),
    ...(MINORS_STAFF.trim() === '' ? [deploymentCopy.noMinors] : strangers(MINORS_STAFF, list)),
  ];
}
