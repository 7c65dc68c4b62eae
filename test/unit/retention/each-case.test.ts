import { guardedRequest } from '../../../cloudfunctions/platform/guarded-request';
import { rescheduleRequests } from '../../../cloudfunctions/retention/requests';
import { FILED, LATER, office } from './altered-office';

const job = (here: Awaited<ReturnType<typeof office>>, now = LATER) => ({
  store: here.store,
  wechat: undefined as never,
  now,
});

/** An office whose request has a deadline counted without the year's notice, and stands behind so many of nobody's. */
async function waiting(stuck: number) {
  const here = await office();
  const own = guardedRequest({ ...here.row(), provisional: true, dueOn: '2026-03-30' });
  await here.store.remove('requests', { _id: own._id });
  for (let made = 0; made < stuck; made += 1)
    await here.store.add('requests', [{ ...own, _id: `stuck-${String(made)}`, subject: 'nobody' }]);
  await here.store.add('requests', [own]);
  return here;
}

describe('[P59] counting deadlines again', () => {
  it('reaches whom it can, however many stand before them that nobody can work on', async () => {
    const here = await waiting(120);
    expect(await rescheduleRequests(job(here))).toEqual({ rescheduled: 1 });
    expect(here.row()).toMatchObject({ provisional: false, dueOn: '2026-03-23' });
  });

  it('looks at no more than five pages in one run', async () => {
    const here = await waiting(520);
    expect(await rescheduleRequests(job(here))).toEqual({ rescheduled: 0 });
  });

  it.each([
    ['counted meanwhile', { provisional: false }],
    ['answered meanwhile', { open: false, state: 'done', closedAt: FILED.toISOString() }],
  ])('leaves alone what was %s', async (_, columns) => {
    const here = await waiting(0);
    const store: typeof here.store = {
      ...here.store,
      find: async (name, filter, reading) => {
        const rows = await here.store.find(name, filter, reading);
        if (name === 'requests') here.edit(guardedRequest({ ...here.row(), ...(columns as object) }));
        return rows;
      },
    };
    const events = here.events().length;
    expect(await rescheduleRequests({ ...job(here), store })).toEqual({ rescheduled: 0 });
    expect(here.events()).toHaveLength(events);
  });
});
