import type { Collection } from '../grammar';

type Fields<C extends Collection> = C['fields'];

/** The fields that a person corrects alone, by name. */
export type SelfCorrectable<C extends Collection> = {
  [K in keyof Fields<C>]: Fields<C>[K]['correct'] extends 'self' ? K : never;
}[keyof Fields<C>] &
  string;

/** The names of fields that a person corrects alone, for forms and for the `correct` call. */
export const selfCorrectable = <const C extends Collection>({ fields }: C): SelfCorrectable<C>[] =>
  Object.keys(fields).filter((name): name is SelfCorrectable<C> => fields[name]?.correct === 'self');
