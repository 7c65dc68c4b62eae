import type { Row } from '../../../cloudfunctions/platform/store';
import type { Call } from '../../../cloudfunctions/platform/handler';
import { isUntouched } from '../../../cloudfunctions/platform/guard';
import { verifyChain } from '../../../cloudfunctions/domain/ledger';
import { applyDecisions } from '../../../cloudfunctions/reconcile/decisions';
import { detachingAll } from '../../../cloudfunctions/platform/detaching';
import { openedMember } from '../../../cloudfunctions/platform/member';
import { record } from '../../../cloudfunctions/platform/record';
import { attach, attachment } from '../../../cloudfunctions/request/attachments';
import { appeal, cancel, verify } from '../../../cloudfunctions/request/moves';
import { read } from '../../../cloudfunctions/request/reading';
import { submit } from '../../../cloudfunctions/request/submit';
import { checkRequests } from '../../../cloudfunctions/retention/requests';
import { settleAltered } from '../../../cloudfunctions/retention/settle-altered';
import { dataMap } from '../../../src/contracts/data-map';
import type { RequestKind } from '../../../src/contracts/request-vocabulary';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { pngOf, smallJpeg } from '../../make/pictures';
import { memoryStore } from '../../make/memory-store';
import { accountIn, putAccount } from '../../make/put-account';

setTestKeys();
beforeAll(() => {
  process.env['STAFF'] = JSON.stringify({ 王审: 'second', 李审: 'second' });
});
afterAll(() => {
  delete process.env['STAFF'];
});

const FILED = new Date('2026-03-02T02:00:00Z');
const LATER = new Date('2026-03-20T02:00:00Z');
const words = '请告诉我你们有我的什么';
let decided = 0;

/** A person with one request, everything that can happen to it, and somebody who edits its row by hand. */
async function office(kind: RequestKind = 'access') {
  const memory = memoryStore();
  const { store, rows, put } = memory;
  putAccount(memory, 'person', { phone: '13700000001' });
  putAccount(memory, 'stranger', { phone: '13700000002' });
  const call = <I>(input: I, now = FILED, openid = 'o-person') =>
    ({ store, openid, now, input, once: (work: () => unknown) => work() }) as unknown as Call<I>;
  const filed = await submit(call({ kind, details: words }));
  if (!filed.ok) throw new Error('nothing was filed');
  const { id } = filed.data;
  const row = (which = id) => rows('requests').find(({ _id }) => _id === which) as unknown as Row<'requests'>;
  return {
    ...{ store, rows, call, id, row },
    account: () => accountIn(memory, 'person'),
    open: () => accountIn(memory, 'person').openRequests,
    events: () =>
      (rows('ledger') as unknown as Row<'ledger'>[])
        .filter(({ subject }) => subject === 'person')
        .sort((a, b) => a.seq - b.seq),
    told: () => rows('messages').map(({ template, requestId }) => [template, requestId]),
    edit: (columns: object, which = id) => {
      const edited: Record<string, unknown> = { ...row(which), ...columns };
      const kept = Object.entries(edited).filter(([, value]) => value !== undefined);
      put('requests', { _id: which, ...Object.fromEntries(kept) });
    },
    settle: (how: 'accept' | 'close', more: object = {}) =>
      settleAltered(
        call(
          { id, how, reason: '值班同事手工改错了', reference: '工单-7', by: '王管理', ...more },
          LATER,
          '',
        ),
      ),
    async decide(typed: object, which = id) {
      decided += 1;
      const _id = `decision-${String(decided)}`;
      const filledIn = { requestId: which, reviewer: '王审', submit: true, ...typed };
      put('staff_decisions', { _id, expectedVersion: row(which).version, ...filledIn });
      await applyDecisions({ store, wechat: undefined as never, now: LATER });
      return rows('staff_decisions').find((each) => each._id === _id)?.['result'];
    },
    read: (which = id) => read(call({ id: which }, LATER)),
  };
}

