import { deliveredTo } from '../../../cloudfunctions/domain/disclosed';

const since = '2026-03-02T02:00:00.000Z';
const covered = ['accounts.nickname', 'accounts.phone', 'accounts.address'];
const row = (more: object) => ({
  to: 'visit',
  state: 'done',
  fields: ['accounts.phone'],
  createdAt: since,
  doneAt: '2026-03-02T02:01:00.000Z',
  ...more,
});
const from = (...rows: ReturnType<typeof row>[]) => deliveredTo('visit', since, covered, rows);

test('what left counts together, also a corrected value that left by itself', () => {
  const corrected = row({ fields: ['accounts.nickname'], doneAt: '2026-03-03T02:00:00.000Z' });
  expect(from(row({}), corrected)).toEqual({
    state: 'done',
    at: '2026-03-03T02:00:00.000Z',
    fields: ['accounts.nickname', 'accounts.phone'],
    missing: ['accounts.address'],
  });
});

test('a delivery that waits does not hide what left before it', () => {
  const waiting = row({ state: 'waiting', fields: ['accounts.address'], doneAt: undefined });
  expect(from(row({}), waiting)).toMatchObject({ state: 'done', fields: ['accounts.phone'] });
});

test('what left before the person agreed anew, or to somebody else, does not count', () => {
  expect(from(row({ createdAt: '2026-03-01T02:00:00.000Z' }))).toMatchObject({ state: 'waiting' });
  expect(from(row({ to: 'survey' }))).toMatchObject({ state: 'waiting', at: null });
});

test('only a door that stayed shut each time means that nothing left', () => {
  const shut = row({ state: 'refused' });
  expect(from(shut)).toMatchObject({ state: 'nothing' });
  expect(from(shut, row({ state: 'waiting' }))).toMatchObject({ state: 'waiting' });
});
