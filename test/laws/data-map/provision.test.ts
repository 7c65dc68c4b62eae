import type { CollectionName } from '../../../src/contracts/data-map';
import type { Link } from '../../../src/contracts/data-map/grammar';
import { provisionPlan } from '../../../src/contracts/data-map/derive/provision';
import { collections } from '../arbitrary/facts';

const plan = provisionPlan();
const indexesOf = (name: string) => plan.find((each) => each.name === name)?.indexes ?? [];

describe('the provision plan', () => {
  it('makes exactly the collections of the map', () => {
    expect(plan.map(({ name }) => name)).toEqual(collections.map(([name]) => name));
  });

  it.each(collections)(
    'gives %s its declared indexes and the one that migrations go by',
    (name, { indexes }) => {
      const asDeclared = indexesOf(name).map(({ fields, unique, ...index }) => ({
        name: index.name,
        on: fields.map(({ field, direction }) => (direction === -1 ? `-${field}` : field)),
        ...(unique && { unique }),
      }));
      expect(asDeclared).toEqual([...indexes, { name: 'schemaVersion', on: ['schemaVersion', '_id'] }]);
    },
  );
});

/** Whether an index answers a search: it begins with the compared columns in any order, then the ordered one. */
function isIndexed(name: CollectionName, equal: readonly string[], then: string | null = null): boolean {
  return indexesOf(name).some(({ fields }) => {
    const columns = fields.map(({ field }) => field);
    const head = columns.slice(0, equal.length);
    return (
      equal.every((column) => head.includes(column)) && (then === null || columns[equal.length] === then)
    );
  });
}

/** The columns by which a link is followed, `_id` apart, which is always indexed. */
function waysOf(link: Link): string[] {
  if (link.by === 'columns') return Object.keys(link.columns);
  return link.by === 'field' || link.by === 'through' ? [link.field] : [];
}

