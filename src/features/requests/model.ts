import type { request } from '@/contracts/request';
import { dataMap } from '@/contracts/data-map';
import { purposes } from '@/contracts/data-map/vocabulary';
import type { Output } from '@/contracts/operation';
import { requestStates } from '@/contracts/request-vocabulary';
import { informationCopy } from '@/copy/privacy/information';
import { progressCopy, requestsCopy } from '@/copy/privacy/requests';
import { dayInWords, instantInWords } from '@/features/privacy-centre/beijing-time';
import type { Field } from '@/contracts/data-map/grammar';
import type { Step } from '@/ui/steps';

/** A request as a list shows it, and with its answer. */
export type RequestSummary = Output<typeof request.mine>['requests'][number];
export type RequestReading = Output<typeof request.read>;

/** The account's fields by name, for names that come from elsewhere. */
export const accountFields: Readonly<Record<string, Field>> = dataMap.accounts.fields;

/** The name of an account's field; the name itself when it is unknown. */
export const fieldLabel = (field: string): string => accountFields[field]?.label ?? field;

/** The age groups in words. */
export const ages: Readonly<Record<string, string>> = informationCopy.values.age;
const purposeLabels: Readonly<Record<string, { label: string }>> = purposes;

/** How each member of structured details reads. */
const detailWords: Readonly<Record<string, (value: string) => string>> = {
  field: (value) => `${progressCopy.details.field}：${fieldLabel(value)}`,
  value: (value) => `${progressCopy.details.value}：${ages[value] ?? value}`,
  purpose: (value) => `${progressCopy.details.purpose}：${purposeLabels[value]?.label ?? value}`,
};

/** What the person wrote, line by line. */
export function detailLines(details: RequestReading['details']): string[] {
  if (details === null || details === '') return [progressCopy.noDetails];
  if (typeof details === 'string') return [details];
  return Object.entries(details).map(([name, value]) => detailWords[name]?.(value) ?? value);
}

/** Whether an answer stands that no appeal can change: a complaint is then the next step. */
export const isAnsweredForGood = ({ state, decision, allowed }: RequestReading): boolean =>
  decision !== null && !requestStates[state].open && !allowed.includes('appeal');

/** Until when there will be an answer; nothing once there is one. */
export function dueLine({ state, dueOn, daysLeft, overdue }: RequestSummary): string | undefined {
  if (!requestStates[state].open) return undefined;
  const day = dayInWords(dueOn);
  if (overdue) return requestsCopy.overdue(day);
  return daysLeft > 0 ? requestsCopy.due(day, daysLeft) : requestsCopy.dueToday(day);
}

/** A state's colour; the word beside it says the same. */
export function toneOf({ state, overdue }: RequestSummary): 'good' | 'warn' | 'bad' | 'plain' {
  if (overdue || state === 'refused' || state === 'failed') return 'bad';
  if (state === 'done') return 'good';
  return requestStates[state].open ? 'warn' : 'plain';
}

/** Words under the step at which a request is being worked on. */
const reviewNotes: Partial<Record<RequestReading['state'], string>> = {
  appealed: progressCopy.appealed,
  quoted: progressCopy.quoted,
};

/** How far a request has come; it is verified with its submission, for the person was logged in. */
export function stepsOf(reading: RequestReading): Step[] {
  const { state, submittedAt, decidedAt } = reading;
  const { open, label } = requestStates[state];
  const { steps, verifiedBy, cancelled } = progressCopy;
  const begun: Step[] = [
    { title: steps.submitted, desc: instantInWords(submittedAt), state: 'done' },
    { title: steps.verified, desc: verifiedBy, state: 'done' },
  ];
  if (state === 'cancelled') return [...begun, { title: label, desc: cancelled, state: 'done' }];
  return [
    ...begun,
    {
      title: steps.review,
      desc: open ? (reviewNotes[state] ?? label) : undefined,
      state: open ? 'now' : 'done',
    },
    open
      ? { title: steps.answer, desc: progressCopy.due(dayInWords(reading.dueOn)), state: 'later' }
      : {
          title: steps.answer,
          desc: decidedAt === null ? label : `${label} · ${instantInWords(decidedAt)}`,
          state: 'done',
        },
  ];
}
