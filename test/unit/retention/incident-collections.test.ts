import type * as z from 'zod/mini';
import { dataMap, type CollectionName } from '../../../src/contracts/data-map';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import type { breachInput } from '../../../src/contracts/operator';
import type { Call } from '../../../cloudfunctions/platform/handler';
import { operations } from '../../../cloudfunctions/retention/operations';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { makeTown } from '../../make/town';

setTestKeys();
const before = '2026-01-01T04:00:00.000Z';
const breach = { from: '2026-01-02T00:00:00.000Z', to: '2026-01-03T00:00:00.000Z' };
const after = '2026-05-01T04:00:00.000Z';
const due = new Date('2026-09-01T00:00:00.000Z');

/** Since when a row of each collection that leads to a person is there, as a reader of the map would say. */
const since = {
  accounts: 'registeredAt',
  ledger: 'at',
  requests: 'submittedAt',
  request_attachments: 'at',
  proposals: 'at',
  pictures: 'at',
  comments: 'at',
  supports: 'at',
  survey_answers: 'at',
  review_queue: 'submittedAt',
  staff_decisions: 'seenAt',
  messages: 'createdAt',
  sms_codes: 'windowFrom',
  disclosures: 'createdAt',
  logins: 'at',
  usage: 'at',
  guardian_consents: 'at',
} as const satisfies Partial<Record<CollectionName, string>>;

const all = Object.entries(dataMap) as [CollectionName, Collection][];
const led = all.filter(([, { link }]) => link.by !== 'none');
const pathsOf = ([name, { fields }]: (typeof all)[number]) =>
  Object.keys(fields).map((field) => `${name}.${field}`);

/** Two people with rows everywhere: all of one's from before the breach, all of the other's from after it. */
function town() {
  const made = makeTown(['early', 'late'], due);
  for (const [name, column] of Object.entries(since))
    for (const row of made.rows(name)) {
      const at = JSON.stringify(row).includes('early') ? before : after;
      made.put(name, { ...row, [column]: at, ...(name === 'accounts' && { traces: {} }) });
    }
  return made;
}

type Input = z.infer<typeof breachInput>;
const ask = (
  { store }: Pick<ReturnType<typeof makeTown>, 'store'>,
  field: string,
  operation: 'incident' | 'incidentErased' | 'incidentNotify' = 'incident',
  after?: string,
) =>
  operations[operation]({
    store,
    now: due,
    input: { field, ...breach, by: '王管理', ...(after !== undefined && { after }) },
    once: <T>(work: () => Promise<T>) => work(),
  } as Call<Input>);

describe('[P44] a breach of any field', () => {
  it('is of a collection that says since when its rows are there', () => {
    expect(led.map(([name]) => name).sort()).toEqual(Object.keys(since).sort());
  });

  it.each(led.flatMap(pathsOf))(
    '%s reaches whose rows were there, and nobody who came later',
    async (path) => {
      const answer = await ask(town(), path);
      expect(answer).toMatchObject({ ok: true, data: { people: [{ subject: 'early', since: before }] } });
    },
  );

  it('of a decision that no run has met yet reaches whoever had an account by then', async () => {
    const made = town();
    for (const row of made.rows('staff_decisions'))
      made.put('staff_decisions', { ...row, seenAt: undefined });
    expect(await ask(made, 'staff_decisions.replyText')).toMatchObject({
      data: { people: [{ subject: 'early', since: before }] },
    });
  });

  it.each(['staff_decisions.replyText', 'sms_codes.number', 'requests.details'])(
    'tells nobody who is being erased or has no such row: %s',
    async (path) => {
      const made = town();
      for (const row of made.rows('accounts')) made.put('accounts', { ...row, status: 'erasing' });
      expect(await ask(made, path)).toMatchObject({ data: { people: [] } });
      const bare = town();
      const [name = '', field = ''] = path.split('.');
      for (const row of bare.rows(name)) {
        const { [field]: _, [`${field}Digest`]: __, ...rest } = row;
        bare.put(name, rest as typeof row);
      }
      expect(await ask(bare, path)).toMatchObject({ data: { people: [] } });
    },
  );

  it.each(all.filter(([, { link }]) => link.by === 'none').flatMap(pathsOf))(
    '%s is told to be nobody’s, which is not the same as unknown',
    async (path) => {
      for (const operation of ['incident', 'incidentErased', 'incidentNotify'] as const)
        expect(await ask(town(), path, operation)).toMatchObject({ error: { code: 'FIELD_OF_NOBODY' } });
    },
  );

  it.each([
    'accounts.salary',
    'salaries.amount',
    'accounts.constructor',
    'constructor.name',
    'accounts.phone.x',
  ])('%s is told to be unknown', async (path) => {
    expect(await ask(town(), path)).toMatchObject({ error: { code: 'FIELD_UNKNOWN' } });
  });
});

