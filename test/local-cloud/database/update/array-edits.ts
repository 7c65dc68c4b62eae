import { requestFailed } from '../errors';
import { compileFilter } from '../query/filter';
import { documentOrder, parseSort } from '../query/sort';
import { canonicalType, isDocument } from '../values/bson-type';
import { compareValues, valuesEqual } from '../values/compare';
import type { Edit } from './path-edit';

function arrayAt(current: unknown, operator: string, path: string): unknown[] {
  if (!Array.isArray(current)) {
    throw requestFailed(
      `The field '${path}' must be an array but is of type ${canonicalType(current)}, so ${operator} cannot apply`,
    );
  }
  return current;
}

const MODIFIERS = new Set(['$each', '$position', '$slice', '$sort']);
const isEach = (operand: unknown): operand is Record<string, unknown> =>
  isDocument(operand) && '$each' in operand;

function eachOf(operand: unknown, operator: string): unknown[] {
  if (!isEach(operand)) return [operand];
  const each = operand['$each'];
  if (!Array.isArray(each)) throw requestFailed(`The argument to $each in ${operator} must be an array`);
  return each;
}

const whole = (value: unknown, name: string): number => {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw requestFailed(`The value for ${name} must be an integer value`);
  return value;
};

function sorted(array: unknown[], order: unknown): unknown[] {
  if (order === 1 || order === -1) return [...array].sort((a, b) => compareValues(a, b) * order);
  if (!isDocument(order))
    throw requestFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  return [...array].sort(documentOrder(parseSort(order)));
}

/** `$push`, with `$each`, `$position`, `$slice` and `$sort`. */
export function push(operand: unknown, path: string): Edit {
  const values = eachOf(operand, '$push');
  const modifiers = isEach(operand) ? operand : {};
  for (const name of Object.keys(modifiers))
    if (!MODIFIERS.has(name)) throw requestFailed(`Unrecognized clause in $push: ${name}`);
  const { $position: position, $sort: order, $slice: slice } = modifiers;
  const at = position === undefined ? undefined : whole(position, '$position');
  const cut = slice === undefined ? undefined : whole(slice, '$slice');
  return (current) => {
    let array = current === undefined ? [] : [...arrayAt(current, '$push', path)];
    array.splice(at ?? array.length, 0, ...values);
    if (order !== undefined) array = sorted(array, order);
    if (cut !== undefined) array = cut < 0 ? array.slice(cut) : array.slice(0, cut);
    return array;
  };
}

/** `$addToSet`: the operand as one element, or each of `$each`. */
export function addToSet(operand: unknown, path: string): Edit {
  const values = eachOf(operand, '$addToSet');
  return (current) => {
    const set = current === undefined ? [] : [...arrayAt(current, '$addToSet', path)];
    for (const value of values) if (!set.some((element) => valuesEqual(element, value))) set.push(value);
    return set;
  };
}

/** `$pop`: the last element for 1, the first for -1. */
export function pop(operand: unknown, path: string): Edit {
  if (operand !== 1 && operand !== -1) throw requestFailed('$pop expects 1 or -1');
  return (current) => {
    if (current === undefined) return undefined;
    const array = arrayAt(current, '$pop', path);
    return operand === 1 ? array.slice(0, -1) : array.slice(1);
  };
}

/** `$pull`: elements equal to the operand, or matching it when it is a condition. */
export function pull(operand: unknown, path: string): Edit {
  const matches = elementCondition(operand);
  return (current) =>
    current === undefined
      ? undefined
      : arrayAt(current, '$pull', path).filter((element) => !matches(element));
}

function elementCondition(operand: unknown): (element: unknown) => boolean {
  if (operand instanceof RegExp) return (element) => typeof element === 'string' && operand.test(element);
  if (!isDocument(operand)) return (element) => valuesEqual(element, operand);
  const isAboutValues = Object.keys(operand).some(
    (key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key),
  );
  if (isAboutValues) {
    const matches = compileFilter({ element: operand });
    return (element) => matches({ element });
  }
  const matches = compileFilter(operand);
  return (element) => isDocument(element) && matches(element);
}

/** `$pullAll`: every element equal to one of the operand's. */
export function pullAll(operand: unknown, path: string): Edit {
  if (!Array.isArray(operand)) throw requestFailed('$pullAll requires an array argument');
  return (current) =>
    current === undefined
      ? undefined
      : arrayAt(current, '$pullAll', path).filter(
          (element) => !operand.some((value) => valuesEqual(element, value)),
        );
}
