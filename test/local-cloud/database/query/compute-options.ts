import type { Options } from 'mingo/types';

/** What mingo hands to an operator; it does not export the type itself. */
export interface ComputeOptions extends Options {
  /** The options as given, to start a query of one's own with. */
  readonly options: Options;
}