describe('[P44] a picture that was taken away since', () => {
  const [added, removed] = ['request.attachment-added', 'request.attachment-removed'];
  const during = '2026-01-02T12:00:00.000Z';

  /** People without any picture now, whose chains say when they added one and took it away. */
  function gone(told: Readonly<Record<string, readonly [added: string, removed?: string]>>) {
    const made = memoryStore();
    for (const [subject, [from, until]] of Object.entries(told)) {
      made.put('accounts', { _id: subject, status: 'active', registeredAt: before });
      made.put('ledger', { _id: `${subject}.1`, subject, seq: 1, type: added, at: from });
      if (until) made.put('ledger', { _id: `${subject}.2`, subject, seq: 2, type: removed, at: until });
    }
    return made;
  }

  it('reaches who had one there during it, and nobody whose came later or was gone before', async () => {
    const made = gone({
      had: [before, after],
      brief: [during, during],
      later: [after, after],
      gone: [before, before],
      kept: [before],
      leaving: [before, after],
    });
    made.put('accounts', { _id: 'leaving', status: 'erasing', registeredAt: before });
    expect(await ask(made, 'request_attachments.picture')).toMatchObject({
      ok: true,
      data: {
        people: [
          { subject: 'brief', since: during },
          { subject: 'had', since: before },
        ],
        next: null,
      },
    });
    expect(await ask(made, 'requests.details')).toMatchObject({ data: { people: [] } });
  });

  it('reaches each once, page by page, between those who still have theirs', async () => {
    const names = Array.from({ length: 1100 }, (_, index) => `person-${String(index).padStart(4, '0')}`);
    const made = gone(Object.fromEntries(names.map((name) => [name, [before, after]])));
    for (const subject of ['aaa', 'person-0500', 'person-1050.5', 'zzz']) {
      made.put('accounts', { _id: subject, status: 'active', registeredAt: before });
      made.put('request_attachments', { _id: `of-${subject}`, subject, at: before, picture: 's1.x' });
    }
    const found: string[] = [];
    for (let next: string | undefined; ;) {
      const answer = await ask(made, 'request_attachments.picture', 'incident', next);
      if (!answer.ok || !('people' in answer.data)) throw new Error('no page');
      found.push(...answer.data.people.map(({ subject }) => subject));
      if (answer.data.next === null) break;
      next = answer.data.next;
    }
    expect(found).toEqual([...names, 'aaa', 'person-1050.5', 'zzz'].sort());
  });
});

describe('[P44] more people than a page holds', () => {
  const names = Array.from({ length: 1100 }, (_, index) => `person-${String(index).padStart(4, '0')}`);

  /** So many accounts, each with a code under way; the first asked for codes to as many numbers more. */
  function crowd() {
    const made = memoryStore();
    const code = { codeDigest: 'code', windowFrom: before };
    for (const [index, _id] of names.entries()) {
      const digests = { phoneDigest: `phone-of-${_id}`, openidDigest: `openid-of-${_id}` };
      made.put('accounts', { _id, status: 'active', registeredAt: before, ...digests });
      const numberDigest = digests.phoneDigest;
      made.put('sms_codes', { _id: numberDigest, numberDigest, openidDigest: 'a stranger', ...code });
      const other = `other-${String(index)}`;
      const openidDigest = 'openid-of-person-0000';
      made.put('sms_codes', { _id: other, numberDigest: other, openidDigest, ...code, windowFrom: after });
    }
    // What lies behind a thousand rows that came later.
    made.put('sms_codes', { ...code, _id: 'zz', numberDigest: 'zz', openidDigest: 'openid-of-person-0000' });
    made.put('sms_codes', { ...code, _id: 'of nobody', numberDigest: 'n', openidDigest: 'o' });
    return made;
  }

  it('are met once each, page by page, however many rows lead to one of them', async () => {
    const found: string[] = [];
    let looked = 0;
    for (let after: string | undefined; ;) {
      const answer = await ask(crowd(), 'sms_codes.code', 'incident', after);
      if (!answer.ok || !('people' in answer.data)) throw new Error('no page');
      found.push(...answer.data.people.map(({ subject }) => subject));
      looked += answer.data.looked;
      if (answer.data.next === null) break;
      after = answer.data.next;
    }
    expect(found).toEqual(names);
    expect(looked).toBe(names.length);
  });

  it('are met by the earliest row of theirs', async () => {
    const made = crowd();
    await made.store.remove('sms_codes', { _id: 'phone-of-person-0000' });
    const answer = await ask(made, 'sms_codes.code');
    expect(answer).toMatchObject({ ok: true, data: { looked: 1000, next: 'person-0999' } });
    if (!answer.ok || !('people' in answer.data)) throw new Error('no page');
    expect(answer.data.people).toHaveLength(1000);
    expect(answer.data.people).toContainEqual({ subject: 'person-0000', since: before });
  });
});
