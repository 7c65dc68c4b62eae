import { requestFailed } from '../errors';
import { canonicalType, isDocument, toDouble } from '../values/bson-type';
import { compareValues } from '../values/compare';
import type { Edit } from './path-edit';

function numeric(value: unknown, operator: string, path: string, whose: string): number {
  if (canonicalType(value) === 'number') return toDouble(value);
  throw requestFailed(
    `Cannot apply ${operator} to a value of non-numeric type: ${whose} '${path}' is of type ${canonicalType(value)}`,
  );
}

/** `$inc` and `$mul`: a missing field counts as zero; anything but a number is an error. */
export function arithmetic(operator: '$inc' | '$mul', operand: unknown, path: string): Edit {
  const by = numeric(operand, operator, path, 'the operand for');
  return (current) => {
    const from = current === undefined ? 0 : numeric(current, operator, path, 'the field');
    return operator === '$inc' ? from + by : from * by;
  };
}

/** `$min` and `$max`, by BSON order; a missing field takes the operand. */
export function extreme(direction: 1 | -1, operand: unknown): Edit {
  return (current) =>
    current === undefined || compareValues(operand, current) * direction > 0 ? operand : current;
}

const BITWISE: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

/** `$bit`: and, or, xor over whole numbers. */
export function bit(operand: unknown, path: string): Edit {
  const steps = isDocument(operand) ? Object.entries(operand) : [];
  if (!steps.length) throw requestFailed('You must pass in at least one bitwise operation to $bit');
  for (const [name, by] of steps) {
    if (!Object.prototype.hasOwnProperty.call(BITWISE, name))
      throw requestFailed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    if (!Number.isInteger(by)) throw requestFailed('The $bit modifier field must be an Integer');
  }
  return (current) => {
    const from = current ?? 0;
    if (current === null || !Number.isInteger(from))
      throw requestFailed(`Cannot apply $bit to a value of non-integral type: '${path}'`);
    return Number(
      steps.reduce(
        (value, [name, by]) =>
          (BITWISE[name] as (a: bigint, b: bigint) => bigint)(value, BigInt(by as number)),
        BigInt(from as number),
      ),
    );
  };
}

/** `$currentDate`: true or `{$type: 'date'}`. */
export function currentDate(operand: unknown, now: Date): Edit {
  const isDate = operand === true || (isDocument(operand) && operand['$type'] === 'date');
  if (!isDate) throw requestFailed('$currentDate takes true or {$type: "date"}');
  return () => new Date(now);
}
