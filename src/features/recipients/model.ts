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

/** What really left to a recipient that was granted, and what there was not to give. */
function deliveryInWords({ state, at, fields, missing }: NonNullable<Choice['delivery']>): string[] {
  const { delivery: words } = recipientsCopy;
  if (state !== 'done' || at === null) return [words[state === 'nothing' ? 'nothing' : 'waiting']];
  const left = words.done(instantInWords(at), fields.join('、'));
  return missing.length === 0 ? [left] : [left, words.missing(missing.join('、'))];
}

/** A grant that was given a moment ago has not been carried out yet. */
const justGranted: NonNullable<Choice['delivery']> = { state: 'waiting', at: null, fields: [], missing: [] };

/** What became of a grant, line by line; nothing can leave to a recipient that is not in use. */
export function deliveryOf(choice: Choice, granted: boolean): string[] {
  const delivery = choice.granted ? choice.delivery : justGranted;
  if (!granted || !delivery) return [];
  return choice.state === 'in-use' || delivery.state === 'done' ? deliveryInWords(delivery) : [];
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
