import type { account } from '../../src/contracts/account';
import type { EventType } from '../../src/contracts/events';
import type { Output } from '../../src/contracts/operation';
import { isRestorable } from '../domain/standing';
import { oneOf } from '../platform/conditions';
import type { Call } from '../platform/handler';
import type { Row } from '../platform/store';

type Leaving = NonNullable<Output<(typeof account)['session']>['leaving']>;

/** Events that freeze a child's account for good, and what each says of the reason. */
const forGood = {
  'account.guardian-withdrew': 'guardian-withdrew',
  'account.guardian-left': 'guardian-left',
  'account.child-found': 'no-consent',
} as const satisfies Partial<Record<EventType, Leaving['cause']>>;
type ForGood = keyof typeof forGood;

/** Why an account without a way back goes: a person's own deregistration leaves none of these events. */
async function causeOf({ store }: Pick<Call<unknown>, 'store'>, subject: string): Promise<Leaving['cause']> {
  const [event] = await store.find(
    'ledger',
    { subject, type: oneOf(Object.keys(forGood) as ForGood[]) },
    { limit: 1, only: ['type'] },
  );
  return event ? forGood[event.type as ForGood] : 'own';
}

/**
 * What a person whose account is frozen needs to know of its end; read beyond the row only where nothing can be undone.
 */
export async function leavingOf(
  call: Pick<Call<unknown>, 'store' | 'now'>,
  row: Row<'accounts'>,
): Promise<Leaving> {
  const restorable = isRestorable(row, call.now);
  return {
    isRestorable: restorable,
    cause: restorable ? 'own' : await causeOf(call, row._id),
    certificateId: row._id,
  };
}
