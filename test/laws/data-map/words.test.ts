import { dataMap, type CollectionName } from '../../../src/contracts/data-map';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { present } from '../../../src/contracts/data-map/derive/presentation';
import { shownValue } from '../../../src/features/information/model';
import { inWords } from '../../../cloudfunctions/domain/export/words';

const collections = Object.entries<Collection>(dataMap) as [CollectionName, Collection][];

/** The values of a field that takes one of a few; empty for every other. */
function valuesOf({ schema }: Collection['fields'][string]): string[] {
  const { def } = schema._zod as unknown as { def: { type: string; entries?: Record<string, string> } };
  return def.type === 'enum' ? Object.values(def.entries ?? {}) : [];
}

/** Every code that a person can come to see, with where it lies. */
const codes = collections.flatMap(([name, { fields }]) =>
  Object.entries(fields)
    .filter(([, field]) => field.access !== 'omit')
    .flatMap(([field, declared]) => valuesOf(declared).map((value) => [name, field, value] as const)),
);

describe('a code that a person sees', () => {
  it('is found in the map', () => {
    expect(codes).toContainEqual(['accounts', 'age', 'child']);
    expect(codes.length).toBeGreaterThan(20);
  });

  it.each(codes)('has Chinese words in the copy of data: %s.%s %s', (name, field, value) => {
    expect(inWords(name, field, value)).toMatch(/\p{Script=Han}/u);
  });

  it.each(codes.filter(([name]) => name === 'accounts'))(
    'has Chinese words in 我的信息: %s.%s %s',
    (_, field, value) => {
      const shown = present(dataMap.accounts, { [field]: value }).find((one) => one.field === field);
      expect(shown && shownValue(shown)).toMatch(/\p{Script=Han}/u);
    },
  );
});
