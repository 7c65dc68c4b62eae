import { openFrozen, openStillFrozen } from '../../../src/features/session/open-frozen';
import { useSession } from '../../../src/features/session/store';
import { replace } from '../../../src/platform/navigate';

jest.mock('../../../src/platform/navigate', () => ({ replace: jest.fn() }));
jest.mock('../../../src/platform/storage', () => ({
  storage: { get: () => undefined, remove: () => undefined },
}));
jest.mock('../../../src/platform/call', () => ({ call: jest.fn() }));
jest.mock('../../../src/platform/visits', () => ({ allowVisits: jest.fn() }));

const session = () => useSession.getState();
const led = () => jest.mocked(replace).mock.calls.flat();
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
  session().enter(account);
});

test('a refusal leads a member to the frozen page and forgets what was known', () => {
  openFrozen();
  expect(session().status).toBe('unknown');
  expect(led()).toEqual(['pages/privacy/frozen/index']);
});

test('whoever is known to be frozen is led there with what is known', () => {
  session().freeze('2026-01-01T00:00:00.000Z', 'a-number');
  openFrozen();
  openStillFrozen();
  expect(session()).toMatchObject({ status: 'frozen', leaving: { certificateId: 'a-number' } });
  expect(led()).toHaveLength(2);
});

test('a page drawn for a frozen account that has come back by then leads nowhere and forgets nothing', () => {
  openStillFrozen();
  expect(session().status).toBe('member');
  expect(led()).toEqual([]);
});
