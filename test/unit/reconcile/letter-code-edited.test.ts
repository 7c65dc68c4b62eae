import { deliverMessages } from '../../../cloudfunctions/reconcile/messages';
import { read } from '../../../cloudfunctions/request/reading';
import { lapseRequests } from '../../../cloudfunctions/retention/requests';
import { settleAltered } from '../../../cloudfunctions/retention/settle-altered';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { letterPost, otherThan } from '../../make/letter-post';

setTestKeys();
jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));
beforeAll(() => {
  process.env['STAFF'] = JSON.stringify({ 王审: 'reviewer' });
});
afterAll(() => {
  delete process.env['STAFF'];
});

describe('[P49] a code for a letter that somebody edited by hand', () => {
  it('counts no more once its row was edited and vouched for, and another one goes out by itself', async () => {
    const here = await letterPost();
    const code = here.code();
    await here.enter(otherThan(code));
    here.put('requests', { ...here.row(), codeTries: 0 });
    const input = { id: here.id, how: 'accept' as const, reason: '改错', reference: '工单-7', by: '王管理' };
    expect(await settleAltered(here.call(input))).toMatchObject({ ok: true, data: { state: 'submitted' } });
    expect(await here.enter(code)).toMatchObject({ result: 'rejected' });
    expect(here.row()).toMatchObject({ codeTries: 0 });
    expect(here.texts.map(({ template }) => template)).toEqual(['request-code', 'request-code']);
    expect(await here.enter(here.code())).toMatchObject({ result: 'applied' });
    expect(here.types().filter((type) => type === 'request.code-asked')).toHaveLength(1);
  });

  it('goes out anew for the letter that is filed in its place, whose number staff are told', async () => {
    const here = await letterPost();
    here.put('requests', { ...here.row(), dueOn: '2020-01-01' });
    const input = { id: here.id, how: 'close' as const, reason: '改错', reference: '工单-7', by: '王管理' };
    const settled = await settleAltered(here.call(input));
    if (!settled.ok) throw new Error(settled.error.code);
    const { id, state } = settled.data;
    expect(state).toBe('submitted');
    const reply = { decision: 'reply', requestId: here.id, expectedVersion: 2, replyText: '好' };
    for (const row of [here.again(), here.enter('123456'), here.file(reply)])
      expect(await row).toMatchObject({
        result: 'rejected',
        resultMessage: expect.stringContaining(id) as string,
      });
    expect(here.texts.map(({ template }) => template)).toEqual(['request-code', 'request-code']);
    expect(await here.enter(here.code(), { requestId: id })).toMatchObject({ result: 'applied' });
    expect(await read(here.call({ id }))).toMatchObject({ data: { verifiedBy: 'code', state: 'verified' } });
    expect(here.types()).toContain('request.code-asked');
  });

  it('sends none for a letter that lapsed before somebody edited it, and tells that it was looked at', async () => {
    const here = await letterPost();
    here.wait(40 * 24 * 60 * 60_000);
    await lapseRequests(here.job());
    here.put('requests', { ...here.row(), dueOn: '2020-01-01' });
    const input = { id: here.id, how: 'accept' as const, reason: '改错', reference: '工单-7', by: '王管理' };
    expect(await settleAltered(here.call(input))).toMatchObject({ ok: true, data: { state: 'cancelled' } });
    await deliverMessages(here.job());
    const told = here.texts.map(({ template }) => template);
    expect(told).toEqual(['request-code', 'letter-lapsed', 'letter-checked']);
  });

  it('keeps how it was verified when somebody edited it by hand and it is filed anew', async () => {
    const here = await letterPost();
    await here.enter(here.code());
    here.put('requests', { ...here.row(), dueOn: '2020-01-01' });
    const input = { id: here.id, how: 'close' as const, reason: '改错', reference: '工单-7', by: '王管理' };
    const accepted = await settleAltered(here.call({ ...input, how: 'accept' }));
    expect(accepted).toMatchObject({ ok: true, data: { state: 'verified' } });
    here.put('requests', { ...here.row(), dueOn: '2020-01-02' });
    const settled = await settleAltered(here.call(input));
    if (!settled.ok) throw new Error(settled.error.code);
    expect(await read(here.call({ id: settled.data.id }))).toMatchObject({
      data: { verifiedBy: 'code', channel: 'email', dueOn: '2026-03-23' },
    });
    await deliverMessages(here.job());
    const told = here.texts.map(({ template }) => template);
    expect(told).toEqual(['request-code', 'letter-checked', 'letter-checked']);
  });
});
