import { dataMap } from '../../../src/contracts/data-map';
import { isUntouched } from '../../../cloudfunctions/platform/guard';
import type { Row, Store } from '../../../cloudfunctions/platform/store';
import { attach, detach } from '../../../cloudfunctions/request/attachments';
import { cancel } from '../../../cloudfunctions/request/moves';
import { submit } from '../../../cloudfunctions/request/submit';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { faultyStore, Killed } from '../../make/faulty-store';
import { memoryStore } from '../../make/memory-store';
import { smallJpeg } from '../../make/pictures';
import { putAccount } from '../../make/put-account';

setTestKeys();
const now = new Date('2026-03-02T02:00:00Z');
const openid = 'o-adder';
const picture = smallJpeg.toString('base64');

const callOn = <I>(store: Store, input: I) => ({
  ...{ store, wechat: undefined as never, openid, now, input },
  once: <T>(work: () => Promise<T>) => work(),
});

/** A member with one open request, in a store in memory. */
async function member() {
  const memory = memoryStore();
  const { store, rows } = memory;
  putAccount(memory, 'adder');
  const filed = await submit(callOn(store, { kind: 'question', details: '请看图' }));
  if (!filed.ok) throw new Error('nothing was filed');
  return { store, rows, id: filed.data.id };
}
type Member = Awaited<ReturnType<typeof member>>;

/** What stands in the database, whether or not it belongs together. */
const standing = ({ rows }: Member) => {
  const [request] = rows('requests') as unknown as Row<'requests'>[];
  const events = rows('ledger').map(({ type }) => type);
  const pictures = rows('request_attachments') as unknown as Row<'request_attachments'>[];
  return {
    pictures: pictures.length,
    counted: request?.attachments ?? 0,
    added: events.filter((type) => type === 'request.attachment-added').length,
    removed: events.filter((type) => type === 'request.attachment-removed').length,
    isTrusted: request !== undefined && isUntouched(dataMap.requests, request),
    dated: pictures.map(({ closedAt }) => closedAt === request?.closedAt),
  };
};

/** One picture is there, or has gone. */
const there = { pictures: 1, counted: 1, added: 1, removed: 0, isTrusted: true, dated: [true] };
const gone = { pictures: 0, counted: 0, added: 1, removed: 1, isTrusted: true, dated: [] };

const add = ({ id }: Member, store: Store) => attach(callOn(store, { id, picture }));
const steps = {
  attach: { after: there, before: () => Promise.resolve(), act: add },
  detach: {
    after: gone,
    before: (whole: Member) => add(whole, whole.store),
    act: ({ id, rows }: Member, store: Store) => {
      const [row] = rows('request_attachments');
      return detach(callOn(store, { id, attachment: row?._id ?? 'gone' }));
    },
  },
  // A request that ends takes its pictures with it into their last years.
  cancel: {
    after: there,
    before: (whole: Member) => add(whole, whole.store),
    act: ({ id }: Member, store: Store) => cancel(callOn(store, { id })),
  },
} as const;

describe.each(Object.entries(steps))('%s', (_, { before, act, after }) => {
  it.each(['before', 'after'] as const)(
    'killed %s any single database call leaves all or nothing, and once more makes it whole',
    async (when) => {
      let struck = 0;
      for (let at = 1; ; at += 1) {
        const whole = await member();
        await before(whole);
        const begun = standing(whole);
        const faulty = faultyStore(whole.store, at, when);
        const died = await act(whole, faulty.store).then(
          () => false,
          (error: unknown) => error instanceof Killed,
        );
        expect([begun, after]).toContainEqual(standing(whole));
        await act(whole, whole.store);
        expect(standing(whole)).toEqual(after);
        if (!died) break;
        struck += 1;
      }
      expect(struck).toBeGreaterThan(2);
    },
  );
});
