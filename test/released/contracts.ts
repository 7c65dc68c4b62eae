import fc from 'fast-check';
import * as z from 'zod/mini';
import type { Operation } from '../../src/contracts/operation';
import { valueOf } from '../laws/arbitrary/value';
import { isOwn, operations } from '../make/right-input';

export type Schema = z.core.JSONSchema.BaseSchema;

/** What one call of the mini program takes, by its schema and by examples, and what it answers. */
export interface Promised {
  input: Schema;
  inputs: unknown[];
  output: Schema;
}

/** A schema as JSON Schema: of what comes in, or of what goes out. */
export const asJson = (schema: z.ZodMiniType, io: 'input' | 'output'): Schema =>
  z.toJSONSchema(schema, { unrepresentable: 'any', io });

export const nameOf = ({ function: name, action }: Operation): string => `${name}.${action}`;

/** What each call of the mini program takes and answers now; the same for the same contracts. */
export const promisedNow = (): Record<string, Promised> =>
  Object.fromEntries(
    operations.filter(isOwn).map((operation) => {
      const inputs = fc.sample(valueOf(operation.input), { numRuns: 4, seed: 11 });
      const [input, output] = [asJson(operation.input, 'input'), asJson(operation.output, 'output')];
      return [nameOf(operation), JSON.parse(JSON.stringify({ input, inputs, output })) as Promised];
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

/** How wide a value may be, by the words of JSON Schema; more is narrower for those that say the least. */
const most = ['maxLength', 'maximum', 'maxItems'] as const;
const least = ['minLength', 'minimum', 'minItems'] as const;

/** Where what may be sent goes beyond what is taken: a member that is not known, a value that is too wide. */
function beyond(taken: Branch, sent: Branch, at: string): string[] {
  const [known, given] = [Object.keys(taken.properties ?? {}), Object.keys(sent.properties ?? {})];
  const isStrict = taken.additionalProperties === false;
  const wide = (of: (typeof most)[number]) => (sent[of] ?? Infinity) > (taken[of] ?? Infinity);
  const narrow = (of: (typeof least)[number]) => (sent[of] ?? -Infinity) < (taken[of] ?? -Infinity);
  return [
    ...given.filter((name) => isStrict && !known.includes(name)).map((name) => `${at}.${name} is not known`),
    ...[...most.filter(wide), ...least.filter(narrow)].map((of) => `${at} is beyond ${of}`),
    ...(taken.pattern !== undefined && taken.pattern !== sent.pattern ? [`${at} has another pattern`] : []),
  ];
}

/** Who holds the schema that values must fit: an app that reads an answer, or a function that takes an input. */
type Holder = 'reads' | 'takes';

function inMembers(known: Branch, comes: Branch, at: string, holder: Holder): string[] {
  const [names, given] = [known.properties ?? {}, comes.properties ?? {}] as Record<string, Schema>[];
  const unsure = (known.required ?? []).filter((name) => !(comes.required ?? []).includes(name));
  return [
    ...unsure.map((name) => `${at}.${name} is not sure`),
    ...Object.entries(names ?? {}).flatMap(([name, schema]) =>
      given?.[name] === undefined ? [] : misfits(schema, given[name], `${at}.${name}`, holder),
    ),
  ];
}

function inBranch(known: Branch, comes: Branch, at: string, holder: Holder): string[] {
  if (known.type !== comes.type) return [`${at} is ${String(known.type)}, not ${String(comes.type)}`];
  const [words, given] = [values(known), values(comes)];
  if (words && !(given ?? ['any']).every((value) => words.includes(value)))
    return [`${at} may be ${JSON.stringify(given ?? 'anything')}`];
  const inner = (of: 'items' | 'additionalProperties') =>
    typeof known[of] === 'object' && typeof comes[of] === 'object'
      ? misfits(known[of] as Schema, comes[of] as Schema, `${at}[]`, holder)
      : [];
  const [tuple, places] = [known.prefixItems ?? [], comes.prefixItems ?? []] as Schema[][];
  return [
    ...(holder === 'takes' ? beyond(known, comes, at) : []),
    ...inMembers(known, comes, at, holder),
    ...inner('items'),
    ...inner('additionalProperties'),
    ...(tuple ?? []).flatMap((each, place) =>
      misfits(each, places?.[place] ?? {}, `${at}[${String(place)}]`, holder),
    ),
  ];
}

function misfits(known: Schema, comes: Schema, at: string, holder: Holder): string[] {
  const ways = branches(known);
  return branches(comes).flatMap((branch) => {
    const each = ways.map((way) => inBranch(way, branch, at, holder));
    return each.some((found) => found.length === 0)
      ? []
      : (each.sort((a, b) => a.length - b.length)[0] ?? []);
  });
}

/**
 * What an app of one release reads of an answer and can no longer rely on: a member that is gone or may be missing,
 * another type, a word that it does not know. More members than before it does not see.
 */
export const lostBetween = (then: Schema, now: Schema): string[] => misfits(then, now, 'answer', 'reads');

/**
 * What an app of one release may send and is no longer taken: a member or a word that is not known any more, one that
 * has come to be needed, a longer or a larger value.
 */
export const refusedBetween = (then: Schema, now: Schema): string[] => misfits(now, then, 'input', 'takes');
