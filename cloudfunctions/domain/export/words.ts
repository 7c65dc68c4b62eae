import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import {
  decisions,
  refusalReasons,
  requestKinds,
  requestStates,
} from '../../../src/contracts/request-vocabulary';
import { exportCopy } from '../../copy/export';

dayjs.extend(utc);

type Words = Readonly<Record<string, string>>;

const labelsOf = (table: Readonly<Record<string, { label: string }>>): Words =>
  Object.fromEntries(Object.entries(table).map(([code, { label }]) => [code, label]));

/** Fields whose values are codes of ours, and what the codes mean; a person's own words are never looked up. */
const codes: Readonly<Record<string, Words>> = {
  'accounts.age': exportCopy.ages,
  'ledger.type': exportCopy.events,
  'requests.kind': labelsOf(requestKinds),
  'requests.state': labelsOf(requestStates),
  'requests.decision': labelsOf(decisions),
  'requests.reasonCode': labelsOf(refusalReasons),
};

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** An instant as a person in China reads it. */
export const momentInWords = (at: string): string => dayjs.utc(at).utcOffset(8).format(exportCopy.dayAndTime);

/** A value as a person reads it: codes in words, instants in Beijing time, all else as it is. */
export function inWords(collection: string, field: string, value: string): string {
  if (instant.test(value)) return momentInWords(value);
  const words = codes[`${collection}.${field}`];
  return words && Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
