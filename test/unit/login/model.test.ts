import { emptyDraft, isAgreed, missing } from '../../../src/features/login/model';

test('a tick holds for the text that was ticked and for no later one', () => {
  const draft = { ...emptyDraft, age: 'adult' as const, agreedTo: '1' };
  expect(isAgreed(draft, '1')).toBe(true);
  expect(missing(draft, '1')).toEqual([]);
  expect(isAgreed(draft, '2')).toBe(false);
  expect(missing(draft, '2')).toEqual(['勾选同意隐私政策']);
});
