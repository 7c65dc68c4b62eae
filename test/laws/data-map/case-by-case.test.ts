import { dataMap } from '../../../src/contracts/data-map';
import { columnsOfField, writtenColumn } from '../../../src/contracts/data-map/derive/columns';
import { selfCorrectable } from '../../../src/contracts/data-map/derive/correction';
import { documentSchema } from '../../../src/contracts/data-map/derive/document-schema';
import {
  accountFact,
  fieldAt,
  isFieldPath,
  labelAt,
} from '../../../src/contracts/data-map/derive/field-path';
import { collectedList, sharingList } from '../../../src/contracts/data-map/derive/lists';
import { mask } from '../../../src/contracts/data-map/derive/mask';
import { editVisit } from '../../make/edit-visit';

const { accounts, logins } = dataMap;

describe('a path', () => {
  it('names a declared field, and gives its label', () => {
    expect(fieldAt('accounts.phone')).toBe(accounts.fields.phone);
    expect(labelAt('accounts.phone')).toBe(accounts.fields.phone.label);
    expect(accountFact('accounts.phone')).toBe('phone');
  });

  it.each(['accounts', 'accounts.', 'accounts.nobody', 'nowhere.phone', 'accounts.phone.more', '', '.phone'])(
    'that the map does not declare is none, and keeps its words: %j',
    (path) => {
      expect(isFieldPath(path)).toBe(false);
      expect(accountFact(path)).toBeUndefined();
      expect(labelAt(path)).toBe(path);
    },
  );

  it('of another collection is no fact of the account', () => {
    const [name] = Object.keys(logins.fields);
    expect(isFieldPath(`logins.${String(name)}`)).toBe(true);
    expect(accountFact(`logins.${String(name)}`)).toBeUndefined();
  });
});

test('a person corrects alone what is declared so, and nothing else', () => {
  const all = Object.entries(accounts.fields);
  expect(selfCorrectable(accounts)).toEqual(
    all.flatMap(([name, { correct }]) => (correct === 'self' ? [name] : [])),
  );
  expect(selfCorrectable(accounts)).toContain('nickname');
  expect(selfCorrectable(accounts)).not.toContain('openid');
});

describe('a mask', () => {
  it('of what says who somebody is shows nothing at all', () => {
    expect(mask('identity', '小万')).toBe('******');
  });

  it.each([
    ['13800138000', '138****8000'],
    ['1380013800', '**********'],
    ['新路2号', '****'],
    ['𠮷野家二号楼', '******'],
  ] as const)(
    'of a contact hides at least four signs, and all where there are too few: %s',
    (value, shown) => {
      expect(mask('contact', value)).toBe(shown);
    },
  );

  it.each([
    ['小万', '小****'],
    ['万', '*'],
    ['𠮷野', '𠮷****'],
    ['', ''],
  ] as const)('of anything else shows its first sign where more follow: %s', (value, shown) => {
    expect(mask('profile', value)).toBe(shown);
  });
});

describe('a column', () => {
  const [sealed] = columnsOfField('address', accounts.fields.address);
  const digest = columnsOfField('phone', accounts.fields.phone).find(
    ({ column }) => column === 'phoneDigest',
  );
  const vaulted = Object.entries(logins.fields)
    .filter(([, { store }]) => store === 'vault')
    .flatMap(([name, field]) => columnsOfField(name, field));
  const takes = (column: typeof sealed, value: string) => column?.schema.safeParse(value).success;

  it('of a sealed value takes ciphertext alone, from its first sign to its last', () => {
    expect(takes(sealed, 's1.abc_-9')).toBe(true);
    for (const value of ['新路2号', 'xs1.abc', 's1.', 's1.abc 新路'])
      expect(takes(sealed, value)).toBe(false);
  });

  it('of the vault takes the vault’s form alone', () => {
    expect(vaulted.length).toBeGreaterThan(0);
    expect(takes(vaulted[0], 'v1.abc_-9')).toBe(true);
    for (const value of ['xv1.abc', 'v1.', 'v1.abc 新路', 's1.abc'])
      expect(takes(vaulted[0], value)).toBe(false);
  });

  it('of a digest takes 43 signs, no more and no fewer', () => {
    expect(takes(digest, 'a'.repeat(43))).toBe(true);
    for (const length of [42, 44]) expect(takes(digest, 'a'.repeat(length))).toBe(false);
  });

  it('may be absent only where its field may', () => {
    expect(sealed?.optional).toBe(true);
    expect(digest?.optional).toBe(false);
  });
});

describe('a document', () => {
  const schema = documentSchema(dataMap.anchors);
  const anchor = {
    ...{ seq: 1, day: '2026-06-01', rows: 0, root: 'a'.repeat(64), previous: 'a'.repeat(64) },
    ...{ reason: 'day-over', anchoredAt: '2026-06-02T00:00:00.000Z', signature: 'x' },
  };

  it.each([
    ['', false],
    ['1', true],
    ['1'.repeat(120), true],
    ['1'.repeat(121), false],
  ])('has an id of 1 to 120 signs: %s', (_id, isTaken) => {
    expect(schema.safeParse({ ...anchor, _id }).success).toBe(isTaken);
  });

  it('has its schema made once, for every write is checked with it', () => {
    expect(documentSchema(dataMap.anchors)).toBe(schema);
    expect(documentSchema(dataMap.audits)).not.toBe(schema);
  });
});

describe('since when a row is there', () => {
  it('is when it was written, where that is not when its values count as collected', () => {
    const times = { written: 'a', collected: 'b', completed: 'c' };
    expect(writtenColumn({ ...dataMap.usage, times })).toBe('a');
    expect(writtenColumn({ ...dataMap.usage, times: { collected: 'b', completed: 'c' } })).toBe('b');
    expect(writtenColumn({ ...dataMap.usage, times: { completed: 'c' } })).toBeUndefined();
    expect(writtenColumn(dataMap.certificates)).toBeUndefined();
  });
});

describe('the lists', () => {
  const items = collectedList().flatMap(({ items: those }) => those);

  it('say of each item whether it lies in the vault, and show no empty category', () => {
    const vaultedHere = items.filter(({ collection }) => collection === 'logins');
    expect(vaultedHere.length).toBeGreaterThan(0);
    for (const { collection, field, isVaulted } of items)
      expect(isVaulted).toBe(fieldAt(`${collection}.${field}`)?.store === 'vault');
    expect(collectedList().filter((group) => group.items.length === 0)).toEqual([]);
  });

  it('name nothing of a collection whose rows belong to no one', () => {
    expect(items.filter(({ collection }) => dataMap[collection].link.by === ('none' as string))).toEqual([]);
  });

  it('say from when a recipient receives nothing more, and nothing where it still may', () => {
    expect(sharingList().filter(({ endedOn }) => endedOn !== null)).toEqual([]);
    editVisit({ endedOn: '2026-06-02' });
    expect(
      sharingList().flatMap(({ recipient, endedOn }) => (endedOn ? [[recipient, endedOn]] : [])),
    ).toEqual([['visit', '2026-06-02']]);
    editVisit();
  });

  it('name first who serves everybody, then who is asked for one by one', () => {
    const order = sharingList().map(({ needsGrant }) => needsGrant);
    expect(order).toEqual([...order].sort((a, b) => Number(a) - Number(b)));
    expect(new Set(order)).toEqual(new Set([false, true]));
  });
});
