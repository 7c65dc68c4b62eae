import fc from 'fast-check';
import type * as z from 'zod/mini';
import { cityCodes } from '../../../src/data/city-codes';

/** The parts of a schema's definition that this file reads; zod/mini has no public reflection. */
interface Definition {
  type: string;
  format?: string;
  checks?: { _zod: { def: { check: string; format?: string; pattern?: RegExp; value?: unknown } } }[];
  entries?: Record<string, string>;
  values?: unknown[];
  shape?: Record<string, z.ZodMiniType>;
  keyType?: z.ZodMiniType;
  valueType?: z.ZodMiniType;
  innerType?: z.ZodMiniType;
  element?: z.ZodMiniType;
  options?: z.ZodMiniType[];
}

const definitionOf = (schema: z.ZodMiniType) => schema._zod.def as unknown as Definition;

/** Instants that a clock of our century can show. */
export const instants = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Words as people write them: Chinese, emoji, quotes, formulas, tags. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('深', '圳', '路', '号', ' ', '3', '=', '<', '"', '\n'),
    minLength: 1,
    maxLength: 20,
  }),
);

/** Patterns that say what is refused, not what is wanted: words fit them, and the schema has the last say. */
const isNegative = (pattern: RegExp) => pattern.source.startsWith('^[^');

function stringOf({ format, checks = [] }: Definition, schema: z.ZodMiniType): fc.Arbitrary<string> {
  if (format === 'datetime') return instants;
  if (format === 'date') return instants.map((at) => at.slice(0, 10));
  const rules = checks.map(({ _zod }) => _zod.def);
  const pattern = rules.find((rule) => rule.pattern && !isNegative(rule.pattern))?.pattern;
  if (pattern) return fc.stringMatching(pattern);
  if (rules.some(({ check }) => check === 'custom')) return fc.constantFrom(...cityCodes);
  return words.filter((text) => schema.safeParse(text).success).map((text) => String(schema.parse(text)));
}

const some = (schema: z.ZodMiniType | undefined): fc.Arbitrary<unknown> => {
  if (!schema) throw new Error('a schema lacks a part');
  return valueOf(schema);
};

function objectOf(shape: Record<string, z.ZodMiniType>): fc.Arbitrary<unknown> {
  const entries = Object.entries(shape);
  const requiredKeys = entries
    .filter(([, schema]) => definitionOf(schema).type !== 'optional')
    .map(([name]) => name);
  const members = Object.fromEntries(entries.map(([name, schema]) => [name, valueOf(schema)]));
  return fc.record(members, { requiredKeys, noNullPrototype: true });
}

/** What JSON can carry, read back from it, so that it is the same after a second journey (-0 becomes 0). */
const jsonValues = fc
  .json({ maxDepth: 2 })
  .map((text) => JSON.parse(text) as unknown)
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
  .filter((value) => value !== null);

/** Integers within the bounds that a schema names; of a narrow one hardly any chance integer would do. */
function numberOf({ checks = [] }: Definition): fc.Arbitrary<number> {
  const bound = (check: string) => {
    const value = checks.map(({ _zod }) => _zod.def).find((rule) => rule.check === check)?.value;
    return typeof value === 'number' ? value : undefined;
  };
  const [min, max] = [bound('greater_than'), bound('less_than')];
  return fc.integer({
    ...(min !== undefined && { min: Math.ceil(min) }),
    ...(max !== undefined && { max: Math.floor(max) }),
  });
}

/** By kind of schema. A kind that is missing here throws, so that a new one is not silently left untested. */
const byType: Record<string, (definition: Definition, schema: z.ZodMiniType) => fc.Arbitrary<unknown>> = {
  string: stringOf,
  number: numberOf,
  boolean: () => fc.boolean(),
  unknown: () => fc.oneof(words, jsonValues),
  enum: ({ entries = {} }) => fc.constantFrom(...Object.values(entries)),
  literal: ({ values = [] }) => fc.constantFrom(...values),
  object: ({ shape = {} }) => objectOf(shape),
  record: ({ keyType, valueType }) =>
    fc.dictionary(some(keyType) as fc.Arbitrary<string>, some(valueType), {
      maxKeys: 5,
      noNullPrototype: true,
    }),
  optional: ({ innerType }) => some(innerType),
  nullable: ({ innerType }) => fc.option(some(innerType)),
  array: ({ element }) => fc.array(some(element), { maxLength: 3 }),
  union: ({ options = [] }) => fc.oneof(...options.map(valueOf)),
};

/** Reading a pattern takes fast-check milliseconds, and thousands of rows are made of the same few schemas. */
const known = new WeakMap<z.ZodMiniType, fc.Arbitrary<unknown>>();

/** Random values that a schema accepts, read off the schema itself, so that a new field needs no new generator. */
export function valueOf(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const values = known.get(schema) ?? newValueOf(schema);
  known.set(schema, values);
  return values;
}

function newValueOf(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const definition = definitionOf(schema);
  const make = byType[definition.type];
  if (!make) throw new Error(`no random values for a schema of type ${definition.type}`);
  return make(definition, schema).filter((value) => schema.safeParse(value).success);
}
