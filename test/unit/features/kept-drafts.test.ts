import { emptyDraft } from '@/features/requests/draft';
import { keptDrafts } from '@/features/requests/kept-drafts';
import { useSession } from '@/features/session/store';

jest.mock('@/platform/storage', () => ({ storage: { get: jest.fn(), set: jest.fn(), remove: jest.fn() } }));
jest.mock('@/platform/call', () => ({ call: jest.fn() }));
jest.mock('@/platform/visits', () => ({ allowVisits: jest.fn() }));

const complaint = { ...emptyDraft(), kind: 'complaint', words: '三次没有人回' } as const;
const session = () => useSession.getState();
const member = { age: 'adult', city: null } as Parameters<ReturnType<typeof session>['enter']>[0];

beforeEach(() => {
  session().enter(member);
  keptDrafts.keep('request', complaint);
});

test('what was written is there again, and only in its own form, until it is filed', () => {
  expect(keptDrafts.get('request')).toEqual(complaint);
  expect(keptDrafts.get('leak')).toBeUndefined();
  keptDrafts.drop('request');
  expect(keptDrafts.get('request')).toBeUndefined();
});

test.each([
  [
    'signs out',
    () => {
      session().signOut();
    },
  ],
  [
    'locks the account',
    () => {
      session().lock();
    },
  ],
  [
    'leaves',
    () => {
      session().freeze('2026-12-01T00:00:00.000Z', 'c');
    },
  ],
] as const)('nothing of it stays on the phone when the person %s', (_, end) => {
  end();
  expect(keptDrafts.get('request')).toBeUndefined();
});

test('asking anew who the person is loses nothing', () => {
  session().forget();
  session().enter(member);
  expect(keptDrafts.get('request')).toEqual(complaint);
});
