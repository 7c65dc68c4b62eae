import { dataMap } from '../../../src/contracts/data-map';
import { columnsOfField } from '../../../src/contracts/data-map/derive/columns';
import { selfCorrectable } from '../../../src/contracts/data-map/derive/correction';
import {
  accountFact,
  fieldAt,
  isFieldPath,
  labelAt,
} from '../../../src/contracts/data-map/derive/field-path';
import { collectedList, sharingList } from '../../../src/contracts/data-map/derive/lists';
import { mask } from '../../../src/contracts/data-map/derive/mask';

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

test('what says who somebody is shows nothing at all', () => {
  expect(mask('identity', '小万')).toBe('******');
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

  it('name first who serves everybody, then who is asked for one by one', () => {
    const order = sharingList().map(({ needsGrant }) => needsGrant);
    expect(order).toEqual([...order].sort((a, b) => Number(a) - Number(b)));
    expect(new Set(order)).toEqual(new Set([false, true]));
  });
});
