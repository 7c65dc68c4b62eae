import { invalidParam, requestFailed } from '../errors';
import type { Document } from '../types';
import { isDocument } from '../values/bson-type';
import { splitPath } from '../values/paths';
import { addToSet, pop, pull, pullAll, push } from './array-edits';
import { arithmetic, bit, currentDate, extreme } from './field-edits';
import { editPath, readPath, unsetPath, type Edit } from './path-edit';
import { expandPositions } from './positional';

/** Changes a document in place. `filter` is what matched it (for `$`), `inserting` turns `$setOnInsert` on. */
export type Update = (document: Document, context: { filter: Document; inserting: boolean }) => void;

type Operator = (operand: unknown, path: string, now: Date) => Edit;

const EDITS: Record<string, Operator> = {
  $set: (operand) => () => operand,
  $setOnInsert: (operand) => () => operand,
  $inc: (operand, path) => arithmetic('$inc', operand, path),
  $mul: (operand, path) => arithmetic('$mul', operand, path),
  $min: (operand) => extreme(-1, operand),
  $max: (operand) => extreme(1, operand),
  $bit: bit,
  $currentDate: (operand, _path, now) => currentDate(operand, now),
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};

/** Compiles an update made of operators; anything else, and two operators on one path, is refused. */
export function compileUpdate(data: unknown, now: Date): Update {
  if (!isDocument(data)) throw invalidParam('data must be an object');
  const operators = Object.entries(data);
  if (!operators.length) throw invalidParam('data must not be empty');
  const steps = operators.flatMap(([operator, fields]) => compileOperator(operator, fields, now));
  refuseOverlaps(operators.flatMap(([operator, fields]) => touchedPaths(operator, fields as Document)));
  return (document, context) => {
    for (const step of steps) step(document, context);
  };
}

function compileOperator(operator: string, fields: unknown, now: Date): Update[] {
  if (!operator.startsWith('$'))
    throw requestFailed(`the update operation document must contain atomic operators, found '${operator}'`);
  const known =
    operator === '$unset' || operator === '$rename' || Object.prototype.hasOwnProperty.call(EDITS, operator);
  if (!known) throw requestFailed(`Unknown modifier: ${operator}`);
  if (!isDocument(fields))
    throw requestFailed(`Modifiers operate on fields but we found another type for ${operator}`);
  if (!Object.keys(fields).length)
    throw requestFailed(
      `'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`,
    );
  return Object.entries(fields).map(([path, operand]): Update => {
    if (operator === '$rename') return compileRename(path, operand);
    const edit = operator === '$unset' ? undefined : (EDITS[operator] as Operator)(operand, path, now);
    return (document, { filter, inserting }) => {
      if (operator === '$setOnInsert' && !inserting) return;
      for (const parts of expandPositions(path, document, filter)) {
        if (edit) editPath(document, parts, edit);
        else unsetPath(document, parts);
      }
    };
  });
}

function compileRename(from: string, to: unknown): Update {
  if (typeof to !== 'string') throw requestFailed(`The 'to' field for $rename must be a string: ${from}`);
  if (/(^|\.)(\$|$)/.test(to) || /(^|\.)(\$|$)/.test(from))
    throw requestFailed(`The $rename path is not valid: ${from} to ${to}`);
  return (document) => {
    const value = readPath(document, splitPath(from));
    if (value === undefined) return;
    unsetPath(document, splitPath(from));
    editPath(document, splitPath(to), () => value);
  };
}

const touchedPaths = (operator: string, fields: Document): string[] =>
  Object.entries(fields).flatMap(([path, operand]) =>
    operator === '$rename' ? [path, String(operand)] : [path],
  );

function refuseOverlaps(paths: string[]): void {
  const ordered = [...paths].sort();
  ordered.forEach((path, i) => {
    const clash = ordered.slice(i + 1).find((other) => other === path || other.startsWith(`${path}.`));
    if (clash !== undefined)
      throw requestFailed(`Updating the path '${clash}' would create a conflict at '${path}'`);
  });
}
