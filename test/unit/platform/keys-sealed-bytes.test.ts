import fc from 'fast-check';
import { bytesOf, valueOf } from '../../../cloudfunctions/platform/sealed-bytes';

it('gives back every value that JSON can hold, and every text, even with half a character', () => {
  const halves = fc.string({
    unit: fc.constantFrom('a', '\0', '"', '\\', '\ud800', '\udc00', '\u4e00', '😀'),
  });
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), halves), (value) => {
      expect(valueOf(bytesOf(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('reads what was sealed when everything was JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(valueOf(Buffer.from(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
