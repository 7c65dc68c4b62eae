import fc from 'fast-check';
import type * as z from 'zod/mini';
import type { Operation } from '../../../src/contracts/operation';
import { inputLabels, inputText } from '../../../src/contracts/input-text';
import { parseInput } from '../../../cloudfunctions/platform/input';
import { valueOf } from '../arbitrary/value';
import { operations } from './operations';

type Members = Record<string, unknown>;
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

interface Shaped {
  type: string;
  shape?: Record<string, z.ZodMiniType>;
  innerType?: z.ZodMiniType;
  element?: z.ZodMiniType;
  options?: z.ZodMiniType[];
}
const shapeOf = (schema: z.ZodMiniType) => schema._zod.def as unknown as Shaped;
const namesIn = (schema: z.ZodMiniType): string[] => Object.keys(shapeOf(schema).shape ?? {});

/** The names of a schema's members and of theirs. */
function deepNames(schema: z.ZodMiniType): string[] {
  const { shape = {}, innerType, element, options = [] } = shapeOf(schema);
  const inner = [
    ...Object.values(shape),
    ...options,
    ...[innerType, element].filter((each) => each !== undefined),
  ];
  return [...Object.keys(shape), ...inner.flatMap(deepNames)];
}

/** An own member of that name, even where the name is `__proto__`. */
const withMember = (object: Members, name: string, value: unknown): Members =>
  Object.defineProperty({ ...object }, name, { value, enumerable: true, configurable: true, writable: true });

/** Where objects lie in an input, itself first. */
function objectsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (!isObject(value)) return [];
  return [path, ...Object.entries(value).flatMap(([name, member]) => objectsIn(member, [...path, name]))];
}

/** The input with the object at a path changed. */
function changedAt(
  value: unknown,
  [name, ...rest]: readonly string[],
  change: (object: Members) => Members,
): Members {
  const object = isObject(value) ? value : {};
  return name === undefined ? change(object) : { ...object, [name]: changedAt(object[name], rest, change) };
}

/** Names that the schema of free answers would let through and the door must not. */
const forbidden = ['__proto__', 'constructor', 'prototype'];
const hasForbidden = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).some(([name, member]) => forbidden.includes(name) || hasForbidden(member));

/** Input that the operation must take. */
const inputsOf = ({ input }: Operation) =>
  valueOf(input).filter((value) => !hasForbidden(value)) as fc.Arbitrary<Members>;

const refusal = { ok: false, error: { code: 'INVALID_INPUT', retryable: false } };
const unknown = { ok: false, error: { code: 'INVALID_INPUT', message: inputText.unknown } };
const unknownNames = fc.oneof(
  fc.constantFrom('openid', 'userInfo', 'subject', 'toString', '深圳', 'a.b', 'action'),
  fc.string({ minLength: 1, maxLength: 12 }),
);
const dangerous = fc.constantFrom(...forbidden, '$gt', '$where', '$set');
const operators = fc.constantFrom<unknown>(
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { a: { $where: '1' } },
);

describe.each(operations)('%s', (_, operation) => {
  const inputs = inputsOf(operation);

  it('takes what its contract says', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(parseInput(operation.input, input)).toMatchObject({ ok: true });
      }),
      { numRuns: 30 },
    );
  });

  it('refuses a member it does not know', () => {
    fc.assert(
      fc.property(inputs, unknownNames, fc.jsonValue({ maxDepth: 1 }), (input, member, value) => {
        fc.pre(!namesIn(operation.input).includes(member));
        expect(parseInput(operation.input, withMember(input, member, value))).toMatchObject(refusal);
      }),
      { numRuns: 50 },
    );
  });

  it('refuses an operator or a way to a prototype as a name, at any depth', () => {
    fc.assert(
      fc.property(inputs, dangerous, fc.nat(), (input, member, at) => {
        const paths = objectsIn(input);
        const bad = changedAt(input, paths[at % paths.length] ?? [], (object) =>
          withMember(object, member, 'x'),
        );
        expect(parseInput(operation.input, bad)).toMatchObject(unknown);
      }),
      { numRuns: 50 },
    );
  });

  it('refuses an operator where a value belongs', () => {
    fc.assert(
      fc.property(inputs, operators, fc.nat(), (input, operator, at) => {
        const members = Object.keys(input);
        const member = members[at % members.length] ?? 'nothing';
        expect(parseInput(operation.input, withMember(input, member, operator))).toMatchObject(unknown);
      }),
      { numRuns: 30 },
    );
  });
});

const withMembers = operations.filter(([, { input }]) => namesIn(input).length > 0);

describe.each(withMembers)('a refusal of %s', (_, operation) => {
  const inputs = inputsOf(operation);
  const names = namesIn(operation.input);
  const labels: Readonly<Record<string, string>> = { ...inputLabels, ...operation.labels };
  const typed = fc.constantFrom<unknown>('canary\u0007', 'canary'.repeat(9000), ['canary'], 1e99, null);

  it('names the member that is wrong in Chinese, and never says again what was typed', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...names), typed, (input, name, value) => {
        const result = parseInput(operation.input, { ...input, [name]: value }, operation.labels);
        if (result.ok) return;
        expect(result.error.message).toMatch(/^[^A-Za-z]*\p{Script=Han}[^A-Za-z]*。$/u);
        expect(result.error.message).toContain(`“${String(labels[name])}”`);
      }),
    );
  });

  it('says of a member that is missing that it is missing', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...names), (input, name) => {
        const { [name]: _gone, ...rest } = input;
        const result = parseInput(operation.input, rest, operation.labels);
        if (!result.ok) expect(result.error.message).toBe(inputText.missing(String(labels[name])));
      }),
    );
  });
});

it('every member of every input has a Chinese name, and no name is left over', () => {
  const needed = new Set(operations.flatMap(([, { input }]) => deepNames(input)));
  expect([...needed].filter((name) => !/^\p{Script=Han}+$/u.test(inputLabels[name] ?? ''))).toEqual([]);
  expect(Object.keys(inputLabels).filter((name) => !needed.has(name))).toEqual([]);
  for (const [, { labels }] of operations)
    for (const label of Object.values(labels)) expect(label).toMatch(/^\p{Script=Han}+$/u);
});
