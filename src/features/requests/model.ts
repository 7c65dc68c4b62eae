import type { request } from '@/contracts/request';
import { dataMap } from '@/contracts/data-map';
import type { Output } from '@/contracts/operation';
import { requestKinds, requestStates, type RequestKind } from '@/contracts/request-vocabulary';
import { detailLines as linesOf } from '@/contracts/request-words';
import { progressCopy } from '@/copy/privacy/progress';
import { requestCopy, requestsCopy } from '@/copy/privacy/requests';
import { dayInWords } from '@/features/privacy-centre/beijing-time';
import type { Field } from '@/contracts/data-map/grammar';

/** A request as a list shows it, and with its answer. */
export type RequestSummary = Output<typeof request.mine>['requests'][number];
export type RequestReading = Output<typeof request.read>;

/** The account's fields by name, for names that come from elsewhere. */
export const accountFields: Readonly<Record<string, Field>> = dataMap.accounts.fields;

/** What a request of a kind is called: one that a guardian makes asks for the child's information, not for the own. */
export const kindInWords = (kind: RequestKind, isForChild: boolean): string =>
  isForChild && kind === 'access' ? requestCopy.ward.access : requestKinds[kind].label;

/** What the person wrote, line by line. */
export function detailLines(details: RequestReading['details']): string[] {
  return details === null || details === '' ? [progressCopy.yours.noDetails] : linesOf(details);
}

/** Whether an answer stands that no appeal can change: a complaint is then the next step. */
export const isAnsweredForGood = ({ state, decision, allowed }: RequestReading): boolean =>
  decision !== null && !requestStates[state].open && !allowed.includes('appeal');

/** Whether the one appeal is used and answered: from here on the authority is the way (P60, PIPL 65). */
export const isAppealSpent = (reading: RequestReading): boolean =>
  isAnsweredForGood(reading) && reading.history.some(({ state }) => state === 'appealed');

/** What leads to the request in which this one goes on; that its time did not change is said where one ran. */
export function goesOnIn({ state, history }: RequestReading): { title: string; desc: string } {
  const { duplicate, replaced, replacedUnconfirmed } = progressCopy.answer;
  if (state !== 'replaced') return duplicate;
  return history.some((past) => past.state === 'verified') ? replaced : replacedUnconfirmed;
}

/**
 * Whether whoever asked is told where to turn outside this house: as soon as something was refused, for a refusal may
 * be brought before a court (PIPL 50), and where the one appeal is used.
 */
export const mayTurnElsewhere = (reading: RequestReading): boolean =>
  reading.state === 'refused' || reading.state === 'partly' || isAppealSpent(reading);

/** A fee in fen as yuan, in words. */
export const yuanInWords = (fen: number): string => progressCopy.yuan((fen / 100).toFixed(2));

/** Whether a kind's time is counted in calendar days, not in working days (P72). */
export const countsEveryDay = (kind: RequestKind): boolean => kind === 'question';

/** Until when there will be an answer; nothing once there is one. */
export function dueLine({ kind, state, dueOn, daysLeft, overdue }: RequestSummary): string | undefined {
  if (!requestStates[state].open) return undefined;
  const day = dayInWords(dueOn);
  if (overdue) return requestsCopy.overdue(day);
  // Whether the day is today only the server knows, which a list does not ask; the request's own page says it.
  return daysLeft > 0 && !countsEveryDay(kind) ? requestsCopy.due(day, daysLeft) : requestsCopy.dueOn(day);
}

/** A state's colour; the word beside it says the same. */
export function toneOf({ state, overdue }: RequestSummary): 'good' | 'warn' | 'bad' | 'plain' {
  if (overdue || state === 'refused' || state === 'failed') return 'bad';
  if (state === 'done') return 'good';
  return requestStates[state].open ? 'warn' : 'plain';
}
