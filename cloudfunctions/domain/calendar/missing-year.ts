import { isStatutoryYearKnown, type IsoDay } from './working-days';

/** From this day of the year on, a missing notice for the next is a reason to ask where it is. */
const ALARM_FROM = '-12-01';

/** Whether the next year's notice should be there by now and is not: deadlines that reach into it are provisional. */
export const isNextYearMissing = (today: IsoDay): boolean => {
  const year = Number(today.slice(0, 4));
  return today >= `${String(year)}${ALARM_FROM}` && !isStatutoryYearKnown(`${String(year + 1)}-01-01`);
};
