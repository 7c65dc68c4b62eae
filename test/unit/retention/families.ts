import type { Store } from '../../../cloudfunctions/platform/store';
import { memoryStore } from '../../make/memory-store';
import { putAccount } from '../../make/put-account';

/** When the guardians are due, and when a run looks. */
export const now = new Date('2026-03-02T02:00:00.000Z');
/** A run of the timer on a store. */
export const jobOn = ({ store }: { store: Store }) => ({ store, wechat: undefined as never, now });
/** What makes an account a child's. */
export const childOf = (guardian: string) => ({ age: 'child', guardian, relationship: 'other' }) as const;

/** Two guardians who are due, each with a child. */
export function families() {
  const memory = memoryStore();
  const due = { status: 'frozen', eraseAfter: now.toISOString() } as const;
  putAccount(memory, 'guardian', due);
  putAccount(memory, 'other', due);
  putAccount(memory, 'child', childOf('guardian'));
  putAccount(memory, 'others-child', childOf('other'));
  return memory;
}

/** Who still has an account. */
export const left = ({ rows }: Pick<ReturnType<typeof memoryStore>, 'rows'>) =>
  rows('accounts').map(({ _id }) => _id);
