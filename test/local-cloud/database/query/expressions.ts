import { evalExpr } from 'mingo/core';
import type { ComputeOptions } from './compute-options';
import { requestFailed } from '../errors';
import { compareValues } from '../values/compare';

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

/** Positions count in code points, not UTF-16 units, so that an emoji is one. */
const $indexOfCP: Expression = (document, operand, options) => {
  const [text, part, start = 0, end = Infinity] = argumentsOf(
    document,
    operand,
    options,
    '$indexOfCP',
    [2, 4],
  );
  if (text === null || text === undefined) return null;
  if (typeof text !== 'string' || typeof part !== 'string')
    throw requestFailed('$indexOfCP requires strings');
  if (typeof start !== 'number' || typeof end !== 'number' || start < 0 || end < 0) {
    throw requestFailed('$indexOfCP requires nonnegative indexes');
  }
  const points = [...text].slice(0, end === Infinity ? undefined : end);
  const wanted = [...part];
  for (let at = start; at + wanted.length <= points.length; at++) {
    if (wanted.every((point, i) => points[at + i] === point)) return at;
  }
  return -1;
};

/** Expressions that compare by BSON order (mingo compares as a query does, reaching into arrays) or that mingo lacks. */
export const EXPRESSION_OVERRIDES: Record<`$${string}`, Expression> = {
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: comparison('$cmp', (order) => order),
  $in,
  $indexOfCP,
};
