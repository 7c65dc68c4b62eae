/** A comparison in a filter. A class of its own, so that no value that came over the wire can pose as one. */
export class Condition {
  constructor(
    readonly test: 'lt' | 'lte' | 'gt' | 'oneOf' | 'present',
    readonly value: unknown,
  ) {}
}

export const lt = (value: string | number) => new Condition('lt', value);
export const lte = (value: string | number) => new Condition('lte', value);
export const gt = (value: string | number) => new Condition('gt', value);
export const oneOf = (values: readonly (string | number | boolean | null)[]) =>
  new Condition('oneOf', values);
/** True when the column holds a value. */
export const holdsValue = (yes: boolean) => new Condition('present', yes);
