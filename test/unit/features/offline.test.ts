import { keepChoice, keepChoices, keptChoices } from '@/features/consents/kept-choices';
import { beijingClock } from '@/features/offline/model';
import { keepText, keptText } from '@/features/policy/kept-text';
import type { Policy } from '@/features/policy/model';
import { storage } from '@/platform/storage';

jest.mock('@/platform/storage', () => {
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
jest.mock('@/platform/call', () => ({ call: jest.fn() }));
jest.mock('@/platform/visits', () => ({ allowVisits: jest.fn() }));

const policy: Policy = {
  ...{ version: '2', digest: 'a'.repeat(64), updatedOn: '2026-11-01', effectiveOn: '2026-11-20' },
  ...{ state: 'in-force', nodes: [{ type: 'paragraph', text: '第一段' }] },
};
const items = [
  { purpose: 'locate', granted: true, why: '找城市', since: '2026-11-27T00:00:00.000Z' },
  { purpose: 'same-city', granted: false, why: '看同城', since: null },
];

beforeEach(() => {
  storage.clear();
});

test.each([
  ['2026-11-27T16:05:00.000Z', [2026, 11, 28, '00:05']],
  ['2026-01-02T03:04:59.999Z', [2026, 1, 2, '11:04']],
])('%s is told by the clock of Beijing', (at, told) => {
  expect(beijingClock(at)).toEqual(told);
});

test('the kept text is the one that was read, for its own version alone', () => {
  expect(keptText(undefined)).toBeUndefined();
  keepText(policy);
  expect(keptText(undefined)?.data).toEqual(policy);
  expect(keptText('2')?.data.digest).toBe(policy.digest);
  expect(keptText('1')).toBeUndefined();
});

test.each(['', 'not JSON', '{}', '{"form":0,"at":"x","data":{}}', '[]', 'null'])(
  'what another version of the mini program kept as %s is as if it were not there',
  (text) => {
    storage.set('policyText', text);
    storage.set('consentsSeen', text);
    expect([keptText(undefined), keptChoices()]).toEqual([undefined, undefined]);
  },
);

test('[P29] of the consents the phone keeps each purpose, on or off, and when that was read; nothing more', () => {
  keepChoices(items);
  const { at, ...rest } = JSON.parse(String(storage.get('consentsSeen'))) as { at: string; form: number };
  expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
  expect(rest).toEqual({ form: 1, data: { locate: true, 'same-city': false } });
});

test('a choice that was changed is changed in what is kept, and alone it is kept nowhere', () => {
  keepChoice('locate', false);
  expect(keptChoices()).toBeUndefined();
  keepChoices(items);
  keepChoice('locate', false);
  expect(keptChoices()?.data).toEqual({ locate: false, 'same-city': false });
});

test('an answer that comes after logging out on this phone is kept nowhere', () => {
  storage.set('signedOut', 'yes');
  keepChoices(items);
  expect(storage.get('consentsSeen')).toBeUndefined();
});
