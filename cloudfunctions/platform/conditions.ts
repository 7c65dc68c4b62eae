/** A comparison in a filter. A class of its own, so that no value that came over the wire can pose as one. */
export class Condition {
  constructor(
    readonly test: 'lt' | 'lte' | 'gt' | 'oneOf' | 'allOf' | 'noneOf' | 'not' | 'present',
    readonly value: unknown,
  ) {}
}

/** Less than. */
export const lt = (value: string | number) => new Condition('lt', value);
/** At most. */
export const lte = (value: string | number) => new Condition('lte', value);
/** More than. */
export const gt = (value: string | number) => new Condition('gt', value);
/** One of these; `null` also stands for a missing column. A column that holds a list: that one of these is in it. */
export const oneOf = (values: readonly (string | number | boolean | null)[]) =>
  new Condition('oneOf', values);
/** A column that holds a list: all of these are in it. */
export const allOf = (values: readonly string[]) => new Condition('allOf', values);
/** None of these; a missing column is something else too, unless `null` is among them. */
export const noneOf = (values: readonly (string | number | null)[]) => new Condition('noneOf', values);
/** Anything but this; a missing column is something else too. */
export const isNot = (value: string) => new Condition('not', value);
/** True when the column holds a value. */
export const holdsValue = (yes: boolean) => new Condition('present', yes);
