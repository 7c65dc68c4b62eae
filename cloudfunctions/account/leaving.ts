import type { account } from '../../src/contracts/account';
import type { EventType } from '../../src/contracts/events';
import type { Output } from '../../src/contracts/operation';
import { isRestorable } from '../domain/standing';
import { oneOf } from '../platform/conditions';
import type { Call } from '../platform/handler';
import type { Row } from '../platform/store';

type Leaving = NonNullable<Output<(typeof account)['session']>['leaving']>;

/** Events that begin or end an account's leaving, and what the last of them says of the reason. */
const causes = {
  'account.frozen': 'own',
  'account.guardian-withdrew': 'guardian-withdrew',
  'account.guardian-left': 'guardian-left',
  'account.child-found': 'no-consent',
  // Who took the leaving back and is frozen again without another event is in the place of whoever has none.
  'account.restored': 'platform-closed',
} as const satisfies Partial<Record<EventType, Leaving['cause']>>;
type Telling = keyof typeof causes;

/** Why an account without a way back goes: whom no event froze a shutdown did, which writes into no chain (P33). */
async function causeOf({ store }: Pick<Call<unknown>, 'store'>, subject: string): Promise<Leaving['cause']> {
  const [event] = await store.find(
    'ledger',
    { subject, type: oneOf(Object.keys(causes) as Telling[]) },
    { orderBy: ['seq', 'desc'], limit: 1, only: ['type'] },
  );
  return event ? causes[event.type as Telling] : 'platform-closed';
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
