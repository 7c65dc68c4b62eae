import { isShut, openShut, openStillShut, shutBy } from '../../../src/features/session/shut';
import { useSession } from '../../../src/features/session/store';
import { replace, restart } from '../../../src/platform/navigate';

jest.mock('../../../src/platform/navigate', () => ({ replace: jest.fn(), restart: jest.fn() }));
jest.mock('../../../src/platform/storage', () => ({
  storage: { get: () => undefined, remove: () => undefined },
}));
jest.mock('../../../src/platform/call', () => ({ call: jest.fn() }));
jest.mock('../../../src/platform/visits', () => ({ allowVisits: jest.fn() }));

const session = () => useSession.getState();
const led = () => jest.mocked(replace).mock.calls.flat();
const restarted = () => jest.mocked(restart).mock.calls.flat();
const account = {
  age: 'adult' as const,
  city: null,
  policyVersion: '1',
  registeredAt: '2025-04-25T00:00:00.000Z',
  eraseAfter: null,
  countsPages: false,
};

beforeEach(() => {
  jest.mocked(replace).mockClear();
  jest.mocked(restart).mockClear();
  session().enter(account);
});

test('a refusal leads a member to the frozen page and forgets what was known', () => {
  openShut('frozen');
  expect(session().status).toBe('unknown');
  expect(led()).toEqual(['pages/privacy/frozen/index']);
});

test('of a locked account every other page is closed too', () => {
  openShut('locked');
  expect(session().status).toBe('unknown');
  expect([led(), restarted()]).toEqual([[], ['pages/privacy/locked/index']]);
});

test('whoever is known to be frozen is led there with what is known', () => {
  session().freeze('2026-01-01T00:00:00.000Z', 'a-number');
  openShut('frozen');
  openStillShut('frozen');
  expect(session()).toMatchObject({ status: 'frozen', leaving: { certificateId: 'a-number' } });
  expect(led()).toHaveLength(2);
});

test.each(['frozen', 'locked'] as const)(
  'a page drawn for a %s account that has come back by then leads nowhere and forgets nothing',
  (how) => {
    openStillShut(how);
    expect(session().status).toBe('member');
    expect([...led(), ...restarted()]).toEqual([]);
  },
);

test('a refusal and a status say each by itself whether and how the account is shut', () => {
  expect(['FROZEN', 'LOCKED', 'BUSY', undefined].map(shutBy)).toEqual([
    'frozen',
    'locked',
    undefined,
    undefined,
  ]);
  expect(['frozen', 'locked', 'member', 'guest'].filter(isShut)).toEqual(['frozen', 'locked']);
});
