import { dataMap } from '../../src/contracts/data-map';
import { recipients, type Recipient } from '../../src/contracts/data-map/recipients';
import type { Input } from '../../src/contracts/operation';
import { operator } from '../../src/contracts/operator';
import { operatorAudits } from '../../src/contracts/operator-audits';
import { GENESIS } from '../../cloudfunctions/domain/ledger';
import { termsOf } from '../../cloudfunctions/domain/sharing';
import type { Call } from '../../cloudfunctions/platform/handler';
import { createSubjectKey, keyFingerprint } from '../../cloudfunctions/platform/keys';
import { sealRow } from '../../cloudfunctions/platform/sealing';
import type { Row, Store, Transaction } from '../../cloudfunctions/platform/store';
import { submit } from '../../cloudfunctions/request/submit';
import { handoverFrom } from '../../cloudfunctions/retention/handover';
import { operations as real } from '../../cloudfunctions/retention/operations';
import { memoryStore } from '../make/memory-store';
import { setTestKeys } from './arbitrary/environment';
import { agreedAt } from '../make/agreed-at';

setTestKeys();
beforeAll(() => {
  process.env['PLATFORM_CLOSED'] = 'true';
});
afterAll(() => {
  delete process.env['PLATFORM_CLOSED'];
});

const now = new Date('2026-06-01T02:00:00Z');
const at = now.toISOString();
const SUBJECT = 'subject-1';
const phone = '13800138000';
const by = '王管理';

/** Today's table has no successor. */
const heir: Recipient = { ...recipients.visit, kind: 'successor' };
const operations = { ...real, handover: handoverFrom({ ...recipients, heir }) };

/** One person, a recipient that was told to delete, and a store whose audit rows can be refused. */
async function office() {
  const { store: whole, rows } = memoryStore();
  let isBroken = false;
  const audited =
    (to: Pick<Transaction, 'add'>): Transaction['add'] =>
    (name, added) =>
      isBroken && name === 'audits' ? Promise.reject(new Error('no audit')) : to.add(name, added);
  const store: Store = {
    ...whole,
    add: audited(whole),
    transaction: (work) =>
      whole.transaction((transaction) => work({ ...transaction, add: audited(transaction) })),
  };
  const { key, wrapped } = createSubjectKey(SUBJECT);
  const agreed = agreedAt(at);
  const account = {
    openid: 'o-1',
    phone,
    age: 'adult',
    grants: {},
    ...agreed,
    status: 'active',
    registeredAt: at,
    openRequests: 0,
    key: wrapped,
    chain: { seq: 0, head: GENESIS },
  } as const;
  await store.add('accounts', [sealRow(dataMap.accounts, SUBJECT, account, key)]);
  const { policyVersion } = agreed;
  const visit = { granted: true, at, policyVersion, seq: 0, terms: termsOf(recipients.visit) };
  await store.change('accounts', { _id: SUBJECT }, { shares: { visit } });
  const owed = { subject: SUBJECT, to: 'visit', kind: 'deletion' as const, fields: [], reference: 'r' };
  await store.add('disclosures', [
    sealRow(dataMap.disclosures, 'owed', { ...owed, state: 'waiting', tries: 0, createdAt: at, nextAt: at }),
  ]);
  const call = <I>(input: I, openid = '') =>
    ({ store, openid, now, input, once: <T>(work: () => Promise<T>) => work() }) as unknown as Call<I>;
  const asked = { ...survey, at, answered: 0, tally: [[0]] };
  await store.add('surveys', [sealRow(dataMap.surveys, 'asked', asked)]);
  const filed = await submit(call({ kind: 'question' as const, details: '请问' }, 'o-1'));
  const altered = filed.ok ? filed.data.id : '';
  await store.change('requests', { _id: altered }, { dueOn: '2030-01-01' });
  return {
    rows,
    altered,
    keyFingerprint: keyFingerprint(key),
    audits: () => rows('audits') as unknown as Row<'audits'>[],
    everything: () => JSON.stringify(Object.keys(dataMap).map((name) => rows(name))),
    forget: () => store.remove('accounts', { _id: SUBJECT }),
    breakAudits() {
      isBroken = true;
    },
    call: (name: Name, input: object) => operations[name](call(input as never)),
  };
}