/** Every search of the functions that is not by `_id`: columns compared, then the one that bounds or orders. */
const searches: readonly [where: string, name: CollectionName, equal: string[], then: string | null][] = [
  ['platform/member: who calls', 'accounts', ['openidDigest'], null],
  ['retention/people: whose cooling-off is over', 'accounts', ['status'], 'eraseAfter'],
  ['retention/migrate: rows of a version', 'requests', ['schemaVersion'], '_id'],
  ['retention/people: what was begun', 'erasures', ['state'], 'begunAt'],
  ['request/reading: my requests', 'requests', ['subject'], 'submittedAt'],
  ['request/reading: those of one instant', 'requests', ['subject', 'submittedAt'], '_id'],
  ['reconcile/queue: a page in order', 'review_queue', [], 'rank'],
  ['reconcile/queue: the last reminders', 'staff_notices', [], 'at'],
  ['reconcile/fill-queue: what moved', 'requests', [], 'staleSince'],
  ['reconcile/fill-queue: rows of another day', 'review_queue', [], 'asOf'],
  ['reconcile/remind: what is due on a day', 'review_queue', ['dueOn'], 'rank'],
  ['reconcile/judge: how often somebody asked this year', 'requests', ['subject'], 'submittedAt'],
  ['platform/relist: the open ones of a person', 'requests', ['subject'], null],
  ['retention/requests: letters that nobody claims', 'requests', ['state'], 'submittedAt'],
  ['retention/requests: fees that nobody accepts', 'requests', ['state'], 'decidedAt'],
  ['retention/requests: provisional deadlines', 'requests', ['provisional', 'open'], 'dueOn'],
  ['retention/requests: not compared today', 'requests', [], 'checkedAt'],
  ['retention/requests: never compared', 'requests', ['checkedAt'], '_id'],
  ['retention/wipe: the open ones of people who leave', 'requests', ['subject'], null],
  ['request/looks: what staff did', 'audits', ['requestId'], 'at'],
  ['request/looks: what was unmasked', 'ledger', ['subject'], 'seq'],
  ['retention/heard: what a whole chain tells', 'ledger', ['subject'], 'seq'],
  ['retention/told-elsewhere: the requests of a person', 'requests', ['subject'], 'submittedAt'],
  ['retention/proven-past: who decided', 'audits', ['requestId'], 'at'],
  ['retention/settle-altered: the open ones of a person', 'requests', ['subject'], null],
  ['reconcile/letter-code: codes for a letter', 'messages', ['subject'], null],
  ['reconcile/decisions: rows to judge', 'staff_decisions', ['submit', 'result'], null],
  ['retention/stamp: rows not yet met', 'staff_decisions', ['seenAt'], null],
  ['retention/idle-forms: forms seen before yesterday', 'staff_decisions', [], 'seenAt'],
  ['retention/stamp: erasures ended without a date', 'erasures', ['certifiedAt'], null],
  ['reconcile/messages: what is due', 'messages', ['state'], 'nextAt'],
  ['retention/recall-ended: who gave something to whom', 'accounts', ['holders'], '_id'],
  ['wechat-events/detach-from-wards: the children of a guardian', 'accounts', ['guardian', 'age'], null],
  ['account/wards: the children of a guardian', 'accounts', ['guardian', 'age'], 'status'],
  ['account/guard-child: answers of a guardian', 'guardian_consents', ['guardian'], null],
  ['platform/attachments: the pictures of a request', 'request_attachments', ['requestId'], 'at'],
  ['platform/pictures-in-copy: the pictures of a person', 'request_attachments', ['subject'], 'at'],
  ['community/reading: the newest', 'proposals', ['state'], 'newest'],
  ['community/reading: the most supported', 'proposals', ['state'], 'top'],
  ['community/reading: the newest of a city', 'proposals', ['state', 'place'], 'newest'],
  ['community/reading: the most supported of a city', 'proposals', ['state', 'place'], 'top'],
  ['community/reading: what a search finds', 'proposals', ['terms', 'state'], 'newest'],
  ['community/reading: my own', 'proposals', ['subject'], 'newest'],
  ['community/pictures: of a proposal', 'pictures', ['proposal'], 'at'],
  ['pictures-in-copy: of a person', 'pictures', ['subject'], 'at'],
  ['reconcile/check-pictures: whose look was lost', 'pictures', ['state'], 'nextAt'],
  ['community/reading: what was said about one', 'comments', ['proposal', 'state'], 'order'],
  ['community/author: what somebody said today', 'comments', ['subject'], 'at'],
  ['community/surveys: the newest', 'surveys', [], 'at'],
  ['retention/survey: what was written', 'survey_answers', ['survey'], '_id'],
  ['request/inbox: what I was told', 'messages', ['subject'], 'createdAt'],
  ['consent/proof: history', 'ledger', ['subject'], 'seq'],
  ['retention/anchor: a day in order', 'ledger', [], 'at'],
  ['retention/anchor: rows of one instant', 'ledger', ['at'], '_id'],
  ['retention/withdrawn: withdrawals of a day in order', 'ledger', ['type'], 'at'],
  ['retention/withdrawn: withdrawals of one instant', 'ledger', ['type', 'at'], '_id'],
  ['retention/anchor: the newest anchor', 'anchors', [], 'seq'],
  ['retention/anchor: how often a day was anchored', 'anchors', ['day'], null],
  ['verify: chains in order', 'ledger', [], 'subject'],
  ['retention/incident-removed: who took a picture away', 'ledger', [], 'subject'],
  ['retention/incident-removed: when it had come', 'ledger', ['subject'], null],
  ['platform/sms-codes: numbers tried', 'sms_codes', ['openidDigest'], 'sentAt'],
  ['platform/sms-codes: the code for a number', 'sms_codes', ['numberDigest', 'openidDigest'], 'sentAt'],
];

describe('no search reads a whole collection:', () => {
  it.each(searches)('%s', (_, name, equal, then) => {
    expect(isIndexed(name, equal, then)).toBe(true);
  });

  it.each(collections)('the way from a person to %s stands on an index', (name, { link }) => {
    const ways = waysOf(link);
    expect(ways.filter((column) => !isIndexed(name, [column]))).toEqual([]);
  });

  it('an order that no index has is found out', () => {
    expect(isIndexed('requests', ['subject'], 'dueOn')).toBe(false);
    expect(isIndexed('requests', ['reviewer'])).toBe(false);
  });
});

describe('what may be there only once', () => {
  it.each([
    ['one account for a WeChat user', 'accounts', ['openidDigest']],
    ['one account for a phone', 'accounts', ['phoneDigest']],
    ['one row at a place of a chain', 'ledger', ['subject', 'seq']],
    ['one anchor at a place of their chain', 'anchors', ['seq']],
  ])('%s', (_, name, columns) => {
    const unique = indexesOf(name).filter((index) => index.unique);
    expect(unique.map(({ fields }) => fields.map(({ field }) => field))).toContainEqual(columns);
  });
});
