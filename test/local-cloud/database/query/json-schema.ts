import { requestFailed } from '../errors';
import type { Document } from '../types';
import { isDocument, typeAliases } from '../values/bson-type';
import { valuesEqual } from '../values/compare';
import { ownField } from '../values/paths';

type Test = (value: unknown) => boolean;
type Keyword = (operand: unknown, schema: Document) => Test;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const schemas = (value: unknown): Test[] =>
  list(value).map((schema) => compileJsonSchema(schema as Document));
const forNumbers =
  (test: (n: number) => boolean): Test =>
  (value) =>
    typeof value !== 'number' || test(value);
const forText =
  (test: (text: string) => boolean): Test =>
  (value) =>
    typeof value !== 'string' || test(value);
const forArrays =
  (test: (array: unknown[]) => boolean): Test =>
  (value) =>
    !Array.isArray(value) || test(value);
const forDocuments =
  (test: (document: Document) => boolean): Test =>
  (value) =>
    !isDocument(value) || test(value);
const number = (operand: unknown, keyword = 'limit'): number => {
  if (typeof operand !== 'number') throw requestFailed(`$jsonSchema keyword '${keyword}' must be a number`);
  return operand;
};
const JSON_TYPES: Record<string, string> = { boolean: 'bool' };

/** The keywords of MongoDB's `$jsonSchema`. */
const KEYWORDS: Record<string, Keyword> = {
  bsonType: (operand) => (value) => typeAliases(value).some((alias) => list(operand).includes(alias)),
  type: (operand) => (value) =>
    typeAliases(value).some((alias) =>
      list(operand).some((type) => (JSON_TYPES[String(type)] ?? type) === alias),
    ),
  enum: (operand) => (value) => list(operand).some((allowed) => valuesEqual(allowed, value)),
  required: (operand) =>
    forDocuments((document) => list(operand).every((name) => ownField(document, String(name)) !== undefined)),
  properties: (operand) => {
    const tests = Object.entries(operand as Document).map(
      ([name, schema]) => [name, compileJsonSchema(schema as Document)] as const,
    );
    return forDocuments((document) =>
      tests.every(([name, test]) => ownField(document, name) === undefined || test(document[name])),
    );
  },
  additionalProperties: (operand, schema) => {
    const known = new Set(Object.keys(isDocument(schema['properties']) ? schema['properties'] : {}));
    const patterns = Object.keys(
      isDocument(schema['patternProperties']) ? schema['patternProperties'] : {},
    ).map((p) => new RegExp(p));
    const test = isDocument(operand) ? compileJsonSchema(operand) : () => operand === true;
    const isExtra = (name: string) => !known.has(name) && !patterns.some((pattern) => pattern.test(name));
    return forDocuments((document) =>
      Object.keys(document).every((name) => !isExtra(name) || test(document[name])),
    );
  },
  patternProperties: (operand) => {
    const tests = Object.entries(operand as Document).map(
      ([p, schema]) => [new RegExp(p), compileJsonSchema(schema as Document)] as const,
    );
    return forDocuments((document) =>
      Object.entries(document).every(([name, value]) =>
        tests.every(([p, test]) => !p.test(name) || test(value)),
      ),
    );
  },
  minProperties: (operand) => forDocuments((document) => Object.keys(document).length >= number(operand)),
  maxProperties: (operand) => forDocuments((document) => Object.keys(document).length <= number(operand)),
  minimum: (operand, schema) =>
    forNumbers((n) => (schema['exclusiveMinimum'] === true ? n > number(operand) : n >= number(operand))),
  maximum: (operand, schema) =>
    forNumbers((n) => (schema['exclusiveMaximum'] === true ? n < number(operand) : n <= number(operand))),
  exclusiveMinimum: () => () => true,
  exclusiveMaximum: () => () => true,
  multipleOf: (operand) => forNumbers((n) => n % number(operand) === 0),
  minLength: (operand) => forText((text) => Array.from(text).length >= number(operand)),
  maxLength: (operand) => forText((text) => Array.from(text).length <= number(operand)),
  pattern: (operand) => {
    const pattern = new RegExp(String(operand));
    return forText((text) => pattern.test(text));
  },
  minItems: (operand) => forArrays((array) => array.length >= number(operand)),
  maxItems: (operand) => forArrays((array) => array.length <= number(operand)),
  uniqueItems: (operand) =>
    forArrays(
      (array) => operand !== true || array.every((a, i) => !array.slice(0, i).some((b) => valuesEqual(a, b))),
    ),
  items: (operand) => {
    if (Array.isArray(operand)) {
      const tests = schemas(operand);
      return forArrays((array) => tests.every((test, i) => i >= array.length || test(array[i])));
    }
    const test = compileJsonSchema(operand as Document);
    return forArrays((array) => array.every(test));
  },
  additionalItems: (operand, schema) => {
    const first = Array.isArray(schema['items']) ? schema['items'].length : Infinity;
    const test = isDocument(operand) ? compileJsonSchema(operand) : () => operand === true;
    return forArrays((array) => array.slice(first).every(test));
  },
  allOf: (operand) => (value) => schemas(operand).every((test) => test(value)),
  anyOf: (operand) => (value) => schemas(operand).some((test) => test(value)),
  oneOf: (operand) => (value) => schemas(operand).filter((test) => test(value)).length === 1,
  not: (operand) => (value) => !compileJsonSchema(operand as Document)(value),
  title: () => () => true,
  description: () => () => true,
};

/** Compiles a `$jsonSchema`; an unknown keyword fails, as in MongoDB. */
export function compileJsonSchema(schema: Document): Test {
  if (!isDocument(schema)) throw requestFailed('$jsonSchema must be an object');
  const tests = Object.entries(schema).map(([keyword, operand]) => {
    const make = Object.prototype.hasOwnProperty.call(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
    if (!make) throw requestFailed(`Unknown $jsonSchema keyword: ${keyword}`);
    return make(operand, schema);
  });
  return (value) => tests.every((test) => test(value));
}
