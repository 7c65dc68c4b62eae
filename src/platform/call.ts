import type { Input, Operation, Output } from '@/contracts/operation';
import type { Result } from '@/contracts/result';
import { callFunction } from './call-function';

/** Calls an operation by its contract. Never rejects; see `callFunction`. */
export const call = <Op extends Operation>(operation: Op, input: Input<Op>): Promise<Result<Output<Op>>> =>
  callFunction<Output<Op>>(operation.function, operation.action, input as object);
