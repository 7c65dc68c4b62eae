import { Conflict } from '../../../cloudfunctions/platform/store';
import { eraseDue } from '../../../cloudfunctions/retention/erase';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { faultyStore, Killed } from '../../make/faulty-store';
import { expectCertified, expectErased, isOf, jobOn, town, type Town } from './leavers';

setTestKeys();

/** Runs with a failure at each call in turn, until one run is not struck. */
async function strikeEach(
  when: 'before' | 'after',
  error: () => Error,
  after: (made: Town, threw: boolean) => Promise<void>,
) {
  let at = 1;
  for (; ; at += 1) {
    const made = town();
    const faulty = faultyStore(made.store, at, when, error);
    let threw = false;
    await eraseDue(jobOn(faulty)).catch((thrown: unknown) => {
      expect(thrown).toBeInstanceOf(Killed);
      threw = true;
    });
    if (faulty.calls() < at) return at - 1;
    await after(made, threw);
  }
}

describe('[P57] dying at any call to the database', () => {
  it.each(['before', 'after'] as const)(
    '%s it took effect, the next run ends what was begun',
    async (when) => {
      const struck = await strikeEach(
        when,
        () => new Killed(),
        async (made, threw) => {
          expect(threw).toBe(true);
          await eraseDue(jobOn(made));
          expectErased(made);
          for (const id of ['leaver-1', 'leaver-2']) expectCertified(made, id);
        },
      );
      expect(struck).toBeGreaterThan(20);
    },
  );

  it('and losing to another writer at any call, the same run tries again', async () => {
    await strikeEach(
      'before',
      () => new Conflict(),
      async (made, threw) => {
        expect(threw).toBe(false);
        expectErased(made);
        for (const id of ['leaver-1', 'leaver-2']) expectCertified(made, id);
        await Promise.resolve();
      },
    );
  });

  it('gives up when it loses again and again, and lets a bug through at once', async () => {
    const made = town();
    let tries = 0;
    const always = (error: Error) => ({
      ...made.store,
      countBy: () => {
        tries += 1;
        return Promise.reject(error);
      },
    });
    await expect(eraseDue(jobOn({ store: always(new Error('a bug')) }))).rejects.toThrow('a bug');
    expect(tries).toBe(1);
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    const lost = expect(eraseDue(jobOn({ store: always(new Conflict()) }))).rejects.toThrow(Conflict);
    await jest.advanceTimersByTimeAsync(120_000);
    await lost;
    jest.useRealTimers();
    expect(tries).toBe(1 + 21);
  }, 20_000);
});

describe('beside another run', () => {
  it('[P57] comes to the same', async () => {
    const made = town();
    await Promise.all([eraseDue(jobOn(made)), eraseDue(jobOn(made))]);
    expectErased(made);
    for (const id of ['leaver-1', 'leaver-2']) expectCertified(made, id);
    expect(made.rows('certificates')).toHaveLength(2);
  });

  it('a row that came in after the wipe is taken too, before anything is certified', async () => {
    const made = town();
    const [late] = made.rows('messages').filter(isOf('leaver-1'));
    let came = false;
    const remove: typeof made.store.remove = async (collection, filter) => {
      const removed = await made.store.remove(collection, filter);
      if (collection === 'messages' && !came && late) made.put('messages', late);
      came ||= collection === 'messages';
      return removed;
    };
    await eraseDue(jobOn({ store: { ...made.store, remove } }));
    expect(came).toBe(true);
    expectErased(made);
  });

  it.each(['requests', 'staff_decisions', 'sms_codes', 'guardian_consents', 'usage'] as const)(
    '[P57] a row of %s that comes back when the account is gone is found, before anything is certified',
    async (collection) => {
      const made = town();
      const late = made.rows(collection).filter(isOf('leaver-1'))[0];
      let certified = -1;
      const remove: typeof made.store.remove = async (name, filter) => {
        const removed = await made.store.remove(name, filter);
        if (name === 'accounts' && certified < 0 && late) {
          certified = made.rows('certificates').length;
          made.put(collection, late);
        }
        return removed;
      };
      await eraseDue(jobOn({ store: { ...made.store, remove } }));
      expect(certified).toBe(0);
      expectErased(made);
      expect(made.rows('certificates')).toHaveLength(2);
    },
  );
});
