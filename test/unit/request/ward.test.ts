import { verifyChain } from '../../../cloudfunctions/domain/ledger';
import type { Row } from '../../../cloudfunctions/platform/store';
import { fillQueue } from '../../../cloudfunctions/reconcile/fill-queue';
import { attach, attachment, detach } from '../../../cloudfunctions/request/attachments';
import { download } from '../../../cloudfunctions/request/download';
import { appeal, cancel } from '../../../cloudfunctions/request/moves';
import { mine, read } from '../../../cloudfunctions/request/reading';
import { submit } from '../../../cloudfunctions/request/submit';
import { askedKinds, wardKinds } from '../../../src/contracts/request-vocabulary';
import { settleAltered } from '../../../cloudfunctions/retention/settle-altered';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { asked, familyAt, memoryFamily, type Family } from '../../make/memory-family';
import { pngOf, smallJpeg } from '../../make/pictures';
import { accountIn } from '../../make/put-account';

setTestKeys();
beforeAll(() => {
  process.env['STAFF'] = JSON.stringify({ 王审: 'second', 李审: 'second' });
});
afterAll(() => {
  delete process.env['STAFF'];
});

const picture = smallJpeg.toString('base64');
const strangers = ['other', 'teen', 'nobody'] as const;

describe('[P65] a guardian asks for the child', () => {
  it('in the child’s chain and clock, and both chains say that the guardian asked', async () => {
    const here = memoryFamily();
    const id = await asked(here);
    const [row] = here.rows('requests');
    expect(row).toMatchObject({ _id: id, subject: 'ward', askedBy: 'guardian', minor: true });
    expect(row?.['history']).toMatchObject([{ by: 'guardian', state: 'verified' }]);
    expect([accountIn(here, 'ward').openRequests, accountIn(here, 'guardian').openRequests]).toEqual([1, 0]);
    expect(here.types('ward')).toEqual(['request.submitted']);
    expect(here.types('guardian')).toEqual(['guardian.acted']);
    for (const who of ['ward', 'guardian']) expect(verifyChain(here.chainOf(who))).toEqual({ intact: true });
    await fillQueue({ store: here.store, wechat: undefined as never, now: familyAt });
    const [line] = here.rows('review_queue') as unknown as Row<'review_queue'>[];
    expect(line?.history).toEqual(['2026-03-02 监护人：已核实身份，等待办理']);
    expect(line?.checklist.join()).toContain('监护人替孩子');
  });

  it('reads the answer, is told of it together with the child, and each finds it in a list of their own', async () => {
    const here = memoryFamily();
    const id = await asked(here);
    expect(await here.decide(id, { decision: 'reply', replyText: '都在这里' })).toBe('applied');
    for (const who of ['guardian', 'ward'])
      expect(await read(here.call({ id }, who))).toMatchObject({
        ok: true,
        data: { askedBy: 'guardian', reply: '都在这里', allowed: who === 'guardian' ? ['appeal'] : [] },
      });
    expect(here.rows('messages').map(({ subject, template }) => [subject, template])).toEqual([
      ['ward', 'request-answered'],
      ['guardian', 'request-answered'],
    ]);
    const ids = (answer: Awaited<ReturnType<typeof mine>>) =>
      answer.ok && answer.data.requests.map((one) => one.id);
    expect(ids(await mine(here.call({ ward: 'ward' })))).toEqual([id]);
    expect(ids(await mine(here.call({})))).toEqual([]);
    expect(ids(await mine(here.call({}, 'ward')))).toEqual([id]);
  });

  it('appeals and takes back what they asked, in both chains; the child does neither', async () => {
    const here = memoryFamily();
    const [first, second] = [await asked(here), await asked(here, 'complaint', '孩子被拍了')];
    expect(await cancel(here.call({ id: first }, 'ward'))).toMatchObject({
      error: { code: 'REQUEST_OF_GUARDIAN' },
    });
    expect(await cancel(here.call({ id: first }))).toMatchObject({ ok: true });
    await here.decide(second, { decision: 'reply', replyText: '没有' });
    expect(await appeal(here.call({ id: second, reason: '有照片', notify: true }))).toMatchObject({
      ok: true,
    });
    expect(accountIn(here, 'guardian').notices).toBe(1);
    expect(accountIn(here, 'ward')).not.toHaveProperty('notices');
    expect(here.types('ward').slice(-1)).toEqual(['request.appealed']);
    expect(here.types('guardian')).toEqual(Array(4).fill('guardian.acted'));
    const row = here.rows('requests').find(({ _id }) => _id === second) as unknown as Row<'requests'>;
    expect(row.history?.map(({ by }) => by)).toEqual(['guardian', 'staff', 'guardian']);
  });

  it('gets the copy of the child’s data and not their own, and the child’s page says who had it', async () => {
    const here = memoryFamily();
    const id = await asked(here, 'copy', '');
    await here.decide(id, { decision: 'approve' });
    const copy = await download(here.call({ id }));
    if (!copy.ok) throw new Error(copy.error.code);
    expect(Buffer.from(copy.data.base64, 'base64').length).toBeGreaterThan(1000);
    expect(here.types('ward').at(-1)).toBe('account.exported');
    expect(accountIn(here, 'ward').traces?.['address']).toMatchObject({ usedBy: 'guardian' });
    expect(accountIn(here, 'guardian')).not.toHaveProperty('traces');
    expect(await download(here.call({ id }, 'ward'))).toMatchObject({
      error: { code: 'REQUEST_OF_GUARDIAN' },
    });
  });

  it.each([
    ['correct', { field: 'address', value: '新地址' }, { decision: 'approve' }],
    ['delete', { fields: 'address' }, { decision: 'approve' }],
  ] as const)(
    'has the child’s data, and nothing of their own, changed by a %s',
    async (kind, details, typed) => {
      const here = memoryFamily();
      const [child, own] = [accountIn(here, 'ward').address, accountIn(here, 'guardian').address];
      expect(await here.decide(await asked(here, kind, details), typed)).toBe('applied');
      expect(accountIn(here, 'ward').address).not.toBe(child);
      expect(accountIn(here, 'guardian').address).toBe(own);
    },
  );

  it('files once what is repeated, also when both calls come at once', async () => {
    const here = memoryFamily();
    const twice = await Promise.all(
      [1, 2].map(() =>
        here
          .submit('access', '请查', { attempt: 'a-1' })
          .catch(() => here.submit('access', '请查', { attempt: 'a-1' })),
      ),
    );
    expect(new Set(twice.map((each) => each.ok && each.data.id)).size).toBe(1);
    expect(here.rows('requests')).toHaveLength(1);
  });

  it.each(askedKinds)(
    'asks what touches the child’s data or a complaint, and nothing else: %s',
    async (kind) => {
      const answer = await memoryFamily().submit(kind, { purpose: 'analytics' });
      if ((wardKinds as readonly string[]).includes(kind)) expect(answer).toMatchObject({ ok: true });
      else expect(answer).toMatchObject({ ok: false, error: { code: 'WARD_KIND' } });
    },
  );
});

