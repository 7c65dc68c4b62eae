import { accounts } from '@/contracts/data-map/collections/accounts';
import { present } from '@/contracts/data-map/derive/presentation';
import { byCategory, lifeOf, noteOf, type PresentedField } from '@/features/information/model';

const registeredAt = '2026-03-02T02:00:00.000Z';
const phone: PresentedField = {
  field: 'phone',
  label: '手机号',
  category: '联系方式',
  purpose: '注册和登录',
  basis: '',
  source: '',
  keptFor: '',
  correct: 'request',
  sensitive: false,
  value: '139****0000',
  collectedAt: registeredAt,
  usedAt: null,
  usedBy: null,
};

test.each([
  ['a fact that registering asked for was used to register', phone, '最近使用：用来注册'],
  [
    'one that came later has not been used',
    { ...phone, collectedAt: '2026-03-03T02:00:00.000Z' },
    '还没有使用过',
  ],
  ['one for another purpose has not been used', { ...phone, purpose: '完善资料' }, '还没有使用过'],
  [
    'a later use is the last',
    { ...phone, usedAt: '2026-03-04T02:00:00.000Z', usedBy: '系统' },
    '最近使用：系统',
  ],
])('%s', (_, field, words) => {
  expect(lifeOf(field, registeredAt).join()).toContain(words);
});

describe('the rows of the page', () => {
  const shown = (facts: Record<string, unknown>) =>
    byCategory(present(accounts, facts)).flatMap(({ fields }) => fields);
  const named = (facts: Record<string, unknown>) => shown(facts).map(({ field }) => field);

  it('leave out what nobody holds and nobody can fill, and keep what a person can', () => {
    expect(named({ registeredAt, phone: '13900000000' })).toEqual(
      expect.arrayContaining(['phone', 'nickname', 'avatar', 'address', 'wechatId', 'city', 'age']),
    );
    expect(named({ registeredAt })).not.toContain('formerPhone');
    expect(byCategory(present(accounts, {})).every(({ fields }) => fields.length > 0)).toBe(true);
  });

  it('show the number before a change while it is held, masked and with what it is there for', () => {
    const [former] = shown({ registeredAt, formerPhone: '13900001111' }).filter(
      ({ field }) => field === 'formerPhone',
    );
    expect(former?.value).toBe('139****1111');
    expect(former && noteOf(former)).toContain('换回来');
    expect(former?.keptFor).toBe('换号起7天');
  });
});
