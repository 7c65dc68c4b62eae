import fc from 'fast-check';
import { changeSchema, documentSchema } from '../../../src/contracts/data-map/derive/document-schema';
import { columnsOf } from '../../../src/contracts/data-map/derive/columns';
import { createSubjectKey } from '../../../cloudfunctions/platform/keys';
import { setTestKeys } from '../arbitrary/environment';
import { collections, factsOf, wholeFactsOf } from '../arbitrary/facts';
import { rowOf } from '../arbitrary/rows';

setTestKeys();
const { key } = createSubjectKey('subject-1');

/** Names that a row could carry without anybody having declared them; the first ones are how it is attempted. */
const names = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '$set',
    'openid.x',
    'phone ',
    'Phone',
    'gps',
    'remark',
  ),
  fc.string({ minLength: 1, maxLength: 20 }),
);

/** A copy with one more own member, even where the name is `__proto__`. */
const withMember = (row: object, name: string, value: unknown) =>
  Object.defineProperty({ ...row }, name, { value, enumerable: true, configurable: true, writable: true });

describe.each(collections)('what is not declared cannot be stored in %s:', (_, collection) => {
  const columns = columnsOf(collection);
  const declared = ['_id', ...columns.map(({ column }) => column)];
  const rows = factsOf(collection).map((facts) => rowOf(collection, facts, key));

  it('a whole row with any other member', () => {
    fc.assert(
      fc.property(rows, names, fc.jsonValue({ maxDepth: 1 }), (row, name, value) => {
        fc.pre(!declared.includes(name));
        expect(documentSchema(collection).safeParse(row).success).toBe(true);
        expect(documentSchema(collection).safeParse(withMember(row, name, value)).success).toBe(false);
      }),
    );
  });

  it('a change with any other member, or of the id', () => {
    fc.assert(
      fc.property(rows, names, fc.jsonValue({ maxDepth: 1 }), ({ _id, ...change }, name, value) => {
        fc.pre(!declared.includes(name));
        expect(changeSchema(collection).safeParse(change).success).toBe(true);
        expect(changeSchema(collection).safeParse(withMember(change, name, value)).success).toBe(false);
        expect(changeSchema(collection).safeParse({ ...change, _id }).success).toBe(false);
      }),
    );
  });

  it('a row that lacks what is needed', () => {
    const needed = columns.filter(
      ({ optional, schema }) => !optional && !schema.safeParse(undefined).success,
    );
    fc.assert(
      fc.property(
        wholeFactsOf(collection),
        fc.constantFrom('_id', ...needed.map(({ column }) => column)),
        (facts, column) => {
          const row: Record<string, unknown> = { ...rowOf(collection, facts, key) };
          const { [column]: _gone, ...rest } = row;
          expect(documentSchema(collection).safeParse(rest).success).toBe(false);
        },
      ),
    );
  });

  it('a clear value where a sealed one or a digest belongs', () => {
    const hidden = Object.entries(collection.fields).filter(([, { store }]) => store !== 'plain');
    fc.assert(
      fc.property(wholeFactsOf(collection), (facts) => {
        const row = rowOf(collection, facts, key) as Record<string, unknown>;
        for (const [name, { store }] of hidden) {
          const column = store === 'digest' ? `${name}Digest` : name;
          const clear = { ...row, [column]: (facts as Record<string, unknown>)[name] };
          expect(documentSchema(collection).safeParse(clear).success).toBe(false);
        }
      }),
      { numRuns: hidden.length > 0 ? 50 : 1 },
    );
  });
});
