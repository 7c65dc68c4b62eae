import { isUntouched } from '../../../cloudfunctions/platform/guard';
import { verifyChain } from '../../../cloudfunctions/domain/ledger';
import { detachingAll } from '../../../cloudfunctions/wechat-events/detaching';
import { openedMember } from '../../../cloudfunctions/platform/member';
import { record } from '../../../cloudfunctions/platform/record';
import { attach, attachment } from '../../../cloudfunctions/request/attachments';
import { acceptFee } from '../../../cloudfunctions/request/moves';
import { submit } from '../../../cloudfunctions/request/submit';
import { checkRequests } from '../../../cloudfunctions/retention/requests';
import { dataMap } from '../../../src/contracts/data-map';
import { pngOf, smallJpeg } from '../../make/pictures';

import { FILED, LATER, office, words } from './altered-office';

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
    ['a fee, of which the ledger knows nothing', { fee: 200_000 }],
    ['items, of which the ledger knows nothing', { items: 'nickname' }],
    ['another kind', { kind: 'delete' }],
    ['another day of filing', { submittedAt: LATER.toISOString() }],
    ['a later last day', { dueOn: '2027-01-01' }],
    ['a clock of its own', { clockFrom: '2026-02-01T02:00:00.000Z' }],
    ['another day of being certain whose it is', { verifiedAt: LATER.toISOString() }],
    ['another way in', { channel: 'email' }],
    ['another place in the queue', { priority: 0 }],
    ['somebody who never decided', { deciders: ['王审'] }],
    ['a step that nobody took', { history: [] }],
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

  it('of a child is not accepted as an adult’s, which anybody of the staff could handle', async () => {
    const here = await office('guardian');
    here.edit({ minor: false });
    expect(await here.settle('accept')).toMatchObject({ error: { code: 'REQUEST_UNSOUND' } });
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
    expect(await here.settle('close')).toEqual(first);
    const next = first.ok ? first.data.id : '';
    expect(await here.decide({ decision: 'reply', replyText: '好' }, next)).toBe('applied');
    here.edit({ submittedAt: LATER.toISOString() });
    expect(await here.settle('close')).toEqual({ ok: true, data: { id: next, state: 'done' } });
    expect(here.rows('requests')).toHaveLength(2);
    expect(here.row()).toMatchObject({ state: 'replaced', open: false });
    expect(here.open()).toBe(0);
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
    expect(await here.settle('accept')).toEqual({ ok: true, data: { id, state: 'verified' } });
    here.edit({ duplicateOf: 'another' }, here.id);
    expect(await here.settle('accept')).toMatchObject({ error: { code: 'REQUEST_UNSOUND' } });
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

describe('[P61] the clock of a request with a quoted fee that is filed anew', () => {
  beforeAll(() => {
    process.env['FREE_REQUESTS'] = '1';
  });
  afterAll(() => {
    delete process.env['FREE_REQUESTS'];
  });

  /** The second request of a year in which one is free, with a fee that was named for it. */
  async function quoted() {
    const here = await office();
    const second = await submit(here.call({ kind: 'access' as const }));
    if (!second.ok) throw new Error(second.error.code);
    const { id } = second.data;
    expect(await here.decide({ decision: 'quote', fee: 20, replyText: '成本费' }, id)).toBe('applied');
    return { here, id };
  }

  it('runs on from the day on which the fee was accepted, and the ledger knows it', async () => {
    const { here, id } = await quoted();
    const acceptedAt = new Date('2026-03-16T02:00:00Z');
    expect(await acceptFee(here.call({ id }, acceptedAt))).toMatchObject({ ok: true });
    const { dueOn } = here.row(id);
    here.edit({ fee: 200_000 }, id);
    expect(await here.settle('accept', { id })).toMatchObject({ ok: false });
    const settled = await here.settle('close', { id });
    if (!settled.ok) throw new Error(settled.error.code);
    const anew = here.row(settled.data.id);
    expect(anew).toMatchObject({ dueOn, clockFrom: acceptedAt.toISOString() });
    expect(anew).not.toHaveProperty('fee');
    here.edit({ ground: 'unlawful' }, anew._id);
    expect(await here.settle('accept', { id: anew._id })).toMatchObject({ ok: true });
  });

  it('begins anew where the person was still waited for', async () => {
    const { here, id } = await quoted();
    here.edit({ dueOn: '2026-01-01' }, id);
    const settled = await here.settle('close', { id });
    if (!settled.ok) throw new Error(settled.error.code);
    expect(here.row(settled.data.id)).toMatchObject({ clockFrom: LATER.toISOString(), state: 'verified' });
    expect(here.row(settled.data.id).dueOn > '2026-04-01').toBe(true);
  });
});
