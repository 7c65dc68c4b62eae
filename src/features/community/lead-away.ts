import type { Failure } from '@/contracts/result';
import { openShut, shutBy } from '@/features/session/shut';
import { go } from '@/platform/navigate';

/** Takes a guest to the login page, which leads back here. */
export function askToLogin(): void {
  go('pages/login/index', { next: 'back' });
}

/** Whether a refusal has a page of its own, to which the person was just led: to log in, or to open the account. */
export function leadsAway(failure: Failure): boolean {
  if (failure.code === 'NOT_REGISTERED') {
    askToLogin();
    return true;
  }
  const how = shutBy(failure.code);
  if (how) openShut(how);
  return how !== undefined;
}