it('[P65] stays the guardian’s when somebody edited it by hand and it is filed anew', async () => {
  const here = memoryFamily();
  const id = await asked(here);
  const row = here.rows('requests')[0];
  here.put('requests', { ...row, _id: id, askedBy: 'subject' });
  const input = { id, how: 'close' as const, reason: '改错', reference: '工单-7', by: '王管理' };
  const settled = await settleAltered(here.call(input, 'console'));
  if (!settled.ok) throw new Error(settled.error.code);
  expect(await read(here.call({ id: settled.data.id }))).toMatchObject({ data: { askedBy: 'guardian' } });
  expect(here.rows('messages').map(({ subject }) => subject)).toEqual(['ward', 'guardian']);
});

describe('[P65] nobody else asks for a child, or sees what was asked', () => {
  it.each(strangers)('%s', async (who) => {
    const here = memoryFamily();
    const id = await asked(here);
    const held = await attach(here.call({ id, picture }));
    const only = held.ok ? String(held.data.attachments[0]?.id) : '';
    const before = JSON.stringify([here.rows('requests'), here.rows('request_attachments')]);
    for (const ward of ['ward', 'guardian', 'nobody'])
      expect(await here.submit('access', '请查', { ward }, who)).toMatchObject({ ok: false });
    for (const look of [
      mine(here.call({ ward: 'ward' }, who)),
      read(here.call({ id }, who)),
      cancel(here.call({ id }, who)),
      download(here.call({ id }, who)),
      attach(here.call({ id, picture: pngOf(8).toString('base64') }, who)),
      detach(here.call({ id, attachment: only }, who)),
      attachment(here.call({ id, attachment: only }, who)),
    ])
      expect(await look).toMatchObject({ ok: false });
    expect(JSON.stringify([here.rows('requests'), here.rows('request_attachments')])).toBe(before);
  });

  it('not even the guardian, of what the child asked alone or of a child of somebody else', async () => {
    const here = memoryFamily();
    const own = await submit(here.call({ kind: 'complaint' as const, details: '我想投诉' }, 'ward'));
    if (!own.ok) throw new Error(own.error.code);
    expect(await read(here.call({ id: own.data.id }))).toMatchObject({ error: { code: 'REQUEST_UNKNOWN' } });
    expect(await mine(here.call({ ward: 'ward' }))).toMatchObject({ data: { requests: [] } });
    const theirs = { ward: 'others-ward' };
    expect(await here.submit('access', '请查', theirs)).toMatchObject({ error: { code: 'WARD_UNKNOWN' } });
    expect(await mine(here.call(theirs))).toMatchObject({ error: { code: 'WARD_UNKNOWN' } });
  });

  it('nor the guardian once the guardianship ended, or the child has grown up', async () => {
    const ended = memoryFamily();
    const id = await asked(ended);
    await ended.end();
    const grown = memoryFamily();
    const before = await asked(grown);
    await grown.store.change('accounts', { _id: 'ward' }, { age: 'teen' });
    for (const [here, asking] of [
      [ended, id],
      [grown, before],
    ] as const) {
      expect(await here.submit('access', '请查')).toMatchObject({ error: { code: 'WARD_UNKNOWN' } });
      expect(await mine(here.call({ ward: 'ward' }))).toMatchObject({ error: { code: 'WARD_UNKNOWN' } });
      for (const look of [read, cancel, download])
        expect(await look(here.call({ id: asking }))).toMatchObject({ error: { code: 'REQUEST_UNKNOWN' } });
    }
  });
});

