import type { Store } from '../../../cloudfunctions/platform/store';
import { ordersOf } from '../../../cloudfunctions/platform/store';
import { eraseDue } from '../../../cloudfunctions/retention/erase';
import { checkRequests } from '../../../cloudfunctions/retention/requests';
import { FILED, LATER, office } from './altered-office';

jest.mock('../../../cloudfunctions/platform/log', () => ({ log: () => undefined }));

const DAY_MS = 24 * 60 * 60_000;
const job = (store: Store, now: Date) => ({ store, wechat: undefined as never, now });
const daysOn = (days: number) => new Date(FILED.getTime() + days * (DAY_MS + 60_000));
type Office = Awaited<ReturnType<typeof office>>;
const check = (here: Office, days: number) => checkRequests(job(here.store, daysOn(days)));

describe('[P59] the daily look at requests', () => {
  it.each([
    ['as closed', { state: 'done', open: false }],
    ['as closed long ago', { state: 'done', open: false, closedAt: '2025-01-01T00:00:00.000Z' }],
    ['as neither open nor closed', { open: undefined }],
    ['as something else than open or closed', { open: 'perhaps' }],
    [
      'with a column that nobody declared, which goes when it is settled',
      { 备注: '张三，手机号 13700000001' },
    ],
  ])(
    'finds one that somebody set down %s, the next day and each day until it is settled',
    async (_, edit) => {
      const here = await office();
      expect(await check(here, 0)).toEqual({ altered: 0 });
      here.edit(edit);
      expect(await check(here, 0)).toEqual({ altered: 0 });
      expect(await check(here, 1)).toEqual({ altered: 1 });
      expect(await check(here, 1)).toEqual({ altered: 0 });
      expect(await check(here, 2)).toEqual({ altered: 1 });
      expect(here.rows('staff_notices')).toMatchObject([
        { requestIds: [here.id] },
        { requestIds: [here.id] },
      ]);
      expect(await here.settle('close')).toMatchObject({ ok: true });
      expect(JSON.stringify(here.row())).not.toContain('13700000001');
      expect(await check(here, 3)).toEqual({ altered: 0 });
    },
  );

  it('finds one that somebody gave to nobody: whose it was stays to be found out', async () => {
    const here = await office();
    here.edit({ subject: 'nobody' });
    expect(await check(here, 1)).toEqual({ altered: 1 });
    expect(await here.settle('close')).toMatchObject({ ok: false });
    here.edit({ subject: 'person' });
    expect(await check(here, 2)).toEqual({ altered: 0 });
  });

  it('finds an answer that somebody changed long after it was given', async () => {
    const here = await office();
    expect(await here.decide({ decision: 'reply', replyText: '都在附件里' })).toBe('applied');
    expect(await check(here, 30)).toEqual({ altered: 0 });
    here.edit({ decidedAt: FILED.toISOString() });
    expect(await check(here, 31)).toEqual({ altered: 1 });
  });

  it('takes those first that nobody looked at, then the oldest look, as many as one run may', async () => {
    const here = await office();
    const row = here.row();
    for (let made = 0; made < 120; made += 1) {
      const number = String(made).padStart(3, '0');
      const checkedAt = new Date(FILED.getTime() - made * 60_000).toISOString();
      await here.store.add('requests', [{ ...row, _id: `old-${number}`, checkedAt }]);
    }
    const read: object[] = [];
    const watched: Store = {
      ...here.store,
      find: (name, filter, reading) => {
        if (name === 'requests') read.push(ordersOf(reading?.orderBy));
        return here.store.find(name, filter, reading);
      },
    };
    await checkRequests(job(watched, daysOn(2)));
    expect(new Set(read.map((orders) => JSON.stringify(orders)))).toEqual(
      new Set(['[["_id","asc"]]', '[["checkedAt","asc"],["_id","asc"]]']),
    );
    const left = here.rows('requests').filter(({ checkedAt }) => checkedAt !== daysOn(2).toISOString());
    expect(left.map(({ _id }) => _id).sort()).toEqual(
      Array.from({ length: 20 }, (_, index) => `old-${String(index).padStart(3, '0')}`),
    );
  });

  it('[P57] finds nothing in what an erasure closed: nobody could settle it any more', async () => {
    for (const edit of [{}, { dueOn: '2027-01-01' }]) {
      const here = await office();
      here.edit(edit);
      const leaving = { status: 'frozen', eraseAfter: FILED.toISOString() } as const;
      await here.store.change('accounts', { _id: 'person' }, leaving);
      // As long as its person can come back, an edit is told.
      expect(await check(here, 0)).toEqual({ altered: Object.keys(edit).length });
      expect(await eraseDue(job(here.store, LATER), () => true)).toMatchObject({ erased: 1 });
      expect(here.row()).toMatchObject({ state: 'cancelled', open: false, closedAt: LATER.toISOString() });
      expect(await check(here, 400)).toEqual({ altered: 0 });
    }
  });

  it('[P34] leaves nothing without an end that an erasure closed, also where somebody had set it down as ended', async () => {
    const here = await office();
    here.edit({ state: 'done', open: false });
    await here.store.change(
      'accounts',
      { _id: 'person' },
      { status: 'frozen', eraseAfter: FILED.toISOString() },
    );
    expect(await eraseDue(job(here.store, LATER), () => true)).toMatchObject({ erased: 1 });
    expect(here.row()).toMatchObject({ state: 'done', open: false, closedAt: LATER.toISOString() });
  });
});
