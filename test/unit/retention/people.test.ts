import { DESTROYED } from '../../../cloudfunctions/platform/keys';
import { nextBatch, withKey, withoutPeople } from '../../../cloudfunctions/retention/people';
import { memoryStore } from '../../make/memory-store';
import { putAccount } from '../../make/put-account';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { jobOn, now } from './leavers';

setTestKeys();
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
type Memory = ReturnType<typeof memoryStore>;
const begin = ({ put }: Memory, _id: string, begunAt: string, state = 'begun') => {
  put('erasures', { _id, state, begunAt, keyFingerprint: 'a'.repeat(64), planned: {} });
};
const freeze = (memory: Memory, id: string, eraseAfter: string) => {
  putAccount(memory, id, { status: 'frozen', eraseAfter });
};
const next = async (memory: Memory, size: number, ...skipped: readonly string[]) =>
  (await nextBatch(jobOn(memory), size, new Set(skipped)))?.people.map(({ id }) => id);

describe('[P57] the next to be erased', () => {
  it('are those an earlier run began with, the oldest first, with their accounts where these are left', async () => {
    const memory = memoryStore();
    freeze(memory, 'due', at(-60));
    freeze(memory, 'begun-later', at(-60));
    begin(memory, 'begun-later', at(-10));
    begin(memory, 'begun-first', at(-20));
    begin(memory, 'done', at(-30), 'certified');
    const batch = await nextBatch(jobOn(memory), 10, new Set());
    expect(batch?.people).toMatchObject([
      { id: 'begun-first' },
      { id: 'begun-later', account: { _id: 'begun-later' } },
    ]);
    expect(batch?.people[0]).not.toHaveProperty('account');
    expect(await next(memory, 1)).toEqual(['begun-first']);
  });

  it('are then those whose cooling-off is over, the longest first, and nobody else', async () => {
    const memory = memoryStore();
    freeze(memory, 'just-now', at(0));
    freeze(memory, 'long-over', at(-60));
    freeze(memory, 'not-yet', at(1));
    putAccount(memory, 'active', { eraseAfter: at(-60) });
    expect(await next(memory, 10)).toEqual(['long-over', 'just-now']);
    expect(await next(memory, 1)).toEqual(['long-over']);
    expect(await next(memory, 10, 'long-over')).toEqual(['just-now']);
    expect(await next(memory, 10, 'long-over', 'just-now')).toBeUndefined();
  });

  it('are found behind however many whose chains cannot go on', async () => {
    const memory = memoryStore();
    const stuck = Array.from({ length: 1200 }, (_, place) => `stuck-${place}`);
    for (const id of stuck) begin(memory, id, at(-60));
    begin(memory, 'behind', at(-10));
    freeze(memory, 'due', at(-60));
    expect(await next(memory, 200, ...stuck)).toEqual(['behind']);
    expect(await next(memory, 200, ...stuck, 'behind')).toEqual(['due']);
    const frozen = Array.from({ length: 1200 }, (_, place) => `frozen-${place}`);
    for (const id of frozen) freeze(memory, id, at(-90));
    expect(await next(memory, 200, ...stuck, 'behind', ...frozen)).toEqual(['due']);
  });
});

describe('a batch', () => {
  it('knows by which rows others are found, page by page', async () => {
    const memory = memoryStore();
    freeze(memory, 'one', at(-60));
    freeze(memory, 'two', at(-60));
    // In no order that helps.
    for (let place = 1100; place >= 0; place -= 1) {
      const _id = `r-${String(place).padStart(4, '0')}`;
      memory.put('requests', { _id, subject: place % 2 === 0 ? 'one' : 'two' });
    }
    memory.put('requests', { _id: 'r-other', subject: 'other' });
    const batch = await nextBatch(jobOn(memory), 10, new Set());
    expect([...(batch?.through.keys() ?? [])]).toEqual(['requests']);
    expect(batch?.through.get('requests')?.size).toBe(1101);
    expect(batch?.through.get('requests')?.get('r-1100')).toBe('one');
    if (!batch) throw new Error('nobody is due');
    const without = withoutPeople(batch, new Set(['one']));
    expect(without.people.map(({ id }) => id)).toEqual(['two']);
    expect(without.through.get('requests')?.size).toBe(550);
    expect(new Set(without.through.get('requests')?.values())).toEqual(new Set(['two']));
  });

  it('has keys to destroy of those alone who still have one', async () => {
    const memory = memoryStore();
    freeze(memory, 'keyed', at(-60));
    putAccount(memory, 'keyless', { status: 'frozen', eraseAfter: at(-60), key: DESTROYED });
    begin(memory, 'keyed', at(-10));
    begin(memory, 'keyless', at(-10));
    begin(memory, 'gone', at(-10));
    const batch = await nextBatch(jobOn(memory), 10, new Set());
    expect(batch && withKey(batch).map(({ _id }) => _id)).toEqual(['keyed']);
  });
});
