import { ok, type Result } from '../../../src/contracts/result';
import { useSession } from '../../../src/features/session/store';
import { call } from '../../../src/platform/call';
import { storage } from '../../../src/platform/storage';
import { allowVisits } from '../../../src/platform/visits';

type Answer = Result<unknown>;

const waiting: ((answer: Answer) => void)[] = [];

jest.mock('../../../src/platform/storage', () => {
  const kept = new Map<string, unknown>();
  return {
    storage: {
      get: (key: string) => kept.get(key),
      set: (key: string, value: unknown) => kept.set(key, value),
      remove: (key: string) => kept.delete(key),
      clear: () => {
        kept.clear();
      },
    },
  };
});
jest.mock('../../../src/platform/call', () => ({ call: jest.fn() }));
jest.mock('../../../src/platform/visits', () => ({ allowVisits: jest.fn() }));

const session = () => useSession.getState();
const account = {
  age: 'adult' as const,
  city: null,
  policyVersion: '1',
  registeredAt: '2025-04-25T00:00:00.000Z',
  eraseAfter: null,
  countsPages: false,
};
const member = ok({ status: 'member', account });
const guest = ok({ status: 'guest' });
const offline: Answer = {
  ok: false,
  error: { code: 'NETWORK', message: '网络不通', retryable: true } as never,
};

beforeEach(() => {
  storage.clear();
  jest.mocked(call).mockImplementation(() => new Promise<Answer>((resolve) => waiting.push(resolve)));
  waiting.length = 0;
  session().forget();
});

test('an answer that was asked for before logging out does not log in again', async () => {
  const asked = session().load();
  session().signOut();
  waiting[0]?.(member);
  await asked;
  expect(session().status).toBe('guest');
});

test('an answer that came before logging out holds until then', async () => {
  const asked = session().load();
  waiting[0]?.(member);
  await asked;
  expect(session().status).toBe('member');
  session().signOut();
  expect(session().status).toBe('guest');
});

test('an answer that was asked for before registering does not make a guest of the member', async () => {
  const asked = session().load();
  session().enter(account);
  waiting[0]?.(guest);
  await asked;
  expect(session()).toMatchObject({ status: 'member', account });
});

test('of two questions the later is answered, in whatever order the answers come', async () => {
  for (const [first, second] of [
    [0, 1],
    [1, 0],
  ] as const) {
    waiting.length = 0;
    const both = [session().load(), session().load()];
    const answers = [guest, member];
    waiting[first]?.(answers[first] as Answer);
    waiting[second]?.(answers[second] as Answer);
    await Promise.all(both);
    expect(session().status).toBe('member');
  }
});

test('leaving is known at once, with the day of erasure, although nothing could be asked', async () => {
  session().enter(account);
  session().freeze('2026-11-27T16:00:00.000Z', 'a-number');
  const asked = session().load();
  waiting[0]?.(offline);
  await asked;
  expect(session()).toMatchObject({
    status: 'frozen',
    account: { eraseAfter: '2026-11-27T16:00:00.000Z' },
    leaving: { isRestorable: true, certificateId: 'a-number' },
    failure: { code: 'NETWORK' },
  });
});

test('a lock leaves nothing of the person in view on this phone, whether locked here or heard of', async () => {
  const enter = () => {
    session().enter({ ...account, city: '440300' });
    session().showCity('440300');
    storage.set('recentCities', ['440300']);
  };
  const shown = () => [session().status, session().account, session().city, storage.get('city')];
  enter();
  session().lock();
  expect([...shown(), storage.get('recentCities')]).toEqual(['locked', ...Array<undefined>(4)]);
  enter();
  const asked = session().load();
  waiting[0]?.(ok({ status: 'locked' }));
  await asked;
  expect([...shown(), storage.get('recentCities')]).toEqual(['locked', ...Array<undefined>(4)]);
});

test.each([
  [
    'logging out',
    () => {
      session().signOut();
    },
  ],
  [
    'locking',
    () => {
      session().lock();
    },
  ],
  [
    'deregistering',
    () => {
      session().freeze('2026-11-27T16:00:00.000Z', 'a-number');
    },
  ],
])('%s takes from the phone where the person was and what they agreed to', (_, leave) => {
  session().enter(account);
  for (const key of ['city', 'consentsSeen'] as const) storage.set(key, '440300');
  storage.set('recentCities', ['440300']);
  storage.set('policyText', 'of everybody');
  leave();
  expect(
    (['city', 'recentCities', 'consentsSeen', 'policyText'] as const).map((key) => storage.get(key)),
  ).toEqual([...Array<undefined>(3), 'of everybody']);
});

test.each([
  ['frozen', undefined],
  ['guest', '440300'],
])('an account that elsewhere became %s leaves no choices on this phone', async (status, city) => {
  session().enter(account);
  for (const key of ['city', 'consentsSeen'] as const) storage.set(key, '440300');
  const asked = session().load();
  waiting[0]?.(ok({ status }));
  await asked;
  // A guest may have picked the city.
  expect([storage.get('consentsSeen'), storage.get('city')]).toEqual([undefined, city]);
});

test('what was known of leaving goes with who the person was', () => {
  session().freeze('2026-11-27T16:00:00.000Z', 'a-number');
  session().forget();
  expect(session().leaving).toBeUndefined();
});

test('logging in again without network leaves open who it is: no member is taken for a guest', async () => {
  session().enter(account);
  session().signOut();
  const asked = session().signIn();
  waiting[0]?.(offline);
  await asked;
  expect(session().status).toBe('unknown');
  expect(session().failure).toBeDefined();
});

it('[P31] lets pages be counted only for a member who allowed it, and no longer than that', () => {
  const last = () => jest.mocked(allowVisits).mock.lastCall?.[0];
  session().enter(account);
  expect(last()).toBe(false);
  session().count(true);
  expect(last()).toBe(true);
  session().freeze('2026-01-01T00:00:00.000Z', 'a-number');
  expect(last()).toBe(false);
  session().enter({ ...account, countsPages: true });
  expect(last()).toBe(true);
  session().signOut();
  expect(last()).toBe(false);
});
