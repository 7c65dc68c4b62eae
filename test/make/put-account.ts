import { GENESIS } from '../../cloudfunctions/domain/ledger';
import { createSubjectKey } from '../../cloudfunctions/platform/keys';
import { openedMember, type AccountFacts } from '../../cloudfunctions/platform/member';
import { record } from '../../cloudfunctions/platform/record';
import { sealRow } from '../../cloudfunctions/platform/sealing';
import type { Row } from '../../cloudfunctions/platform/store';
import { dataMap } from '../../src/contracts/data-map';
import { agreedAt } from './agreed-at';
import type { memoryStore } from './memory-store';

let made = 0;
const registeredAt = '2026-03-01T02:00:00.000Z';
type Memory = ReturnType<typeof memoryStore>;

/** The account as it lies in the store. */
export const accountIn = ({ rows }: Pick<Memory, 'rows'>, id: string) =>
  rows('accounts').find(({ _id }) => _id === id) as unknown as Row<'accounts'>;

/** An adult's account, or what `facts` make of it; its openid is `o-<id>`. */
export function putAccount(memory: Memory, id: string, facts: Partial<AccountFacts> = {}): void {
  made += 1;
  const { key, wrapped, wrappedBy } = createSubjectKey(id);
  const account: AccountFacts = {
    openid: `o-${id}`,
    phone: `138${String(made).padStart(8, '0')}`,
    age: 'adult',
    grants: {},
    ...agreedAt(registeredAt),
    status: 'active',
    registeredAt,
    openRequests: 0,
    key: wrapped,
    keyWrappedBy: wrappedBy,
    chain: { seq: 0, head: GENESIS },
    ...facts,
  };
  memory.put('accounts', sealRow(dataMap.accounts, id, account, key));
}

/** From now on the account's key opens with no master key. */
export function hurtKey(memory: Memory, id: string): void {
  const account = accountIn(memory, id);
  memory.put('accounts', { ...account, key: `${account.key.slice(0, -4)}AAAA` });
}

/** The person takes a deregistration back. */
export async function restore({ store }: Pick<Memory, 'store'>, account: Row<'accounts'>, now: Date) {
  const facts = { status: 'active', eraseAfter: null } as const;
  await record(store, await openedMember(account), now, {
    events: [{ type: 'account.restored', body: {} }],
    facts,
  });
}
