import type * as z from 'zod/mini';
import type { ErrorCode } from './errors';

/** The functions that answer calls. */
export type FunctionName =
  'account' | 'consent' | 'request' | 'policy' | 'community' | 'reconcile' | 'retention';

/** Who may call: a person inside WeChat, or staff and operators from the console. */
export type Caller = 'mini-program' | 'console';

/**
 * What becomes of a call that writes when it is sent once more because its answer was lost. `again`: nothing further is
 * written, and the answer is the same or says that it is done. `once`: it spends a proof or counts a try, or hands out
 * anew, so only a person sends it again.
 */
type Writes = 'again' | 'once';

/** Chinese names of an input's members. */
type Labels = Readonly<Record<string, string>>;

/** One operation of one function: what it takes, what it answers, and which failures are expected. */
export interface Operation<I extends z.ZodMiniType = z.ZodMiniType, O extends z.ZodMiniType = z.ZodMiniType> {
  readonly function: FunctionName;
  readonly action: string;
  readonly caller: Caller;
  readonly input: I;
  readonly output: O;
  readonly errors: readonly ErrorCode[];
  /** Undefined where it only reads, and of what the console calls, which nothing repeats. */
  readonly writes: Writes | undefined;
  /** Chinese names of members that mean something else here than in `inputLabels`. */
  readonly labels: Labels;
}

/** The value an operation takes. */
export type Input<Op extends Operation> = z.infer<Op['input']>;

/** The value an operation answers when it succeeds. */
export type Output<Op extends Operation> = z.infer<Op['output']>;

interface Parts<I extends z.ZodMiniType, O extends z.ZodMiniType> {
  input: I;
  output: O;
  errors?: readonly ErrorCode[];
  writes?: Writes;
  labels?: Labels;
}

/** Makes the operations of one function; the key is the action's name. `common` names members of all of them. */
export function operationsOf<F extends FunctionName>(
  name: F,
  caller: Caller = 'mini-program',
  common: Labels = {},
) {
  return <const A extends string, I extends z.ZodMiniType, O extends z.ZodMiniType>(
    action: A,
    parts: Parts<I, O>,
  ): Operation<I, O> & { readonly function: F; readonly action: A } => ({
    function: name,
    action,
    caller,
    input: parts.input,
    output: parts.output,
    errors: parts.errors ?? [],
    writes: parts.writes,
    labels: { ...common, ...parts.labels },
  });
}
