import { evalExpr } from 'mingo/core';
import type { ComputeOptions } from './compute-options';
import { requestFailed } from '../errors';
import { isDocument, toDouble } from '../values/bson-type';
import type { Document } from '../types';
import { compareValues } from '../values/compare';
import { WEEK_EXPRESSIONS } from './date-weeks';

type Expression = (document: unknown, operand: unknown, options: ComputeOptions) => unknown;

function argumentsOf(
  document: unknown,
  operand: unknown,
  options: ComputeOptions,
  name: string,
  [min, max = min]: [number, number?],
) {
  const values = Array.isArray(operand)
    ? operand.map((part) => evalExpr(document, part, options as never))
    : undefined;
  if (!values || values.length < min || values.length > max) {
    throw requestFailed(
      `Expression ${name} takes ${min === max ? 'exactly' : 'at least'} ${String(min)} arguments`,
    );
  }
  return values;
}

const comparison =
  (name: string, result: (order: number) => unknown): Expression =>
  (document, operand, options) => {
    const [left, right] = argumentsOf(document, operand, options, name, [2]);
    return result(compareValues(left, right));
  };

const $in: Expression = (document, operand, options) => {
  const [value, list] = argumentsOf(document, operand, options, '$in', [2]);
  if (!Array.isArray(list)) throw requestFailed('$in requires an array as a second argument');
  return list.some((element) => compareValues(element, value) === 0);
};

/** Searches for one sequence of units in another; where a unit is a byte or a code point. */
const positionIn =
  (name: string, unitsOf: (text: string) => readonly unknown[]): Expression =>
  (document, operand, options) => {
    const [text, part, start = 0, end = Infinity] = argumentsOf(document, operand, options, name, [2, 4]);
    if (text === null || text === undefined) return null;
    if (typeof text !== 'string' || typeof part !== 'string') throw requestFailed(`${name} requires strings`);
    if (typeof start !== 'number' || typeof end !== 'number' || start < 0 || end < 0) {
      throw requestFailed(`${name} requires nonnegative indexes`);
    }
    const units = unitsOf(text).slice(0, end === Infinity ? undefined : end);
    const wanted = unitsOf(part);
    for (let at = start; at + wanted.length <= units.length; at++) {
      if (wanted.every((unit, i) => units[at + i] === unit)) return at;
    }
    return -1;
  };

/** mingo asks for a list even of one number. */
const $trunc: Expression = (document, operand, options) => {
  const [value, places = 0] = (Array.isArray(operand) ? operand : [operand]).map((part) =>
    evalExpr(document, part, options as never),
  );
  if (value === null || value === undefined) return null;
  if (typeof places !== 'number' || !Number.isInteger(places) || places < -20 || places > 100) {
    throw requestFailed('$trunc needs a whole number of places between -20 and 100');
  }
  const number = toDouble(value);
  if (Number.isNaN(number) && !Number.isNaN(value)) throw requestFailed('$trunc only supports numeric types');
  const scale = 10 ** places;
  return Math.trunc(number * scale) / scale;
};

/** mingo answers null where no case holds and there is no default; MongoDB fails. */
const $switch: Expression = (document, operand, options) => {
  const { branches, default: otherwise } = isDocument(operand) ? operand : {};
  if (!Array.isArray(branches) || !branches.every((b) => isDocument(b) && 'case' in b && 'then' in b)) {
    throw requestFailed('$switch requires branches, each with a case and a then');
  }
  const isFalse = (value: unknown) => value === false || value === 0 || value === null || value === undefined;
  const branch = (branches as Document[]).find(
    (b) => !isFalse(evalExpr(document, b['case'], options as never)),
  );
  if (branch) return evalExpr(document, branch['then'], options);
  if (otherwise === undefined)
    throw requestFailed('$switch could not find a matching branch, and no default was specified');
  return evalExpr(document, otherwise, options);
};

/**
 * Expressions that compare by BSON order (mingo compares as a query does, reaching into arrays) or that mingo lacks.
 */
export const EXPRESSION_OVERRIDES: Record<`$${string}`, Expression> = {
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: comparison('$cmp', (order) => order),
  $in,
  $switch,
  $trunc,
  $indexOfCP: positionIn('$indexOfCP', (text) => Array.from(text)),
  $indexOfBytes: positionIn('$indexOfBytes', (text) => [...Buffer.from(text, 'utf8')]),
  ...WEEK_EXPRESSIONS,
};
