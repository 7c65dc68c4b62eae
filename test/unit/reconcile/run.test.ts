import { functions } from '../../../config/functions';
import type { Store } from '../../../cloudfunctions/platform/store';
import { run } from '../../../cloudfunctions/reconcile/run';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { sharingWorld } from '../../make/sharing-world';

setTestKeys();
const logged: object[] = [];
jest.mock('../../../cloudfunctions/platform/log', () => ({
  log: (_level: string, line: object) => void logged.push(line),
}));

/** A world with more of everything waiting than one run can do, in which every call to the database takes a while. */
async function busy(millisecondsEach: number) {
  const made = sharingWorld(['visit', 'survey']);
  await made.register();
  const at = made.now().toISOString();
  const many = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, n) => `${prefix}-${String(n).padStart(4, '0')}`);
  for (const _id of many('decision', 600)) made.put('staff_decisions', { _id, submit: true });
  for (const _id of many('message', 600))
    made.put('messages', {
      ...{ _id, subject: 'nobody', template: 'incident', state: 'waiting', tries: 0 },
      ...{ createdAt: at, nextAt: at },
    });
  for (const _id of many('deletion', 600)) await made.queue({ _id, to: 'visit' });
  let elapsed = 0;
  const store = Object.fromEntries(
    Object.entries(made.store).map(([name, method]) => [
      name,
      (...given: unknown[]) => {
        elapsed += millisecondsEach;
        return (method as (...all: unknown[]) => unknown)(...given);
      },
    ]),
  ) as unknown as Store;
  const job = { store, wechat: undefined as never, now: made.now() };
  return { ...made, store, job, run: () => run(job, () => elapsed), elapsed: () => elapsed };
}

describe('one run of each minute', () => {
  const timeout = (functions['reconcile']?.timeout ?? 0) * 1000;

  it.each([40, 400])(
    'ends well before its time with a database of %s ms a call, and each part gets some of it',
    async (millisecondsEach) => {
      const made = await busy(millisecondsEach);
      const outcome = await made.run();
      expect(made.elapsed()).toBeLessThan(timeout - 15_000);
      expect(outcome).toMatchObject({ failed: [] });
      expect(outcome['rejected']).toBeGreaterThan(10);
      expect(made.rows('messages').filter(({ state }) => state === 'given-up').length).toBeGreaterThan(5);
      expect(outcome['deleted']).toBeGreaterThan(0);
    },
  );

  it('goes on with the rest when one part of it fails, and names it', async () => {
    const made = await busy(1);
    const find = made.store.find.bind(made.store);
    made.store.find = (name, ...rest) =>
      name === 'staff_decisions' ? Promise.reject(new Error('broken')) : find(name, ...rest);
    expect(await made.run()).toMatchObject({ failed: ['applyDecisions'], deleted: 50 });
    expect(logged).toContainEqual(
      expect.objectContaining({ function: 'reconcile', action: 'applyDecisions' }),
    );
  });
});
