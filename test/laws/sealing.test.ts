import fc from 'fast-check';
import { documentSchema } from '../../src/contracts/data-map/derive/document-schema';
import type { Collection, Document, Facts } from '../../src/contracts/data-map/grammar';
import {
  createSubjectKey,
  DESTROYED,
  lookupDigest,
  openSubjectKey,
} from '../../cloudfunctions/platform/keys';
import { openRow, sealFacts, sealRow } from '../../cloudfunctions/platform/sealing';
import { collections, factsOf, wholeFactsOf } from './arbitrary/facts';
import { rowOf } from './arbitrary/rows';
import { setTestKeys } from './arbitrary/environment';

setTestKeys();
const { key, wrapped } = createSubjectKey('subject-1');
const { key: strangersKey } = createSubjectKey('subject-2');

type Cells = Record<string, unknown>;
const isSealed = (store: string) => store === 'sealed' || store === 'sealed+digest';
const sealedNames = ({ fields }: Collection) =>
  Object.entries(fields).flatMap(([name, { store }]) => (isSealed(store) ? [name] : []));
const hidden = ({ fields }: Collection) =>
  Object.entries(fields).flatMap(([name, { store }]) => (store === 'plain' ? [] : [name]));

const withSealed = collections.filter(([, collection]) => sealedNames(collection).length > 0);
const withHidden = collections.filter(([, collection]) => hidden(collection).length > 0);

/** A row in which `name` holds another cell. */
const changed = (row: Document<Collection>, name: string, cell: unknown) =>
  ({ ...(row as Cells), [name]: cell }) as Document<Collection>;

/** The same ciphertext with one bit the other way. */
function bitFlipped(cell: string, bit: number): string {
  const bytes = Buffer.from(cell.slice(3), 'base64url');
  const at = bit % (bytes.length * 8);
  bytes.writeUInt8(bytes.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
  return `s1.${bytes.toString('base64url')}`;
}

/** Long enough not to stand in a ciphertext by chance; what has a sign that base64url lacks may be shorter. */
const isTelling = (text: string) => text.length >= (/[^A-Za-z0-9_-]/.test(text) ? 4 : 8);

/** The telling texts inside a value, as somebody reading the disk would look for them. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return isTelling(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe.each(collections)('a row of %s', (_, collection) => {
  const { fields } = collection;

  it('comes back from its sealing as it was, and is a document that may be stored', () => {
    fc.assert(
      fc.property(factsOf(collection), (facts) => {
        const row = rowOf(collection, facts, key);
        expect(documentSchema(collection).safeParse(row)).toMatchObject({ success: true });
        const readable = Object.entries(facts).filter(
          ([name]) => !['digest', 'vault'].includes(fields[name]?.store ?? ''),
        );
        expect(openRow(collection, row, key)).toEqual(
          JSON.parse(JSON.stringify(Object.fromEntries(readable))),
        );
      }),
    );
  });
});

describe.each(withHidden)('the stored form of %s', (_, collection) => {
  it('[P38] holds no sealed or digested value in clear', () => {
    fc.assert(
      fc.property(factsOf(collection), (facts) => {
        const row = rowOf(collection, facts, key) as Cells;
        const plain = new Set(
          Object.keys(collection.fields).filter((name) => !hidden(collection).includes(name)),
        );
        const stored = JSON.stringify(Object.entries(row).filter(([column]) => !plain.has(column)));
        const values = hidden(collection).flatMap((name) => textsIn((facts as Cells)[name]));
        expect(values.filter((value) => stored.includes(JSON.stringify(value).slice(1, -1)))).toEqual([]);
      }),
    );
  });
});

describe.each(withSealed)('a sealed value of %s', (_, collection) => {
  const whole = wholeFactsOf(collection);
  const sealed = fc.record({ facts: whole, name: fc.constantFrom(...sealedNames(collection)) });
  const seal = (facts: Facts<Collection>, id = 'row-1') => sealRow(collection, id, facts, key);
  const open =
    (row: Document<Collection>, with_ = key) =>
    () =>
      openRow(collection, row, with_);

  it('opens in no other row', () => {
    fc.assert(
      fc.property(sealed, ({ facts, name }) => {
        const [here, there] = [seal(facts), seal(facts, 'row-2')];
        expect(open(changed(there, name, (here as Cells)[name]))).toThrow();
      }),
    );
  });

  it('does not open with one bit changed', () => {
    fc.assert(
      fc.property(sealed, fc.nat(), ({ facts, name }, bit) => {
        const row = seal(facts);
        expect(open(changed(row, name, bitFlipped(String((row as Cells)[name]), bit)))).toThrow();
      }),
    );
  });

  it("does not open with another subject's key", () => {
    fc.assert(
      fc.property(sealed, ({ facts }) => {
        expect(open(seal(facts), strangersKey)).toThrow();
      }),
      { numRuns: 20 },
    );
  });

  it('is never sealed twice to the same text, so equal values cannot be told', () => {
    fc.assert(
      fc.property(sealed, ({ facts, name }) => {
        expect((seal(facts) as Cells)[name]).not.toBe((seal(facts) as Cells)[name]);
      }),
      { numRuns: 20 },
    );
  });

  it('cannot be made without a key', () => {
    fc.assert(
      fc.property(sealed, ({ facts }) => {
        expect(() => sealRow(collection, 'row-1', facts)).toThrow("needs the subject's key");
      }),
      { numRuns: 5 },
    );
  });
});

const withSeveral = withSealed.filter(([, collection]) => sealedNames(collection).length > 1);

it.each(withSeveral)('a sealed value of %s opens in no other field', (_, collection) => {
  const pairs = sealedNames(collection).flatMap((from) =>
    sealedNames(collection).flatMap((to) => (from === to ? [] : [[from, to] as const])),
  );
  fc.assert(
    fc.property(wholeFactsOf(collection), fc.constantFrom(...pairs), (facts, [from, to]) => {
      const row = sealRow(collection, 'row-1', facts, key);
      expect(() => openRow(collection, changed(row, to, (row as Cells)[from]), key)).toThrow();
    }),
  );
});

describe("a subject's key", () => {
  it('opens for its own subject only', () => {
    expect(openSubjectKey('subject-1', wrapped).equals(key)).toBe(true);
    expect(() => openSubjectKey('subject-2', wrapped)).toThrow();
  });

  it('says that it is destroyed once it is', () => {
    expect(() => openSubjectKey('subject-1', DESTROYED)).toThrow('subject key is destroyed');
  });

  it('lies in the account wrapped, never as it is', () => {
    const bytes = Buffer.from(wrapped.slice(3), 'base64url');
    expect(bytes.includes(key)).toBe(false);
  });
});

describe('a digest', () => {
  it('is equal exactly when the value is', () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(lookupDigest(one) === lookupDigest(other)).toBe(one === other);
        expect(lookupDigest(one)).toBe(lookupDigest(one));
      }),
    );
  });

  it('is keyed: another key makes another digest', () => {
    const before = lookupDigest('13800138000');
    process.env['LOOKUP_KEY'] = Buffer.alloc(32, 9).toString('base64');
    expect(lookupDigest('13800138000')).not.toBe(before);
    setTestKeys();
  });
});

it('facts that are not declared are not sealed but refused', () => {
  for (const [, collection] of collections) {
    expect(() => sealFacts(collection, 'row-1', { notDeclared: 'x' }, key)).toThrow('is not declared');
  }
});
