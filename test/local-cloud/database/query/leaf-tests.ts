import { requestFailed } from '../errors';
import { canonicalType, KNOWN_TYPES, toDouble, typeAliases } from '../values/bson-type';
import { compareValues, valuesEqual } from '../values/compare';

/** Decides about one value that a path reached; `undefined` is a missing field. */
export type LeafTest = (leaf: unknown) => boolean;

/** Equality, where null also means missing. */
export function equalTo(operand: unknown): LeafTest {
  if (operand === null || operand === undefined) return (leaf) => leaf === null || leaf === undefined;
  return (leaf) => valuesEqual(leaf, operand);
}

/** An ordering comparison. Values of another type never match (type bracketing); NaN matches only itself. */
export function ordered(operand: unknown, accepts: (order: number) => boolean): LeafTest {
  if (operand === null || operand === undefined) {
    return accepts(0) ? (leaf) => leaf === null || leaf === undefined : () => false;
  }
  const type = canonicalType(operand);
  if (type === 'regex') throw requestFailed('Can not have RegEx as arg to predicate over field');
  const isNaNOperand = Number.isNaN(operand);
  return (leaf) => {
    if (canonicalType(leaf) !== type) return false;
    if (type === 'number' && Number.isNaN(leaf) !== isNaNOperand) return false;
    return accepts(compareValues(leaf, operand));
  };
}

/** Membership of a list in which a regular expression stands for every string it matches. */
export function oneOf(operand: unknown, operator: string): LeafTest {
  if (!Array.isArray(operand)) throw requestFailed(`${operator} needs an array`);
  const tests = operand.map((value) => (value instanceof RegExp ? matching(value) : equalTo(value)));
  return (leaf) => tests.some((test) => test(leaf));
}

/** A regular expression over strings; it also equals itself when stored. */
export function matching(pattern: RegExp): LeafTest {
  const expression = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
  return (leaf) =>
    typeof leaf === 'string' ? expression.test(leaf) : leaf instanceof RegExp && valuesEqual(leaf, pattern);
}

/** `[divisor, remainder]`, truncated towards zero as MongoDB does. */
export function modulo(operand: unknown): LeafTest {
  if (!Array.isArray(operand)) throw requestFailed('malformed mod, needs to be an array');
  if (operand.length !== 2)
    throw requestFailed(`malformed mod, ${operand.length < 2 ? 'not enough' : 'too many'} elements`);
  const [divisor, remainder] = operand as [unknown, unknown];
  if (canonicalType(divisor) !== 'number') throw requestFailed('malformed mod, divisor not a number');
  if (canonicalType(remainder) !== 'number') throw requestFailed('malformed mod, remainder not a number');
  const by = Math.trunc(toDouble(divisor));
  if (by === 0) throw requestFailed('divisor cannot be 0');
  const rest = Math.trunc(toDouble(remainder));
  return (leaf) => canonicalType(leaf) === 'number' && Math.trunc(toDouble(leaf)) % by === rest;
}

/** A type by name or number, or a list of them. */
export function ofType(operand: unknown): LeafTest {
  const wanted = Array.isArray(operand) ? operand : [operand];
  for (const type of wanted)
    if (!KNOWN_TYPES.has(type)) throw requestFailed(`Unknown type name alias: ${String(type)}`);
  return (leaf) => leaf !== undefined && typeAliases(leaf).some((alias) => wanted.includes(alias));
}

type BitRule = (bits: readonly boolean[]) => boolean;

/** `$bitsAllSet` and its three relations over whole numbers. */
export function bits(operand: unknown, rule: BitRule, operator: string): LeafTest {
  const positions = bitPositions(operand, operator);
  return (leaf) => {
    if (typeof leaf !== 'number' || !Number.isInteger(leaf)) return false;
    const whole = BigInt.asUintN(64, BigInt(leaf));
    return rule(positions.map((position) => ((whole >> BigInt(Math.min(position, 63))) & 1n) === 1n));
  };
}

function bitPositions(operand: unknown, operator: string): number[] {
  if (Array.isArray(operand) && operand.every((p) => Number.isInteger(p) && (p as number) >= 0))
    return operand as number[];
  if (typeof operand === 'number' && Number.isInteger(operand) && operand >= 0) {
    return [...Array(53).keys()].filter((position) => ((BigInt(operand) >> BigInt(position)) & 1n) === 1n);
  }
  throw requestFailed(`${operator} takes an Array, a number, or a BinData`);
}
