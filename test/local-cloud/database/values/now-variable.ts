import { isDocument } from './bson-type';

/** Puts the engine's time in place of `$$NOW` in expressions, because mingo would take the machine's. */
export function fillNow(value: unknown, now: Date): unknown {
  if (value === '$$NOW') return { $literal: now };
  if (Array.isArray(value)) return value.map((element) => fillNow(element, now));
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fillNow(member, now)]));
}
