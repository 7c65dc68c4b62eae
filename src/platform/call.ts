import { failInApp } from '@/contracts/app-errors';
import type { Input, Operation, Output } from '@/contracts/operation';
import type { Result } from '@/contracts/result';
import { callFunction } from './call-function';
import { storage } from './storage';

/**
 * Calls an operation by its contract. Never rejects; see `callFunction`. WeChat tells the cloud who calls whether or
 * not the person wants it, so after logging out it is here that what needs an account is answered as for a guest.
 */
export const call = <Op extends Operation>(operation: Op, input: Input<Op>): Promise<Result<Output<Op>>> =>
  storage.get('signedOut') !== undefined && operation.errors.includes('NOT_REGISTERED')
    ? Promise.resolve(failInApp('NOT_REGISTERED'))
    : callFunction<Output<Op>>(operation.function, operation.action, input as object);
