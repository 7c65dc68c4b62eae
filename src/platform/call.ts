import { failInApp } from '@/contracts/app-errors';
import type { Input, Operation, Output } from '@/contracts/operation';
import type { Result } from '@/contracts/result';
import { callFunction } from './call-function';
import { storage } from './storage';

/** How long a network that dropped out is given before a write is sent once more. */
const PAUSE_MS = 400;
/** Whoever has waited longer than this may have gone on to something else. */
const LONGEST_WAIT_MS = 5000;
/** How many writes that may be repeated were begun. */
let begun = 0;

/**
 * Calls an operation by its contract. Never rejects; see `callFunction`. WeChat tells the cloud who calls whether or
 * not the person wants it, so after logging out it is here that what needs an account is answered as for a guest.
 */
const callOnce = <Op extends Operation>(operation: Op, input: Input<Op>): Promise<Result<Output<Op>>> =>
  storage.get('signedOut') !== undefined && operation.errors.includes('NOT_REGISTERED')
    ? Promise.resolve(failInApp('NOT_REGISTERED'))
    : callFunction<Output<Op>>(operation.function, operation.action, input as object);

/**
 * As `callOnce`. A write that the network lost on its way there or back is sent once more, where its contract says that
 * this doubles nothing, at once and before any other such: an older wish must not come after a newer one. A reading is
 * not, for whoever is offline is to see at once what the phone has kept.
 */
export async function call<Op extends Operation>(
  operation: Op,
  input: Input<Op>,
): Promise<Result<Output<Op>>> {
  if (operation.writes !== 'again') return callOnce(operation, input);
  begun += 1;
  const [mine, since] = [begun, Date.now()];
  const first = await callOnce(operation, input);
  if (first.ok || first.error.code !== 'NETWORK' || Date.now() - since > LONGEST_WAIT_MS) return first;
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  return mine === begun ? callOnce(operation, input) : first;
}
