import { staffIn } from '../../cloudfunctions/reconcile/roles';
import { deploymentCopy } from './copy-deployment';
import type { Variables } from './deployed-keys';

/** What is wrong with the list of staff: without anybody on it every decision would be refused. */
export function staffFaults({ STAFF }: Variables): string[] {
  if (!STAFF) return [deploymentCopy.noStaff];
  const list = staffIn(STAFF);
  if (list === undefined) return [deploymentCopy.badStaff];
  return Object.keys(list).length === 0 ? [deploymentCopy.noStaff] : [];
}
