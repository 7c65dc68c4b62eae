import { letterCodeRules } from '../../../cloudfunctions/domain/requests/letter-code';
import { verifyChain } from '../../../cloudfunctions/domain/ledger';
import { isUntouched } from '../../../cloudfunctions/platform/guard';
import type { Row } from '../../../cloudfunctions/platform/store';
import { applyDecisions } from '../../../cloudfunctions/reconcile/decisions';
import { fillQueue } from '../../../cloudfunctions/reconcile/fill-queue';
import { deliverMessages } from '../../../cloudfunctions/reconcile/messages';
import { cancel, verify } from '../../../cloudfunctions/request/moves';
import { read } from '../../../cloudfunctions/request/reading';
import { lapseRequests } from '../../../cloudfunctions/retention/requests';
import { dataMap } from '../../../src/contracts/data-map';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { letterPost, otherThan, PHONE } from '../../make/letter-post';

setTestKeys();
jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));
beforeAll(() => {
  process.env['STAFF'] = JSON.stringify({ 王审: 'reviewer', 李审: 'second', 陈主管: 'supervisor' });
});
afterAll(() => {
  delete process.env['STAFF'];
});

const DAY = 24 * 60 * 60_000;

describe('[P49] a letter whose person cannot open the app', () => {
  it('is verified by the code that goes to the bound phone, with the way in ledger, row and audit', async () => {
    const here = await letterPost();
    expect(here.recorded).toMatchObject({ result: 'applied' });
    expect(String(here.recorded['resultMessage'])).toContain(here.id);
    expect(here.texts).toMatchObject([{ to: PHONE, template: 'request-code' }]);
    expect(here.code()).toMatch(/^\d{6}$/);
    here.wait(DAY);
    expect(await here.enter(here.code())).toMatchObject({ result: 'applied' });
    expect(here.row()).toMatchObject({ state: 'verified', verifiedBy: 'code', dueOn: '2026-03-24' });
    expect(here.row()).not.toHaveProperty('codeDigest');
    expect(isUntouched(dataMap.requests, here.row())).toBe(true);
    expect(here.types()).toEqual([
      ...['request.recorded', 'request.code-sent', 'notice.texted', 'request.verified'],
    ]);
    expect(verifyChain(here.chain())).toEqual({ intact: true });
    expect(here.rows('audits').map(({ action, outcome }) => [action, outcome])).toEqual([
      ['intake', 'access'],
      ['verify', 'code-right'],
    ]);
    expect(await read(here.call({ id: here.id }))).toMatchObject({ data: { verifiedBy: 'code' } });
  });

  it('is answered by letter and told by a short message that there is an answer', async () => {
    const here = await letterPost();
    await here.enter(here.code());
    await fillQueue(here.job());
    const [line] = here.rows('review_queue') as unknown as Row<'review_queue'>[];
    expect(line?.checklist[0]).toContain('回信');
    const reply = { decision: 'reply', requestId: here.id, expectedVersion: 2, replyText: '都在这里' };
    const decided = await here.file(reply);
    expect(String(decided['resultMessage'])).toContain('回信');
    expect(here.texts.at(-1)).toMatchObject({ to: PHONE, template: 'letter-answered', values: [] });
  });

  it('is asked for no fee, which only the mini program could accept, and staff read what to do instead', async () => {
    const here = await letterPost();
    await here.enter(here.code());
    await fillQueue(here.job());
    const [line] = here.rows('review_queue') as unknown as Row<'review_queue'>[];
    expect(line?.allowed).not.toContain('quote');
    const quote = { decision: 'quote', requestId: here.id, expectedVersion: 2, fee: 10, replyText: '成本费' };
    const row = await here.file(quote);
    expect(row).toMatchObject({ result: 'rejected' });
    expect(String(row['resultMessage'])).toMatch(/不收费.*“不同意”/);
    expect(here.row().state).toBe('verified');
  });

  it('asks for a copy, and its person is told by letter where to fetch it', async () => {
    const here = await letterPost({ byCode: true, kind: 'copy', words: '副本' });
    await here.enter(here.code());
    await fillQueue(here.job());
    const [line] = here.rows('review_queue') as unknown as Row<'review_queue'>[];
    const checklist = (line?.checklist ?? []).join();
    expect(checklist).toContain('回信');
    expect(checklist).toContain('登录同一个微信');
    expect(checklist).not.toContain('登录状态');
    expect(await here.file({ decision: 'approve', requestId: here.id, expectedVersion: 2 })).toMatchObject({
      result: 'applied',
    });
    expect(here.texts.at(-1)).toMatchObject({ template: 'letter-answered' });
  });

  it('that nobody verified is told by a short message that it lapsed; one without a code is not', async () => {
    for (const [intake, told] of [
      [{ byCode: true }, ['request-code', 'letter-lapsed']],
      [{}, ['request-to-verify']],
    ] as const) {
      const here = await letterPost(intake);
      here.wait(40 * DAY);
      await lapseRequests(here.job());
      await deliverMessages(here.job());
      expect(here.row().state).toBe('cancelled');
      expect(here.texts.map(({ template }) => template)).toEqual(told);
    }
  });

  it('has its code nowhere in clear, neither sent nor typed', async () => {
    const here = await letterPost();
    const code = here.code();
    const wrong = otherThan(code);
    await here.enter(wrong);
    await here.enter('12345');
    const all = () => JSON.stringify(Object.keys(dataMap).map((name) => here.rows(name)));
    expect(all()).not.toContain(`"${code}"`);
    expect(all()).not.toContain(`"${wrong}"`);
    expect(all()).not.toContain('"12345"');
    await here.enter(code);
    expect(all()).not.toContain(`"${code}"`);
  });

  it('is not verified by a wrong code: each try is counted with its audit, and the third spends the code', async () => {
    const here = await letterPost();
    const code = here.code();
    for (const [index, said] of ['还能填 2 次', '还能填 1 次', '已经作废'].entries()) {
      const row = await here.enter(otherThan(code));
      expect(row).toMatchObject({ result: 'rejected' });
      expect(String(row['resultMessage'])).toContain(said);
      expect(here.row()).toMatchObject({ state: 'submitted', codeTries: index + 1 });
      expect(isUntouched(dataMap.requests, here.row())).toBe(true);
    }
    expect(here.rows('audits').filter(({ outcome }) => outcome === 'code-wrong')).toHaveLength(3);
    expect(String((await here.enter(code))['resultMessage'])).toContain('次数太多');
    expect(here.row().state).toBe('submitted');
    expect(await here.again()).toMatchObject({ result: 'applied' });
    expect(await here.enter(here.code())).toMatchObject({ result: 'applied' });
  });

  it('gets three codes at most, of which the last alone counts', async () => {
    const here = await letterPost();
    const first = here.code();
    await here.again();
    if (here.code() !== first) expect(await here.enter(first)).toMatchObject({ result: 'rejected' });
    await here.again();
    const row = await here.again();
    expect(String(row['resultMessage'])).toContain('三次验证码');
    expect(here.texts).toHaveLength(letterCodeRules.mostCodes);
    expect(await here.enter(here.code())).toMatchObject({ result: 'applied' });
  });

  it('is not verified by a code that is too old, or by one for another letter', async () => {
    const here = await letterPost();
    const code = here.code();
    const other = await here.file({
      ...{ decision: 'intake', phone: PHONE, kind: 'copy', words: '副本' },
      ...{ receivedOn: '2026-03-02', byCode: true },
    });
    if (here.code() !== code)
      expect(await here.enter(code, { requestId: other['requestId'] })).toMatchObject({ result: 'rejected' });
    // Nor by one that somebody copied there by hand.
    const copied = here.rows('requests').find(({ _id }) => _id === other['requestId']);
    here.put('requests', { ...copied, _id: String(other['requestId']), codeDigest: here.row().codeDigest });
    expect(await here.enter(code, { requestId: other['requestId'] })).toMatchObject({ result: 'rejected' });
    here.wait(letterCodeRules.lifeMs);
    expect(String((await here.enter(code))['resultMessage'])).toContain('过期');
    expect(here.row().state).toBe('submitted');
  });

  it('gets its code with the next try where the carrier failed, and a fresh one', async () => {
    const here = await letterPost({});
    expect(here.texts).toMatchObject([{ template: 'request-to-verify' }]);
    expect(String((await here.enter('123456'))['resultMessage'])).toContain('还没有发出验证码');
    here.breakCarrier(true);
    await here.again();
    here.breakCarrier(false);
    here.wait(10 * 60_000);
    await deliverMessages(here.job());
    expect(await here.enter(here.code())).toMatchObject({ result: 'applied' });
  });

  it('sends no code any more once its person confirmed it in the app or took it back', async () => {
    for (const move of [verify, cancel]) {
      const here = await letterPost({});
      here.breakCarrier(true);
      await here.again();
      here.breakCarrier(false);
      expect(await move(here.call({ id: here.id }))).toMatchObject({ ok: true });
      here.wait(10 * 60_000);
      await deliverMessages(here.job());
      expect(here.code()).toBe('');
      expect(String((await here.enter('123456'))['resultMessage'])).toContain('不用验证码');
      expect(String((await here.again())['resultMessage'])).toContain('不用验证码');
    }
  });

  it.each([
    ['confirms it in the app after all', verify],
    ['takes it back', cancel],
  ])('leaves nothing of its code behind when its person %s', async (_, move) => {
    const here = await letterPost();
    await here.enter(otherThan(here.code()));
    expect(await move(here.call({ id: here.id }))).toMatchObject({ ok: true });
    for (const column of ['codeDigest', 'codeUntil', 'codeTries'])
      expect(here.row()).not.toHaveProperty(column);
    expect(isUntouched(dataMap.requests, here.row())).toBe(true);
  });

  it('is verified once where the same row is met twice', async () => {
    const here = await letterPost();
    const row = { _id: 'twice', decision: 'verify', requestId: here.id, code: here.code() };
    here.put('staff_decisions', { ...row, reviewer: '王审', submit: true });
    await Promise.all([applyDecisions(here.job()), applyDecisions(here.job())]);
    expect(here.types().filter((type) => type === 'request.verified')).toHaveLength(1);
    expect(here.rows('audits').filter(({ action }) => action === 'verify')).toHaveLength(1);
  });

  it.each([
    ['陈主管', '主管不能核实来信'],
    ['路人', '名单'],
  ])('is not verified by %s', async (reviewer, said) => {
    const here = await letterPost();
    for (const row of [
      here.enter(here.code(), { reviewer }),
      here.file({ decision: 'send-code', requestId: here.id, reviewer }),
    ])
      expect(String((await row)['resultMessage'])).toContain(said);
    expect(here.row().state).toBe('submitted');
  });
});