describe('[P65] who has grown up acts on what a guardian once asked for them', () => {
  const grownUp = ({ store }: Family) =>
    store.change('accounts', { _id: 'ward' }, { age: 'teen', guardian: null, relationship: null });

  it('by every move that the guardian had, and the history says who made it', async () => {
    const here = memoryFamily();
    const [first, second] = [await asked(here), await asked(here, 'complaint', '孩子被拍了')];
    await here.decide(second, { decision: 'reply', replyText: '没有' });
    await grownUp(here);
    expect(await read(here.call({ id: first }, 'ward'))).toMatchObject({
      data: { askedBy: 'guardian', allowed: ['cancel'], attachable: true },
    });
    expect(await cancel(here.call({ id: first }, 'ward'))).toMatchObject({ ok: true });
    expect(await appeal(here.call({ id: second, reason: '有照片' }, 'ward'))).toMatchObject({ ok: true });
    const row = here.rows('requests').find(({ _id }) => _id === second) as unknown as Row<'requests'>;
    expect(row.history?.map(({ by }) => by)).toEqual(['guardian', 'staff', 'subject']);
  });

  it('and fetches the copy', async () => {
    const here = memoryFamily();
    const id = await asked(here, 'copy', '');
    await here.decide(id, { decision: 'approve' });
    await grownUp(here);
    expect(await download(here.call({ id }, 'ward'))).toMatchObject({ ok: true });
    expect(accountIn(here, 'ward').traces?.['address']).toMatchObject({ usedBy: 'self' });
  });
});
