import * as z from 'zod/mini';
import { instant, text } from '../values';
import { recipients } from './recipients';
import { sources } from './vocabulary';

/** When a fact was collected and from where, and who used it last: a key of `users` or a recipient's id. */
export const trace = z.strictObject({
  at: instant,
  source: z.enum(Object.keys(sources) as [keyof typeof sources, ...(keyof typeof sources)[]]),
  usedAt: z.optional(instant),
  usedBy: z.optional(text(40)),
});

/** What is remembered about where a fact came from and who used it. */
export type Trace = z.infer<typeof trace>;

/** Who can use a fact besides a recipient, as pages and the copy say it. */
export const users = {
  self: '您自己',
  guardian: '监护人',
  staff: '工作人员',
  system: '系统',
} as const;

/** Who used a fact last, in words; a recipient that is gone from the table keeps its id. */
export function userLabel(usedBy: string): string {
  const known: Readonly<Record<string, string>> = users;
  const receiving: Readonly<Record<string, { name: string }>> = recipients;
  return known[usedBy] ?? receiving[usedBy]?.name ?? usedBy;
}
