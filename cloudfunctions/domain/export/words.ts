import {
  refusalReasons,
  requestKinds,
  requestStates,
  requestAskers,
  requestChannels,
  requestProofs,
  deletionGrounds,
} from '../../../src/contracts/request-vocabulary';
import { priceLines, priceTable } from '../../../src/contracts/price-table';
import { detailLines, isForm } from '../../../src/contracts/request-words';
import { commentStates, pictureStates, proposalStates } from '../../../src/contracts/community-vocabulary';
import { decisions } from '../../../src/contracts/decisions';
import { exportCopy } from '../../copy/export';
import { cityInWords } from '../../../src/contracts/city-names';
import { fieldsInWords, labelsOf, membersInWords, objectIn, recipientInWords, wordIn } from './members';
import { dayInWords, momentInWords } from './moments';

/** An event's content without its salt, which only a program needs: that stays in the JSON. */
const contentInWords = (text: string): string => {
  const body: unknown = objectIn(text)?.['body'];
  return membersInWords((body ?? {}) as Record<string, unknown>);
};

/** A filled form in words; what a person wrote freely is never changed. */
function detailsInWords(text: string): string {
  const form = objectIn(text);
  return form && isForm(form) ? detailLines(form).join(exportCopy.then) : text;
}

/** A list as the row holds it, in JSON. */
function pathsInWords(text: string): string {
  const read: unknown = JSON.parse(text);
  return fieldsInWords(read);
}

/** Fen as people say them. */
const yuanInWords = (fen: string): string => exportCopy.yuan((Number(fen) / 100).toFixed(2));

/** A table of prices, a line each. */
function pricesInWords(text: string): string {
  const { success, data } = priceTable.safeParse(objectIn(text));
  return success ? priceLines(data).join(exportCopy.then) : text;
}

/** Fields whose values are ours and how they read; a person's own words are never looked up. */
const says: Readonly<Record<string, (value: string) => string>> = {
  'accounts.city': cityInWords,
  'accounts.age': wordIn(exportCopy.ages),
  'proposals.state': wordIn(labelsOf(proposalStates)),
  'proposals.place': cityInWords,
  'proposals.prices': pricesInWords,
  'comments.state': wordIn(labelsOf(commentStates)),
  'pictures.state': wordIn(labelsOf(pictureStates)),
  'ledger.type': wordIn(exportCopy.events),
  'ledger.content': contentInWords,
  'disclosures.to': recipientInWords,
  'disclosures.kind': wordIn(exportCopy.disclosureKinds),
  'disclosures.state': wordIn(exportCopy.disclosureStates),
  'disclosures.fields': pathsInWords,
  'requests.kind': wordIn(labelsOf(requestKinds)),
  'requests.state': wordIn(labelsOf(requestStates)),
  'requests.decision': wordIn(labelsOf(decisions)),
  'requests.askedBy': wordIn(labelsOf(requestAskers)),
  'requests.channel': wordIn(labelsOf(requestChannels)),
  'requests.verifiedBy': wordIn(labelsOf(requestProofs)),
  'requests.ground': wordIn(labelsOf(deletionGrounds)),
  'requests.fee': yuanInWords,
  'requests.reasonCode': wordIn(labelsOf(refusalReasons)),
  'requests.dueOn': dayInWords,
  'requests.details': detailsInWords,
};

/** A value as a person reads it: codes in words, instants in Beijing time, all else as it is. */
export const inWords = (collection: string, field: string, value: string): string =>
  value === exportCopy.damaged ? value : (says[`${collection}.${field}`] ?? momentInWords)(value);
