import fc from 'fast-check';
import { MOST_PAIRS, pairsOf, plainly } from '../../../cloudfunctions/domain/community/search-pairs';

it('takes a text apart into pairs of neighbouring signs, each once', () => {
  expect(pairsOf('物业费物业')).toEqual(['物业', '业费', '费物']);
  expect(pairsOf('')).toEqual([]);
  expect(pairsOf('好')).toEqual([]);
});

it('reads the same text alike, whatever its width, case and signs', () => {
  expect(plainly('ＡＢＣ小区，1号！')).toBe('abc小区1号');
  expect(pairsOf('物，业')).toEqual(pairsOf('物业'));
});

it('never breaks a sign in two', () => {
  expect(pairsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
});

it('finds every piece of a text: the pairs of a piece are pairs of the whole', () => {
  const text = fc.string({
    unit: fc.constantFrom(...Array.from('物业费用小区电梯保洁绿化ab1')),
    maxLength: 200,
  });
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 2, max: 20 }), (whole, from, length) => {
      const start = whole.length === 0 ? 0 : from % whole.length;
      const piece = whole.slice(start, start + length);
      expect(pairsOf(whole)).toEqual(expect.arrayContaining(pairsOf(piece)));
    }),
  );
});

it('grows no further than its bound', () => {
  const long = Array.from({ length: 2000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
  expect(pairsOf(long)).toHaveLength(MOST_PAIRS);
});