type Office = Awaited<ReturnType<typeof office>>;
type Name = keyof typeof operator;
const breach = { field: 'accounts.phone', from: at, to: at, by };
const confirm = '弹性定价开源共创';
const wechatId = { phone, from: '示例合作方', field: 'wechatId', value: 'partner_told_1' };

const survey = {
  ...{ title: '物业服务', intro: '三分钟', closesAt: '2026-12-31T16:00:00.000Z' },
  questions: [{ kind: 'text' as const, title: '还想说什么' }],
};

/** A call that each operation carries out; a new operation does not compile without one. */
const calls: { [A in Name]: (here: Office) => Input<(typeof operator)[A]> } = {
  signingKey: () => ({}),
  statistics: () => ({ of: 'audits' }),
  health: () => ({}),
  migrate: () => ({}),
  childFound: () => ({ phone, by, reference: '家长来信-7' }),
  settleAltered: ({ altered }) => ({
    id: altered,
    how: 'close',
    reason: '手工改错',
    reference: '工单-7',
    by,
  }),
  shutdownPlan: () => ({ by }),
  shutdown: () => ({ confirm, by }),
  incident: () => breach,
  incidentErased: () => breach,
  incidentNotify: () => breach,
  replay: ({ keyFingerprint: mine }) => ({
    erased: [{ subject: SUBJECT, keyFingerprint: mine }],
    confirm,
    by,
  }),
  deliver: () => ({ phone, recipient: 'visit', fields: ['accounts.phone'], by }),
  disclose: () => ({
    phone,
    authority: '某市公安局',
    exception: 'criminal-justice',
    document: '调证字〔2026〕12号',
    fields: ['accounts.phone'],
    by,
    second: '李办',
  }),
  compelled: () => ({ phone, by }),
  import: () => ({ ...wechatId, consentReference: 'HZ-1', by }),
  excuse: () => ({ disclosure: 'owed', reason: '法律要求保存', law: '电子商务法第三十一条', by }),
  handover: () => ({ recipient: 'heir', by }),
  surveyOpen: () => ({ ...survey, id: 'new', by }),
  surveyWords: () => ({ id: 'asked', question: 0, by }),
};

const names = Object.keys(operator) as Name[];
const audited = names.filter((name) => operatorAudits[name] !== null);

describe('[P40] what the operator does', () => {
  it('leaves a row for each of the calls but those that tell of nobody, and what the timer does as well', () => {
    expect(names.filter((name) => !audited.includes(name)).sort()).toEqual([
      'health',
      'migrate',
      'signingKey',
      'statistics',
    ]);
  });

  it.each(audited)('is written down with who did it: %s', async (name) => {
    const here = await office();
    expect(await here.call(name, calls[name](here))).toMatchObject({ ok: true });
    const left = here.audits();
    expect(left.length).toBeGreaterThan(0);
    expect(new Set(left.map(({ action }) => action))).toEqual(new Set([operatorAudits[name]]));
    expect(left[0]).toMatchObject({ reviewer: by, at });
    expect(JSON.stringify(left)).not.toContain(phone);
  });

  it.each(audited)('cannot happen without its row: %s', async (name) => {
    const here = await office();
    const before = here.everything();
    here.breakAudits();
    await expect(here.call(name, calls[name](here))).rejects.toThrow('no audit');
    expect(here.everything()).toBe(before);
  });

  it('leaves its row with an excuse for somebody who is gone, too', async () => {
    const here = await office();
    await here.forget();
    const before = here.everything();
    here.breakAudits();
    await expect(here.call('excuse', calls.excuse(here))).rejects.toThrow('no audit');
    expect(here.everything()).toBe(before);
  });

  it('leaves no row where nothing happened', async () => {
    const here = await office();
    const before = here.everything();
    const refused = [
      ['replay', { ...calls.replay(here), confirm: '别的平台' }],
      ['shutdown', { confirm: '别的平台', by }],
      ['excuse', { ...calls.excuse(here), disclosure: 'nobody' }],
      ['compelled', { phone: '13900139000', by }],
      ['handover', { recipient: 'visit', by }],
      ['incident', { ...breach, field: 'audits.reviewer' }],
    ] as const;
    for (const [name, input] of refused) expect(await here.call(name, input)).toMatchObject({ ok: false });
    expect(here.everything()).toBe(before);
  });
});