describe('[P59] a request that somebody edited by hand', () => {
  it.each([
    ['its state', { state: 'done', open: false, closedAt: LATER.toISOString() }],
    ['its last day', { dueOn: '2027-01-01' }],
    ['what it asks', { kind: 'complaint' }],
    ['a column into nonsense', { kind: 'gossip', version: 'nine', history: 'none' }],
    ['its words', { details: undefined, guard: undefined }],
  ])('in %s is filed anew by the ledger, as of the day it came in', async (_, columns) => {
    const here = await office();
    const due = here.row().dueOn;
    here.edit(columns);
    const settled = await here.settle('close');
    if (!settled.ok) throw new Error(settled.error.code);
    const { id } = settled.data;
    expect(settled.data).toEqual({ id, state: 'verified' });
    const anew = here.row(id);
    expect(anew).toMatchObject({ kind: 'access', dueOn: due, submittedAt: FILED.toISOString(), open: true });
    expect(here.row()).toMatchObject({ state: 'replaced', open: false, duplicateOf: id, kind: 'access' });
    for (const each of [anew, here.row()]) expect(isUntouched(dataMap.requests, each)).toBe(true);
    expect(here.open()).toBe(1);
    expect(verifyChain(here.events())).toEqual({ intact: true });
    expect(await here.read(id)).toMatchObject({
      ok: true,
      data: { details: 'details' in columns ? null : words, overdue: false },
    });
    expect(await here.read()).toMatchObject({ ok: true, data: { state: 'replaced', duplicateOf: id } });
    expect(await checkRequests({ store: here.store, wechat: undefined as never, now: LATER })).toEqual({
      altered: 0,
    });
    expect(await here.decide({ decision: 'reply', replyText: '都在附件里' }, id)).toBe('applied');
    expect(await here.read(id)).toMatchObject({ ok: true, data: { reply: '都在附件里' } });
  });

  it('leaves an audit row, the person’s chain and a message, and shows nothing of it in clear', async () => {
    const here = await office();
    here.edit({ state: 'in_review' });
    const settled = await here.settle('close');
    expect(JSON.stringify(settled)).not.toMatch(/13700000001|请告诉我/);
    expect(here.rows('audits')).toMatchObject([
      { action: 'altered-settled', requestId: '工单-7', reviewer: '王管理', outcome: 'person' },
    ]);
    const types = here.events().map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['request.replaced', 'request.refiled']);
    expect(here.told()).toEqual([['request-replaced', settled.ok ? settled.data.id : '']]);
  });

  it('is accepted as it lies where it is what the ledger says, and then decided on the new version alone', async () => {
    const here = await office();
    here.edit({ dueOn: '2026-03-19' });
    expect(await here.settle('accept')).toEqual({ ok: true, data: { id: here.id, state: 'verified' } });
    expect(here.row()).toMatchObject({ dueOn: '2026-03-19', version: 2 });
    expect(isUntouched(dataMap.requests, here.row())).toBe(true);
    expect(await here.decide({ decision: 'reply', replyText: '好', expectedVersion: 1 })).toBe('rejected');
    expect(await here.decide({ decision: 'reply', replyText: '好' })).toBe('applied');
    expect(here.told()[0]).toEqual(['request-checked', here.id]);
  });

  it.each([
    ['a state to which no move led', { state: 'refused', open: false, closedAt: LATER.toISOString() }],
    ['a state that does not go with being open', { open: false }],
    ['another version', { version: 7 }],
    ['another kind', { kind: 'delete' }],
    ['another day of filing', { submittedAt: LATER.toISOString() }],
    ['a value that the schema refuses', { dueOn: 'soon' }],
    ['a column that nobody declared', { extra: 1 }],
    ['words that do not open', { details: 's1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ])('is not accepted with %s', async (_, columns) => {
    const here = await office();
    here.edit({ ...columns, guard: 'x' });
    const before = JSON.stringify(here.row());
    expect(await here.settle('accept')).toMatchObject({ ok: false, error: { code: 'REQUEST_UNSOUND' } });
    expect(JSON.stringify(here.row())).toBe(before);
    expect(here.rows('audits')).toEqual([]);
  });

  it('is done once however often the call is repeated', async () => {
    const here = await office();
    here.edit({ state: 'done' });
    const first = await here.settle('close');
    const before = JSON.stringify(here.rows('requests'));
    expect(await here.settle('close')).toEqual(first);
    expect(await here.settle('accept')).toMatchObject({ ok: false, error: { code: 'REQUEST_SOUND' } });
    expect(JSON.stringify(here.rows('requests'))).toBe(before);
    expect(here.rows('audits')).toHaveLength(1);
  });

  it('that was replaced and is edited once more still leads to the one that goes on', async () => {
    const here = await office();
    here.edit({ state: 'done' });
    const first = await here.settle('close');
    here.edit({ state: 'verified', open: true, duplicateOf: undefined });
    expect(await here.settle('close')).toMatchObject({
      ok: true,
      data: first.ok ? { id: first.data.id } : {},
    });
    expect(here.rows('requests')).toHaveLength(2);
    expect(here.row()).toMatchObject({ state: 'replaced', open: false });
    expect(here.open()).toBe(1);
  });

  it('takes its pictures along, as many as the ledger knows', async () => {
    const here = await office();
    const picture = smallJpeg.toString('base64');
    expect(await attach(here.call({ id: here.id, picture }))).toMatchObject({ ok: true });
    here.edit({ attachments: 5, state: 'done' });
    const settled = await here.settle('close');
    if (!settled.ok) throw new Error(settled.error.code);
    const { id } = settled.data;
    expect([here.row(id).attachments, here.row().attachments]).toEqual([1, 0]);
    const [held] = here.rows('request_attachments');
    expect(held).toMatchObject({ requestId: id });
    expect(held).not.toHaveProperty('closedAt');
    const looked = await attachment(here.call({ id, attachment: String(held?._id) }));
    expect(looked).toMatchObject({ ok: true });
    here.edit({ dueOn: '2026-03-19' }, id);
    expect(await here.settle('accept', { id })).toMatchObject({ ok: true });
    here.edit({ dueOn: '2026-03-18' }, here.id);
    expect(await here.settle('accept')).toMatchObject({ ok: true, data: { state: 'replaced' } });
  });

  it('is accepted with the pictures that one act took away, and not with a count of its own', async () => {
    const here = await office();
    for (const picture of [smallJpeg, pngOf(8)])
      expect(await attach(here.call({ id: here.id, picture: picture.toString('base64') }))).toMatchObject({
        ok: true,
      });
    const member = await openedMember(here.account());
    const { events, also } = await detachingAll(here.store, member, LATER);
    await record(here.store, member, LATER, { events, also });
    here.edit({ attachments: 2 });
    expect(await here.settle('accept')).toMatchObject({ error: { code: 'REQUEST_UNSOUND' } });
    here.edit({ attachments: 0, dueOn: '2026-03-19' });
    expect(await here.settle('accept')).toMatchObject({ ok: true });
  });

  it('that was nobody’s to settle stays as it is: sound, unknown, or of somebody who never asked', async () => {
    const here = await office();
    expect(await here.settle('close')).toMatchObject({ error: { code: 'REQUEST_SOUND' } });
    expect(await here.settle('close', { id: 'nobody' })).toMatchObject({
      error: { code: 'REQUEST_UNKNOWN' },
    });
    here.edit({ subject: 'stranger' });
    expect(await here.settle('close')).toMatchObject({ error: { code: 'REQUEST_UNPROVEN' } });
    here.edit({ subject: 'gone' });
    expect(await here.settle('close')).toMatchObject({ error: { code: 'SUBJECT_LEAVING' } });
    expect(await here.settle('close', { phone: '13700000001' })).toMatchObject({ ok: true });
    expect(here.row()).toMatchObject({ subject: 'person', state: 'replaced' });
  });
});

describe('[P60] an answer that was given', () => {
  it('is put back as the ledger has it, with who gave it, and can be appealed', async () => {
    const here = await office();
    const refusal = { reasonCode: 'repetitive', replyText: '上周刚答复过', alternative: '看上次的答复' };
    expect(await here.decide({ decision: 'refuse', ...refusal })).toBe('applied');
    here.edit({ state: 'done', decision: 'approve', reasonCode: undefined, deciders: ['别人'] });
    expect(await here.settle('close')).toMatchObject({ ok: true, data: { id: here.id, state: 'refused' } });
    expect(await here.read()).toMatchObject({
      ok: true,
      data: { state: 'refused', decision: 'refuse', reason: { code: 'repetitive' }, reply: '上周刚答复过' },
    });
    expect(await appeal(here.call({ id: here.id, reason: '没有答全' }, LATER))).toMatchObject({ ok: true });
    const again = { decision: 'reply', replyText: '补上' };
    expect(await here.decide(again)).toBe('rejected');
    expect(await here.decide({ ...again, reviewer: '李审' })).toBe('applied');
    expect(here.open()).toBe(0);
  });

  it('stays taken back where the person took the request back', async () => {
    const here = await office();
    await cancel(here.call({ id: here.id }));
    here.edit({ state: 'verified', open: true, closedAt: undefined });
    expect(await here.settle('close')).toMatchObject({ ok: true, data: { id: here.id, state: 'cancelled' } });
    expect(here.rows('requests')).toHaveLength(1);
    expect(here.open()).toBe(0);
  });

  it('[P51] waits on for a recipient that still owes an answer', async () => {
    const here = await office('delete');
    expect(await here.decide({ decision: 'approve', items: 'nickname' })).toBe('applied');
    const owed = {
      _id: 'owed',
      subject: 'person',
      to: 'visit',
      kind: 'deletion',
      fields: [],
      reference: 'r',
    };
    const at = LATER.toISOString();
    await here.store.add('disclosures', [
      {
        ...owed,
        kind: 'deletion',
        state: 'waiting',
        tries: 0,
        createdAt: at,
        nextAt: at,
        requestId: here.id,
      },
    ]);
    here.edit({ state: 'done', dueOn: '2020-01-01' });
    expect(await here.settle('close')).toMatchObject({ ok: true, data: { state: 'executing' } });
    expect(here.row()).toMatchObject({ open: true, decision: 'approve' });
    expect(here.open()).toBe(1);
  });
});

const proposal = {
  decision: 'refuse',
  reasonCode: 'malice',
  replyText: '秘密的草稿',
  alternative: '也还没定',
} as const;

it('[P20] never shows what was only proposed, when it is filed anew while a colleague’s look is waited for', async () => {
  const here = await office();
  expect(await here.decide(proposal)).toBe('applied');
  here.edit({ dueOn: '2027-01-01' });
  expect(await here.settle('close')).toMatchObject({ ok: true, data: { state: 'verified' } });
  for (const id of here.rows('requests').map(({ _id }) => _id)) {
    const shown = await here.read(id);
    expect(shown).toMatchObject({ ok: true, data: { reply: null, alternative: null, decision: null } });
  }
});

it('[P49] a letter that nobody confirmed waits for its person anew, and has no clock before', async () => {
  const here = await office();
  const letter = {
    decision: 'intake',
    phone: '13700000001',
    kind: 'question',
    words,
    receivedOn: '2026-03-02',
  };
  await here.store.add('staff_decisions', [{ _id: 'letter', ...letter, reviewer: '王审', submit: true }]);
  await applyDecisions({ store: here.store, wechat: undefined as never, now: FILED });
  const { _id: id = '' } = here.rows('requests').find(({ state }) => state === 'submitted') ?? {};
  here.edit({ dueOn: '2020-01-01' }, id);
  const settled = await here.settle('close', { id });
  if (!settled.ok) throw new Error(settled.error.code);
  expect(settled.data.state).toBe('submitted');
  expect(here.row(settled.data.id)).toMatchObject({ channel: 'email', submittedAt: LATER.toISOString() });
  expect(here.told().at(-1)).toEqual(['request-to-verify', settled.data.id]);
  expect(await verify(here.call({ id: settled.data.id }, LATER))).toMatchObject({ ok: true });
  expect(here.open()).toBe(2);
});
