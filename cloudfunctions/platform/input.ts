import type * as z from 'zod/mini';
import { fail } from '../../src/contracts/errors';
import { inputLabels, inputText } from '../../src/contracts/input-text';
import { visible } from '../../src/contracts/hidden-signs';
import type { Result } from '../../src/contracts/result';

const DEEPEST = 6;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether any member's name could be taken for an operator or reach a prototype, at any depth. */
function hasDangerousKey(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > DEEPEST) return true;
  return Object.getOwnPropertyNames(value).some(
    (name) =>
      forbidden.has(name) ||
      name.startsWith('$') ||
      hasDangerousKey((value as Record<string, unknown>)[name], depth + 1),
  );
}

const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], input);

type Labels = Readonly<Record<string, string>>;

/** Whether what is wrong is a sign that nobody sees; of a union, in any of its branches. */
const isHidden = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_union'
    ? issue.errors.flat().some(isHidden)
    : issue.code === 'invalid_format' && issue.pattern === String(visible);

function sentenceFor(issue: z.core.$ZodIssue, input: unknown, labels: Labels): string {
  const name = issue.path
    .map(String)
    .reverse()
    .find((part) => Object.hasOwn(labels, part));
  if (issue.code === 'unrecognized_keys' || name === undefined) return inputText.unknown;
  const label = labels[name] ?? name;
  if (issue.code === 'too_big') return inputText.tooLong(label, Number(issue.maximum));
  if (issue.code === 'too_small') return inputText.empty(label);
  if (isHidden(issue)) return inputText.hidden(label);
  // A choice or a union that is missing is told as a wrong value, so the input itself is looked at.
  if (at(input, issue.path) === undefined) return inputText.missing(label);
  return inputText.wrong(label);
}

const isUnknown = ({ code }: z.core.$ZodIssue): boolean =>
  code === 'unrecognized_keys' || code === 'invalid_value' || code === 'invalid_union';

/** Whether an input holds a member, a word or a form that the schema does not know, rather than a bad value. */
export const holdsUnknown = (schema: z.ZodMiniType, input: unknown): boolean =>
  schema.safeParse(input).error?.issues.some(isUnknown) ?? false;

/**
 * Input by its strict schema, or a Chinese sentence that names the field and never repeats what was typed; `labels` are
 * the names that it has in this operation alone.
 */
export function parseInput<S extends z.ZodMiniType>(
  schema: S,
  input: unknown,
  labels: Labels = {},
): Result<z.infer<S>> {
  if (hasDangerousKey(input)) return fail('INVALID_INPUT', inputText.unknown);
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, data: parsed.data };
  const [issue] = parsed.error.issues;
  return fail('INVALID_INPUT', issue ? sentenceFor(issue, input, { ...inputLabels, ...labels }) : undefined);
}
