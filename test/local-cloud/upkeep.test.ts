import type { Database } from './database';
import { createUpkeep } from './upkeep';

/** A database that only knows whether it is dirty. */
function dirtyDatabase(vacuum: () => Promise<void> = () => Promise.resolve()) {
  const state = { dirty: true, sweeps: 0, open: 0, most: 0 };
  const database = {
    dirtySinceVacuum: () => state.dirty,
    vacuum: async () => {
      state.sweeps += 1;
      state.open += 1;
      state.most = Math.max(state.most, state.open);
      await vacuum();
      state.dirty = false;
      state.open -= 1;
    },
  } as unknown as Database;
  return { state, database };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('sweeps once the database has been quiet, not while it is used', async () => {
  const { state, database } = dirtyDatabase();
  const upkeep = createUpkeep(database, 2000);
  upkeep.touched();
  await jest.advanceTimersByTimeAsync(1500);
  upkeep.touched();
  await jest.advanceTimersByTimeAsync(1500);
  expect(state.sweeps).toBe(0);
  await jest.advanceTimersByTimeAsync(500);
  expect(state.sweeps).toBe(1);
  upkeep.touched();
  await jest.advanceTimersByTimeAsync(5000);
  expect(state.sweeps).toBe(1);
});

it('runs one sweep at a time and finishes it before it stops', async () => {
  const { state, database } = dirtyDatabase(() => new Promise((resolve) => setTimeout(resolve, 100)));
  const upkeep = createUpkeep(database);
  void upkeep.sweep();
  void upkeep.sweep().then(() => {
    state.dirty = true;
  });
  void upkeep.sweep();
  await jest.advanceTimersByTimeAsync(150);
  const stopped = upkeep.stop();
  expect(state).toMatchObject({ sweeps: 2, most: 1, open: 1 });
  await jest.advanceTimersByTimeAsync(1000);
  await stopped;
  expect(state).toMatchObject({ sweeps: 2, open: 0 });
});

it('goes on sweeping after one sweep failed', async () => {
  let fails = true;
  const { state, database } = dirtyDatabase(() =>
    fails ? Promise.reject(new Error('disk full')) : Promise.resolve(),
  );
  const upkeep = createUpkeep(database);
  await expect(upkeep.sweep()).rejects.toThrow('disk full');
  fails = false;
  await upkeep.sweep();
  expect(state.sweeps).toBe(2);
});
