import * as z from 'zod/mini';
import { fail } from '../../src/contracts/errors';
import { keysOf } from '../../src/contracts/request-vocabulary';
import { ok, type Result } from '../../src/contracts/result';
import { mayDo, staffRoles, type StaffAction, type StaffRole } from '../../src/contracts/staff-roles';
import { settingOr } from '../platform/environment';
import { Fault } from '../platform/fault';

/** Everybody who is not named. */
const ANYONE = '*';
const named = z.record(z.string(), z.enum(keysOf(staffRoles)));

/** Who is what, by name, from the text of `STAFF`; undefined where it is no JSON object of names and roles. */
export function staffIn(text: string): Readonly<Record<string, StaffRole>> | undefined {
  try {
    return z.parse(named, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * `STAFF`, as JSON: who is what, `*` for whoever is not named. Without the setting nobody is of the staff: whoever may
 * handle people's requests is named by the operator, never found out by forgetting to say it (PIPL 51, P39).
 */
function staffList(): Readonly<Record<string, StaffRole>> {
  const text = settingOr('STAFF', '');
  if (text === '') return {};
  const list = staffIn(text);
  if (list === undefined) throw new Fault('STAFF is not a JSON object of names and roles');
  return list;
}

/** The role of somebody who signs; undefined for a name that is not on the list. */
export function roleOf(name: string): StaffRole | undefined {
  const list = staffList();
  if (Object.hasOwn(list, name) && name !== ANYONE) return list[name];
  return Object.hasOwn(list, ANYONE) ? list[ANYONE] : undefined;
}

/** The role of somebody who wants to do this, or why not: a name nobody knows, or a right that role does not have. */
export function requireRight(name: string, action: StaffAction): Result<StaffRole> {
  const role = roleOf(name);
  if (role === undefined) return fail('STAFF_UNKNOWN');
  return mayDo(role, action) ? ok(role) : fail('STAFF_RIGHT');
}

/**
 * Whether somebody handles this request: what is by or about somebody under 18 is for those whom `MINORS_STAFF` names,
 * one after the other with commas, where the operator has named any (P75).
 */
export function mayHandle(name: string, { minor }: { minor?: boolean | undefined }): boolean {
  const names = settingOr('MINORS_STAFF', '');
  if (minor !== true || names === '') return true;
  return names
    .split(/[,，]/)
    .map((each) => each.trim())
    .includes(name);
}
