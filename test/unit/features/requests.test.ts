import { valuesOf } from '@/features/requests/draft';
import { isAnsweredForGood, type RequestReading } from '@/features/requests/model';

const reading = (more: Partial<RequestReading>) =>
  ({ state: 'done', decision: 'reply', allowed: [], ...more }) as RequestReading;

test.each([
  ['a reply', {}, true],
  ['a refusal that can be appealed', { state: 'refused', decision: 'refuse', allowed: ['appeal'] }, false],
  ['an appeal that is being decided', { state: 'appealed' }, false],
  ['a request that was taken back', { state: 'cancelled', decision: null }, false],
] as const)('after %s a complaint is the next step: %#', (_, more, is) => {
  expect(isAnsweredForGood(reading(more as Partial<RequestReading>))).toBe(is);
});

test('a correction of the age offers what is not held, and never a child', () => {
  const offered = (present: string | undefined) => valuesOf('age', present)?.map(({ value }) => value);
  expect(offered('adult')).toEqual(['teen']);
  expect(offered('child')).toEqual(['adult', 'teen']);
  expect(offered(undefined)).toEqual(['adult', 'teen']);
});
