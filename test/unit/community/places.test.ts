import fc from 'fast-check';
import { byTop, END, inTime, pageEnd } from '../../../cloudfunctions/domain/community/places';

const instants = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

it('the order of places in time is the order of time, and of two at once there is still one', () => {
  fc.assert(
    fc.property(instants, instants, (a, b) => {
      expect(inTime(a, 'x') < inTime(b, 'x')).toBe(a < b);
      expect(inTime(a, 'p1')).not.toBe(inTime(a, 'p2'));
    }),
  );
});

it('more supports stand higher, however many digits the number has, and the newer one of two with as many', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.nat(999_999_999), instants, instants, (m, n, a, b) => {
      const [one, other] = [byTop(m, inTime(a, 'x')), byTop(n, inTime(b, 'x'))];
      expect(one < other).toBe(m < n || (m === n && a < b));
    }),
  );
});

it('every place lies before the end of all lists', () => {
  fc.assert(
    fc.property(instants, fc.nat(999_999_999), (at, supports) => {
      expect(inTime(at, 'p') < END && byTop(supports, inTime(at, 'p')) < END).toBe(true);
    }),
  );
});

it('a page that is full says where it ended, one that is not says that it was the last', () => {
  expect(pageEnd(['a', 'b'], 2, (row) => row)).toBe('b');
  expect(pageEnd(['a'], 2, (row) => row)).toBeNull();
  expect(pageEnd([], 2, () => 'x')).toBeNull();
});
