import { accounts, WAY_BACK_DAYS } from '../../src/contracts/data-map/collections/accounts';
import { bornBefore } from '../../src/contracts/data-map/derive/sweep';
import { addCalendarDays, beijingDay, endOfBeijingDay } from './calendar/iso-day';

/** As much of an account as says whether it is there to stay, and who may work with it. */
interface Standing {
  status: string;
  eraseAfter?: string | undefined;
  lockedAt?: string | undefined;
}

/** Whether a cooling-off still runs: what `restore` asks, and what the pages may promise. */
export const isRestorable = ({ status, eraseAfter = '' }: Standing, now: Date): boolean =>
  status === 'frozen' && eraseAfter > now.toISOString();

/** Whether its person keeps everybody out; of what is being erased nothing is left that could be proven or opened. */
export const isLocked = ({ status, lockedAt }: Standing): boolean =>
  lockedAt !== undefined && status !== 'erasing';

/** As much of an account as says from which number its phone was changed. */
interface Changed {
  formerPhoneDigest?: string | undefined;
  phoneChangedAt?: string | undefined;
}

/** The digest of the number that was bound until a week ago at most; the sweep may not have come by yet. */
export const formerPhoneOf = (
  { formerPhoneDigest, phoneChangedAt = '' }: Changed,
  now: Date,
): string | undefined =>
  phoneChangedAt > bornBefore(accounts.fields.formerPhone.retain.for, now) ? formerPhoneDigest : undefined;

/**
 * When an account that is frozen now may be erased: after its cooling-off, and no sooner than the number before stops
 * being the way back, or a thief who changed it had only to deregister. ISO time; the end of a day in Beijing.
 */
export function eraseAfterOf(account: Changed, coolingOffEnd: Date, now: Date): string {
  if (formerPhoneOf(account, now) === undefined) return coolingOffEnd.toISOString();
  const changedOn = beijingDay(new Date(account.phoneChangedAt ?? now));
  const wayBackEnd = endOfBeijingDay(addCalendarDays(changedOn, WAY_BACK_DAYS));
  return new Date(Math.max(coolingOffEnd.getTime(), wayBackEnd.getTime())).toISOString();
}

/** The digests of the numbers that open a lock: the bound one, and the one before as long as that is the way back. */
export function unlockingPhones(account: Changed & { phoneDigest: string }, now: Date): string[] {
  const former = formerPhoneOf(account, now);
  return former === undefined ? [account.phoneDigest] : [account.phoneDigest, former];
}

/**
 * Why an account is closed to its own person, and to whoever else is behind the same WeChat account; undefined where it
 * is open. The lock comes first: a frozen account hands out a copy, and of a locked one nobody has proven who asks.
 */
export function closedBy(account: Standing): 'LOCKED' | 'FROZEN' | undefined {
  if (isLocked(account)) return 'LOCKED';
  return account.status === 'active' ? undefined : 'FROZEN';
}
