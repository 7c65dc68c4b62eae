import { applyDecisions } from '../../../cloudfunctions/reconcile/decisions';
import { download } from '../../../cloudfunctions/request/download';
import { submit } from '../../../cloudfunctions/request/submit';
import { appeal, cancel, verify } from '../../../cloudfunctions/request/moves';

import { FILED, LATER, office, words } from './altered-office';

const NEXT = new Date('2026-03-21T02:00:00Z');
const proposal = {
  decision: 'refuse',
  reasonCode: 'malice',
  replyText: '秘密的草稿',
  alternative: '也还没定',
} as const;

const reasons = { reasonCode: 'repetitive', replyText: '上周刚答复过', alternative: '看上次的答复' };

describe('[P60] an answer that was given', () => {
  it('is put back as the ledger has it, with who gave it, and can be appealed', async () => {
    const here = await office();
    expect(await here.decide({ decision: 'refuse', ...reasons })).toBe('applied');
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

  it.each([
    ['waits', undefined],
    ['waits with a proposal, which falls away', proposal],
  ])('stays with its appeal and with who may not decide it, while that %s', async (_, proposed) => {
    const here = await office();
    expect(await here.decide({ decision: 'refuse', ...reasons })).toBe('applied');
    expect(await appeal(here.call({ id: here.id, reason: '没有答全' }, LATER))).toMatchObject({ ok: true });
    const { dueOn, clockFrom } = here.row();
    if (proposed) expect(await here.decide({ ...proposed, reviewer: '李审' })).toBe('applied');
    here.edit({ dueOn: '2027-01-01', deciders: undefined, clockFrom: undefined });
    expect(await here.settle('close')).toMatchObject({ ok: true, data: { id: here.id, state: 'appealed' } });
    expect(here.rows('requests')).toHaveLength(1);
    expect(here.row()).toMatchObject({ state: 'appealed', open: true, dueOn, clockFrom, deciders: ['王审'] });
    expect(here.row()).toHaveProperty('appeal');
    expect(here.open()).toBe(1);
    expect(await here.read()).toMatchObject({
      ok: true,
      data: { state: 'appealed', reply: proposed ? null : '上周刚答复过' },
    });
    const again = { decision: 'reply', replyText: '补上' };
    expect(await here.decide(again)).toBe('rejected');
    here.edit({ dueOn: '2027-02-02' });
    expect(await here.settle('close')).toMatchObject({ ok: true, data: { state: 'appealed' } });
    expect(here.row()).toMatchObject({ dueOn, deciders: ['王审'] });
    expect(await here.decide({ ...again, reviewer: '李审' })).toBe('applied');
    expect(await here.read()).toMatchObject({ ok: true, data: { state: 'done', reply: '补上' } });
  });

  it('stays appealed when its reason was spoilt and a proposal about it is returned', async () => {
    const here = await office();
    expect(await here.decide({ decision: 'refuse', ...reasons })).toBe('applied');
    await appeal(here.call({ id: here.id, reason: '没有答全' }, LATER));
    here.edit({ appeal: 's1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', dueOn: '2026-03-23' });
    expect(await here.settle('close')).toMatchObject({ ok: true, data: { state: 'appealed' } });
    expect(await here.decide({ ...proposal, reviewer: '李审' })).toBe('applied');
    expect(await here.decide({ decision: 'return' })).toBe('applied');
    expect(here.row()).toMatchObject({ state: 'appealed', deciders: ['王审'] });
    expect(await here.decide({ decision: 'reply', replyText: '补上' })).toBe('rejected');
  });

  it('is not accepted where who decided was edited, so that nobody judges an appeal against themself', async () => {
    const here = await office();
    expect(await here.decide({ decision: 'refuse', ...reasons })).toBe('applied');
    await appeal(here.call({ id: here.id, reason: '没有答全' }, LATER));
    here.edit({ deciders: undefined });
    expect(await here.settle('accept')).toMatchObject({ error: { code: 'REQUEST_UNSOUND' } });
    here.edit({ deciders: ['王审'], dueOn: '2026-03-23' });
    expect(await here.settle('accept')).toMatchObject({ ok: true, data: { state: 'appealed' } });
    expect(await here.decide({ decision: 'reply', replyText: '补上' })).toBe('rejected');
  });

  it('is not accepted without the step of its appeal, so that who was appealed against stays out', async () => {
    const here = await office();
    expect(await here.decide({ decision: 'refuse', ...reasons })).toBe('applied');
    await appeal(here.call({ id: here.id, reason: '没有答全' }, LATER));
    const { history = [] } = here.row();
    here.edit({ history: history.filter(({ move }) => move !== 'appeal') });
    expect(await here.settle('accept')).toMatchObject({ error: { code: 'REQUEST_UNSOUND' } });
    here.edit({ history, dueOn: '2026-03-23' });
    expect(await here.settle('accept')).toMatchObject({ ok: true, data: { state: 'appealed' } });
  });

  it('is not accepted with another end than the ledger’s, from which its life is counted', async () => {
    const here = await office();
    expect(await here.decide({ decision: 'refuse', ...reasons })).toBe('applied');
    const { closedAt } = here.row();
    here.edit({ closedAt: '2099-01-01T00:00:00.000Z' });
    expect(await here.settle('accept')).toMatchObject({ error: { code: 'REQUEST_UNSOUND' } });
    here.edit({ closedAt, dueOn: '2026-03-13' });
    expect(await here.settle('accept')).toMatchObject({ ok: true, data: { state: 'refused' } });
  });

  it('is not accepted while it is only proposed: the ledger does not tell what', async () => {
    const here = await office();
    expect(await here.decide(proposal)).toBe('applied');
    here.edit({ reasonCode: 'trade-secret' });
    expect(await here.settle('accept')).toMatchObject({ error: { code: 'REQUEST_UNSOUND' } });
  });

  it('that named another request is settled under its own number', async () => {
    const here = await office();
    const other = await submit(here.call({ kind: 'access', details: '再问一次', attempt: 'again' }, LATER));
    if (!other.ok) throw new Error(other.error.code);
    expect(await here.decide({ decision: 'duplicate', duplicateOf: other.data.id })).toBe('applied');
    here.edit({ dueOn: '2026-03-19' });
    expect(await here.settle('accept')).toEqual({ ok: true, data: { id: here.id, state: 'duplicate' } });
  });

  it('that named another request is put back with its name', async () => {
    const here = await office();
    const other = await submit(here.call({ kind: 'access', details: '再问一次', attempt: 'again' }, LATER));
    if (!other.ok) throw new Error(other.error.code);
    expect(await here.decide({ decision: 'duplicate', duplicateOf: other.data.id })).toBe('applied');
    here.edit({ duplicateOf: 'somebody-else' });
    expect(await here.settle('accept')).toMatchObject({ error: { code: 'REQUEST_UNSOUND' } });
    expect(await here.settle('close')).toMatchObject({ ok: true, data: { state: 'duplicate' } });
    expect(here.row()).toMatchObject({ duplicateOf: other.data.id });
  });

  it('by which something was a repetition names that no more after another answer', async () => {
    const here = await office();
    const other = await submit(here.call({ kind: 'access', details: '再问一次', attempt: 'again' }, LATER));
    if (!other.ok) throw new Error(other.error.code);
    expect(await here.decide({ decision: 'duplicate', duplicateOf: other.data.id })).toBe('applied');
    await appeal(here.call({ id: here.id, reason: '不是同一件事' }, LATER));
    expect(await here.decide({ decision: 'reply', replyText: '补上', reviewer: '李审' })).toBe('applied');
    expect(await here.read()).toMatchObject({ ok: true, data: { state: 'done', duplicateOf: null } });
  });

  it('[P47] gives the approved copy back, for the days that are left, with the digest of the last one', async () => {
    const here = await office('copy');
    expect(await here.decide({ decision: 'approve' })).toBe('applied');
    const { availableUntil } = here.row();
    expect(availableUntil).toBe('2026-03-27T02:00:00.000Z');
    for (const at of [LATER, NEXT])
      expect(await download(here.call({ id: here.id }, at))).toMatchObject({ ok: true });
    const { copySha256 } = here.row();
    here.edit({ availableUntil: '2099-01-01T00:00:00.000Z' });
    expect(await here.settle('accept')).toMatchObject({ error: { code: 'REQUEST_UNSOUND' } });
    here.edit({ availableUntil: undefined, copySha256: undefined, dueOn: '2020-01-01' });
    expect(await here.settle('close')).toMatchObject({ ok: true, data: { id: here.id, state: 'done' } });
    expect(here.row()).toMatchObject({ availableUntil, copySha256 });
    expect(await download(here.call({ id: here.id }, NEXT))).toMatchObject({ ok: true });
    here.edit({ dueOn: '2026-03-01' });
    expect(await here.settle('accept')).toMatchObject({ ok: true });
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

it('[P59] a letter that was verified and filed anew is accepted later with the day on which it came', async () => {
  const here = await office();
  const letter = { decision: 'intake', phone: '13700000001', kind: 'question', words, reviewer: '王审' };
  const form = { _id: 'letter', ...letter, receivedOn: '2026-03-02', submit: true };
  await here.store.add('staff_decisions', [form]);
  await applyDecisions({ store: here.store, wechat: undefined as never, now: FILED });
  const { _id: id = '' } = here.rows('requests').find(({ state }) => state === 'submitted') ?? {};
  const verifiedAt = new Date('2026-03-05T02:00:00Z');
  expect(await verify(here.call({ id }, verifiedAt))).toMatchObject({ ok: true });
  here.edit({ kind: 'complaint' }, id);
  const settled = await here.settle('close', { id });
  if (!settled.ok) throw new Error(settled.error.code);
  const anew = here.row(settled.data.id);
  const submittedAt = FILED.toISOString();
  expect(anew).toMatchObject({ submittedAt, verifiedAt: verifiedAt.toISOString() });
  expect(anew.history).toEqual([{ at: submittedAt, move: 'submit', by: 'staff', state: 'verified' }]);
  here.edit({ dueOn: '2026-03-09' }, anew._id);
  expect(await here.settle('accept', { id: anew._id })).toMatchObject({ ok: true });
});
