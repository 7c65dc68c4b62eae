import { messageRow } from '../../../cloudfunctions/platform/message-row';
import { inbox } from '../../../cloudfunctions/request/inbox';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { sharingWorld } from '../../make/sharing-world';

setTestKeys();

/** Everything that somebody reads who was told of these instants, page by page. */
async function read(instants: readonly Date[]) {
  const world = sharingWorld([]);
  await world.register();
  const rows = instants.map((at, index) =>
    messageRow('someone', 'request-lapsed', {}, at, `m${String(index)}`),
  );
  if (rows.length > 0) await world.store.add('messages', rows);
  const pages: { ids: string[]; unread: number }[] = [];
  for (let before: string | null | undefined; before !== null;) {
    const answer = await inbox(world.call(before === undefined ? {} : { before }));
    if (!answer.ok) throw new Error(answer.error.code);
    pages.push({ ids: answer.data.messages.map(({ id }) => id), unread: answer.data.unread });
    before = answer.data.next;
  }
  return pages;
}
const minute = (count: number) => new Date(Date.UTC(2027, 0, 1, 0, count));
const minutes = (count: number) => Array.from({ length: count }, (_, index) => minute(index));

describe('the inbox', () => {
  it.each([0, 1, 49, 50, 51, 100, 101, 250])(
    'shows each of %i messages on one page and no other',
    async (count) => {
      const pages = await read(minutes(count));
      const ids = pages.flatMap((page) => page.ids);
      expect(ids).toEqual(Array.from({ length: count }, (_, index) => `m${String(count - 1 - index)}`));
      expect(pages).toHaveLength(Math.max(1, Math.ceil(count / 50)));
      expect(pages[0]?.unread).toBe(Math.min(count, 100));
    },
  );

  it('loses none where a page ends amid several of one instant', async () => {
    const pages = await read(minutes(90).map((at, index) => (index >= 38 && index <= 42 ? minute(40) : at)));
    const ids = pages.flatMap((page) => page.ids);
    expect([ids.length, new Set(ids).size]).toEqual([90, 90]);
  });

  it('has how something ended above that it was under way, where one run of the timer told of both', async () => {
    const told = ['executing', 'done'] as const;
    for (const order of [told, [...told].reverse()]) {
      const world = sharingWorld([]);
      await world.register();
      const rows = order.map((state, index) =>
        messageRow('someone', 'request-lapsed', { told: state }, minute(1), `m${String(index)}-${state}`),
      );
      await world.store.add('messages', rows);
      const answer = await inbox(world.call({}));
      expect(answer.ok && answer.data.messages.map(({ id }) => id.slice(3))).toEqual(['done', 'executing']);
    }
  });
});
