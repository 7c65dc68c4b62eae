import { eraseDue } from '../../../cloudfunctions/retention/erase';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { transcribed } from '../../make/transcript';
import { jobOn, town, type Town } from './leavers';

setTestKeys();
jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));

/** Erases whoever is due and answers each call of the database, in order. */
async function callsOf(made: Pick<Town, 'store'>): Promise<string[]> {
  const { store, lines } = transcribed(made.store);
  await eraseDue(jobOn({ store }));
  return lines;
}

const linesOf = (...texts: string[]) => texts.flatMap((text) => text.trim().split('\n'));

const DUE = `
find erasures state=begun by begunAt asc first 200
find accounts status=frozen & eraseAfter lte by eraseAfter asc first 200`;
const THROUGH = `
find requests subject oneOf(2) by _id asc first 1000 only _id subject`;
const KEYS = `
find ledger _id oneOf(2) first 2 only _id type
add ledger 2
find erasures _id oneOf(2) first 2 only _id
count staff_decisions requestId oneOf(4) by requestId
find sms_codes numberDigest oneOf(2) first 1000
find sms_codes openidDigest oneOf(2) first 1000
find guardian_consents openidDigest oneOf(2) first 1000
find guardian_consents guardian oneOf(2) first 1000
count requests subject oneOf(2) by subject
count request_attachments subject oneOf(2) by subject
count proposals subject oneOf(2) by subject
count pictures subject oneOf(2) by subject
count comments subject oneOf(2) by subject
count supports subject oneOf(2) by subject
count survey_answers subject oneOf(2) by subject
count review_queue subject oneOf(2) by subject
count messages subject oneOf(2) by subject
count usage subject oneOf(2) by subject
count accounts _id oneOf(2) by _id
add erasures 2
change accounts _id oneOf(2) set status key keyWrappedBy`;
const OTHERS = `
find accounts guardian oneOf(2) & age=child & status oneOf(2) by _id asc first 1000
find disclosures subject oneOf(2) & kind oneOf(2) by _id asc first 1000`;
const CLOSING = `
change requests open=true & subject oneOf(2) set open state closedAt staleSince
change requests closedAt=null & subject oneOf(2) set closedAt
find pictures subject oneOf(2) & file present first 1000 only _id file`;
const ROWS = `
remove staff_decisions requestId oneOf(4)
remove sms_codes numberDigest oneOf(2)
remove sms_codes openidDigest oneOf(2)
remove guardian_consents openidDigest oneOf(2)
remove guardian_consents guardian oneOf(2)
change requests subject oneOf(2) set codeDigest details appeal reply alternative
remove request_attachments subject oneOf(2)
change proposals subject oneOf(2) set title text prices byline place at changedAt hidden supports newest top terms subject state
remove pictures subject oneOf(2)
remove comments subject oneOf(2)
remove supports subject oneOf(2)
remove survey_answers subject oneOf(2)
remove review_queue subject oneOf(2)
remove messages subject oneOf(2)
remove usage subject oneOf(2)`;
const LOOK = `
count requests codeDigest present & subject oneOf(2) by subject
count requests details present & subject oneOf(2) by subject
count requests appeal present & subject oneOf(2) by subject
count requests reply present & subject oneOf(2) by subject
count requests alternative present & subject oneOf(2) by subject
count requests open=true & subject oneOf(2) by subject
count request_attachments subject oneOf(2) by subject
count proposals subject oneOf(2) by subject
count pictures subject oneOf(2) by subject
count comments subject oneOf(2) by subject
count supports subject oneOf(2) by subject
count survey_answers subject oneOf(2) by subject
count staff_decisions requestId oneOf(4) by requestId
count review_queue subject oneOf(2) by subject
count messages subject oneOf(2) by subject
count sms_codes numberDigest oneOf(2) by numberDigest
count sms_codes openidDigest oneOf(2) by openidDigest
count usage subject oneOf(2) by subject
count guardian_consents openidDigest oneOf(2) by openidDigest
count guardian_consents guardian oneOf(2) by guardian
find accounts openidDigest oneOf(2) first 1000 only _id openidDigest registeredAt
find accounts phoneDigest oneOf(2) first 1000 only _id phoneDigest registeredAt`;
const CERTIFY = `
find erasures _id oneOf(2) & state oneOf(2) first 2
find disclosures subject oneOf(2) & kind oneOf(1) by _id asc first 1000
find certificates _id oneOf(2) first 2 only _id
add certificates 2
change erasures _id oneOf(2) & state oneOf(2) set state certifiedAt`;

/** Without what only an account leads to, which is gone. */
const withoutAccount = (lines: readonly string[]) =>
  lines.filter((line) => !/ (openid|number|phone)Digest oneOf/.test(line));

describe('what an erasure asks of the database, however many people are in the batch', () => {
  it('is, from first to last, each step once and nothing in vain', async () => {
    expect(await callsOf(town())).toEqual([
      ...linesOf(DUE, THROUGH, KEYS, OTHERS, CLOSING, ROWS, THROUGH, LOOK),
      'remove accounts _id oneOf(2)',
      ...linesOf(THROUGH, 'count accounts _id oneOf(2) by _id', LOOK, CERTIFY, DUE),
    ]);
  });

  it('is no more than to look where nobody is due', async () => {
    const made = town();
    await callsOf(made);
    expect(await callsOf(made)).toEqual(linesOf(DUE));
  });

  it('begins with the journal where an earlier run ended before the certificate', async () => {
    const made = town();
    const add: typeof made.store.add = (name, rows) =>
      name === 'certificates' ? Promise.reject(new Error('killed')) : made.store.add(name, rows);
    await expect(eraseDue(jobOn({ store: { ...made.store, add } }))).rejects.toThrow('killed');
    const [begun, ...due] = linesOf(DUE);
    expect(await callsOf(made)).toEqual([
      begun,
      'find accounts _id oneOf(2) first 200',
      ...linesOf(THROUGH, OTHERS),
      ...withoutAccount(linesOf(CLOSING, ROWS)),
      ...withoutAccount(linesOf(THROUGH, LOOK)),
      'remove accounts _id oneOf(2)',
      ...withoutAccount(linesOf(THROUGH, 'count accounts _id oneOf(2) by _id', LOOK)),
      ...linesOf(CERTIFY),
      begun,
      ...due,
    ]);
  });
});
