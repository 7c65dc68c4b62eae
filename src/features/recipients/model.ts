import type { consent } from '@/contracts/consent';
import type { SharedWith } from '@/contracts/data-map/derive/lists';
import type { Output } from '@/contracts/operation';
import { recipientsCopy } from '@/copy/privacy/lists';
import { dayInWords, instantInWords } from '@/features/privacy-centre/beijing-time';

/** The person's own choice about one recipient. */
export type Choice = Output<typeof consent.recipients>['items'][number];

/** What became of the deletion asked of a recipient, in a sentence. */
export function recalledInWords({ state, fields, at, law }: NonNullable<Choice['recalled']>): string {
  return recipientsCopy.recalled[state](fields.join('、'), instantInWords(at), law ?? '');
}

/** What everyone may know of a recipient, line by line. */
export const termsOf = (entry: SharedWith): string[] => [
  recipientsCopy.kind(entry.kind),
  recipientsCopy.why(entry.why),
  recipientsCopy.fields(entry.fields),
  recipientsCopy.contact(entry.contact),
  entry.isOpenEnded
    ? recipientsCopy.openEnded(entry.agreement.reference)
    : recipientsCopy.agreement(entry.agreement.reference, dayInWords(entry.agreement.expiresOn)),
  ...(entry.endedOn === null ? [] : [recipientsCopy.ended(dayInWords(entry.endedOn))]),
  ...(entry.isExample ? [recipientsCopy.exampleHint] : []),
];
