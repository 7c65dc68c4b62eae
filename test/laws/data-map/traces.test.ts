import { dataMap } from '../../../src/contracts/data-map';
import { present } from '../../../src/contracts/data-map/derive/presentation';
import { sources } from '../../../src/contracts/data-map/vocabulary';

const { accounts } = dataMap;

describe('a value that is shown', () => {
  const at = '2026-11-24T01:00:00.000Z';
  const later = '2026-11-25T01:00:00.000Z';
  const shown = (facts: Record<string, unknown>) =>
    present(accounts, { nickname: '小万', ...facts }).find(({ field }) => field === 'nickname');

  it('tells by its own trace when, from where and by whom', () => {
    const traces = { nickname: { at: later, source: 'wechat', usedAt: later, usedBy: 'staff' } };
    const told = shown({ registeredAt: at, traces });
    expect(told).toMatchObject({ collectedAt: later, source: sources.wechat, usedAt: later });
    expect(told?.usedBy).not.toBeNull();
  });

  it.each([{}, { traces: null }, { traces: 'nonsense' }, { traces: { phone: { at: later } } }])(
    'without one was collected when the row was made: %j',
    (facts) => {
      expect(shown({ registeredAt: at, ...facts })).toMatchObject({
        collectedAt: at,
        usedAt: null,
        usedBy: null,
      });
    },
  );

  it.each([undefined, null])(
    'that is not there was never collected nor used, whatever is remembered: %s',
    (value) => {
      const traces = { nickname: { at: later, source: 'wechat', usedAt: later, usedBy: 'staff' } };
      expect(shown({ nickname: value, registeredAt: at, traces })).toMatchObject({
        ...{ value: null, collectedAt: null, usedAt: null, usedBy: null },
        source: sources[accounts.fields.nickname.source],
      });
    },
  );

  it('of a row that does not say when says nothing', () => {
    expect(shown({ registeredAt: 'yesterday' })).toMatchObject({ collectedAt: null });
  });
});
