import type * as z from 'zod/mini';
import { isStaffColumn, staffCopy } from '../copy/staff';
import type { Row } from '../platform/store';

/** Columns that are not staff's: ours, and those that CloudBase's data models add by themselves. */
const notStaffs = new Set([
  ...['_id', 'result', 'resultMessage', 'seenAt', 'processedAt'],
  ...['_openid', '_departmentList', 'owner', 'createdAt', 'createBy', 'updatedAt', 'updateBy'],
]);

/** A row read strictly, or the sentence that says which column is wrong. */
type Read<F> = { ok: true; form: F } | { ok: false; because: string };

/** The row as staff filled it; what a form leaves blank counts as not filled. */
const filled = (row: Row<'staff_decisions'>) =>
  Object.fromEntries(
    Object.entries(row).filter(([column, value]) => !notStaffs.has(column) && value !== '' && value !== null),
  );

/** Reads a row by the strict contract. */
export function readForm<F>(schema: z.ZodMiniType<F>, row: Row<'staff_decisions'>): Read<F> {
  const result = schema.safeParse(filled(row));
  if (result.success) return { ok: true, form: result.data };
  const [issue] = result.error.issues;
  const [unknown] = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const column = unknown ?? String(issue?.path[0] ?? '');
  if (!isStaffColumn(column)) return { ok: false, because: staffCopy.unknownColumn(column) };
  return {
    ok: false,
    because: unknown === undefined ? staffCopy.malformed(column) : staffCopy.notHere(column),
  };
}
