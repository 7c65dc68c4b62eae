import type { ComputeOptions } from './compute-options';
import { Query } from 'mingo/query';
import { requestFailed } from '../errors';
import { isDocument } from '../values/bson-type';
import { leavesOf } from '../values/paths';
import { GEO_OPERATORS } from './geo';
import { bits, equalTo, matching, modulo, oneOf, ofType, ordered, type LeafTest } from './leaf-tests';

type Predicate = (document: unknown) => boolean;
/** The shape that mingo calls a query operator. */
export type QueryOperator = (path: string, operand: unknown, options: ComputeOptions) => Predicate;

/** Holds when a value at the path, or an element of an array there, passes. */
const anyLeaf = (path: string, test: LeafTest): Predicate => {
  return (document) =>
    leavesOf(document, path).some(
      (leaf) => test(leaf) || (Array.isArray(leaf) && leaf.some((element) => test(element))),
    );
};

const leafOperator =
  (make: (operand: unknown) => LeafTest): QueryOperator =>
  (path, operand) =>
    anyLeaf(path, make(operand));

const negated =
  (operator: QueryOperator): QueryOperator =>
  (path, operand, options) => {
    const holds = operator(path, operand, options);
    return (document) => !holds(document);
  };

const $eq = leafOperator((operand) => (operand instanceof RegExp ? matching(operand) : equalTo(operand)));
const $in = leafOperator((operand) => oneOf(operand, '$in'));

const $regex: QueryOperator = (path, operand) => {
  if (!(operand instanceof RegExp)) throw requestFailed('$regex has to be a string');
  return anyLeaf(path, matching(operand));
};

const $exists: QueryOperator = (path, operand) => {
  const wanted = operand !== false && operand !== 0 && operand !== null;
  return (document) => leavesOf(document, path).some((leaf) => leaf !== undefined) === wanted;
};

const $size: QueryOperator = (path, operand) => {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
    throw requestFailed('$size must be a non-negative whole number');
  }
  return (document) =>
    leavesOf(document, path).some((leaf) => Array.isArray(leaf) && leaf.length === operand);
};

const LOGICAL = new Set(['$and', '$or', '$nor']);

/** A criteria of operators judges the elements themselves; any other judges elements that are documents. */
function elementTest(criteria: unknown, options: ComputeOptions): LeafTest {
  if (!isDocument(criteria)) throw requestFailed('$elemMatch needs an Object');
  const keys = Object.keys(criteria);
  const isAboutValues = keys.length > 0 && keys.every((key) => key.startsWith('$') && !LOGICAL.has(key));
  const query = isAboutValues
    ? new Query({ element: criteria }, options.options)
    : new Query(criteria, options.options);
  if (isAboutValues) return (element) => query.test({ element });
  return (element) => (isDocument(element) || Array.isArray(element)) && query.test(element as never);
}

const $elemMatch: QueryOperator = (path, operand, options) => {
  const test = elementTest(operand, options);
  return (document) =>
    leavesOf(document, path).some((leaf) => Array.isArray(leaf) && leaf.some((element) => test(element)));
};

const $all: QueryOperator = (path, operand, options) => {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array');
  const parts = operand.map((value) =>
    isDocument(value) && '$elemMatch' in value
      ? $elemMatch(path, value['$elemMatch'], options)
      : $eq(path, value, options),
  );
  return (document) => parts.length > 0 && parts.every((part) => part(document));
};

const $not: QueryOperator = (path, operand, options) => {
  const isOperators = isDocument(operand) && Object.keys(operand).length > 0;
  if (!isOperators && !(operand instanceof RegExp)) throw requestFailed('$not needs a regex or a document');
  if (isOperators && !Object.keys(operand).every((key) => key.startsWith('$')))
    throw requestFailed('$not needs operators');
  const query = new Query({ [path]: operand }, options.options);
  return (document) => !query.test(document as never);
};

/** Every operator whose meaning in mingo differs from MongoDB's, in MongoDB's meaning. */
export const QUERY_OPERATORS: Record<`$${string}`, QueryOperator> = {
  $eq,
  $ne: negated($eq),
  $in,
  $nin: negated($in),
  $gt: leafOperator((operand) => ordered(operand, (order) => order > 0)),
  $gte: leafOperator((operand) => ordered(operand, (order) => order >= 0)),
  $lt: leafOperator((operand) => ordered(operand, (order) => order < 0)),
  $lte: leafOperator((operand) => ordered(operand, (order) => order <= 0)),
  $mod: leafOperator(modulo),
  $type: leafOperator(ofType),
  $bitsAllSet: leafOperator((operand) => bits(operand, (found) => found.every(Boolean), '$bitsAllSet')),
  $bitsAnySet: leafOperator((operand) => bits(operand, (found) => found.some(Boolean), '$bitsAnySet')),
  $bitsAllClear: leafOperator((operand) => bits(operand, (found) => !found.some(Boolean), '$bitsAllClear')),
  $bitsAnyClear: leafOperator((operand) => bits(operand, (found) => !found.every(Boolean), '$bitsAnyClear')),
  $regex,
  $exists,
  $size,
  $elemMatch,
  $all,
  $not,
  ...GEO_OPERATORS,
};
