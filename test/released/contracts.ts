import fc from 'fast-check';
import * as z from 'zod/mini';
import type { Operation } from '../../src/contracts/operation';
import { valueOf } from '../laws/arbitrary/value';
import { isOwn, operations } from '../make/right-input';

export type Schema = z.core.JSONSchema.BaseSchema;

/** What one call of the mini program takes, by examples, and what it answers. */
export interface Promised {
  inputs: unknown[];
  output: Schema;
}

export const nameOf = ({ function: name, action }: Operation): string => `${name}.${action}`;

/** What each call of the mini program takes and answers now; the same for the same contracts. */
export const promisedNow = (): Record<string, Promised> =>
  Object.fromEntries(
    operations.filter(isOwn).map((operation) => {
      const inputs = fc.sample(valueOf(operation.input), { numRuns: 4, seed: 11 });
      const output = z.toJSONSchema(operation.output, { unrepresentable: 'any', io: 'output' });
      return [nameOf(operation), JSON.parse(JSON.stringify({ inputs, output })) as Promised];
    }),
  );

type Branch = Exclude<Schema, boolean>;
/** A union, or a type with several names, taken apart. */
function branches(schema: Schema): Branch[] {
  const all = schema.anyOf ?? schema.oneOf;
  if (all) return all.flatMap(branches);
  const { type } = schema as { type?: string | string[] };
  return [type].flat().map((each) => ({ ...schema, type: each as Branch['type'] }));
}
const values = ({ enum: listed, const: only }: Branch): unknown[] | undefined =>
  listed ?? (only === undefined ? undefined : [only]);

function lostMembers(then: Branch, now: Branch, at: string): string[] {
  const [before, after] = [then.properties ?? {}, now.properties ?? {}] as [
    Record<string, Schema>,
    Record<string, Schema>,
  ];
  const lost = (then.required ?? []).filter((name) => !(now.required ?? []).includes(name));
  return [
    ...lost.map((name) => `${at}.${name} is no longer sure`),
    ...Object.keys(before).flatMap((name) =>
      after[name] === undefined ? [] : lostBetween(before[name] ?? {}, after[name], `${at}.${name}`),
    ),
  ];
}

function lostInBranch(then: Branch, now: Branch, at: string): string[] {
  if (then.type !== now.type) return [`${at} was ${String(then.type)} and is ${String(now.type)}`];
  const [before, after] = [values(then), values(now)];
  if (before && !(after ?? ['any']).every((value) => before.includes(value)))
    return [`${at} may be what it never was: ${JSON.stringify(after ?? 'anything')}`];
  const inner = (of: 'items' | 'additionalProperties') =>
    typeof then[of] === 'object' && typeof now[of] === 'object'
      ? lostBetween(then[of] as Schema, now[of] as Schema, `${at}[]`)
      : [];
  const [tuple, places] = [then.prefixItems ?? [], now.prefixItems ?? []] as Schema[][];
  return [
    ...lostMembers(then, now, at),
    ...inner('items'),
    ...inner('additionalProperties'),
    ...(tuple ?? []).flatMap((each, place) =>
      lostBetween(each, places?.[place] ?? {}, `${at}[${String(place)}]`),
    ),
  ];
}

/**
 * What an app of one release reads of an answer and can no longer rely on: a member that is gone or may be missing,
 * another type, a word that it does not know. More members than before it does not see.
 */
export function lostBetween(then: Schema, now: Schema, at = 'answer'): string[] {
  const known = branches(then);
  return branches(now).flatMap((branch) => {
    const each = known.map((old) => lostInBranch(old, branch, at));
    return each.some((lost) => lost.length === 0) ? [] : (each.sort((a, b) => a.length - b.length)[0] ?? []);
  });
}
