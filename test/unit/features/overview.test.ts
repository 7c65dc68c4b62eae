import { accounts } from '@/contracts/data-map/collections/accounts';
import { present } from '@/contracts/data-map/derive/presentation';
import { categories } from '@/contracts/data-map/vocabulary';
import { heldShares } from '@/features/privacy-centre/overview-model';

const bare = {
  phone: '13900001111',
  age: 'adult',
  policyVersion: '1',
  registeredAt: '2026-03-02T02:00:00.000Z',
};
const sharesOf = (facts: Record<string, unknown>) => heldShares(present(accounts, facts));
const shareOf = (facts: Record<string, unknown>, category: keyof typeof categories) =>
  sharesOf(facts).find(({ category: named }) => named === categories[category]);

test('what is held is counted by the categories of the data map', () => {
  expect(shareOf(bare, 'profile')).toEqual({ category: categories.profile, held: 0, of: 2 });
  expect(shareOf({ ...bare, nickname: '小万' }, 'profile')).toMatchObject({ held: 1, of: 2 });
  expect(shareOf(bare, 'contact')).toMatchObject({ held: 1, of: 3 });
  expect(shareOf({ ...bare, address: '武汉' }, 'contact')).toMatchObject({ held: 2, of: 3 });
});

test('what nobody but the system writes counts while it is held, and never as something missing', () => {
  expect(shareOf(bare, 'security')).toBeUndefined();
  expect(shareOf({ ...bare, lockedAt: '2026-03-03T02:00:00.000Z' }, 'security')).toMatchObject({
    held: 1,
    of: 1,
  });
  expect(shareOf({ ...bare, formerPhone: '13900002222' }, 'contact')).toMatchObject({ held: 2, of: 4 });
});

test('no category holds more than there could be, and every fact is in one', () => {
  const all = {
    ...bare,
    nickname: '小万',
    avatar: 'x',
    address: '武汉',
    wechatId: 'weixin1',
    city: '420100',
  };
  const shares = sharesOf(all);
  for (const { held, of } of shares) expect(held).toBeLessThanOrEqual(of);
  expect(shares.reduce((sum, { held }) => sum + held, 0)).toBe(Object.keys(all).length);
  expect(new Set(shares.map(({ category }) => category)).size).toBe(shares.length);
});
