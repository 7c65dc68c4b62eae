import { coolingOffEnd, LONGEST_COOLING_OFF } from '../domain/calendar/deadlines';
import { eraseAfterOf } from '../domain/standing';
import { settingOr } from './environment';
import { Fault } from './fault';
import type { Row } from './store';
import { isTestPerson } from './test-person';

/** Working days between freezing and erasing: 3 unless set, never more than 5, so that the whole stays inside 15. */
function coolingOffDays(): number {
  const days = Number(settingOr('COOLING_OFF_DAYS', '3'));
  if (Number.isInteger(days) && days >= 0 && days <= LONGEST_COOLING_OFF) return days;
  throw new Fault(`COOLING_OFF_DAYS must be a whole number from 0 to ${String(LONGEST_COOLING_OFF)}`);
}

/** When an account that is frozen now may be erased, as ISO time; the test person's at once. */
export const eraseAfterNow = (account: Row<'accounts'>, now: Date): string =>
  isTestPerson(account)
    ? now.toISOString()
    : eraseAfterOf(account, coolingOffEnd(now, coolingOffDays()), now);
