import { dataMap } from '../../../src/contracts/data-map';
import { accountPath, fieldAt } from '../../../src/contracts/data-map/derive/field-path';
import { givable, importable } from '../../../src/contracts/data-map/derive/operator-fields';
import type { Field } from '../../../src/contracts/data-map/grammar';

const { fields } = dataMap.accounts;
const declared = Object.entries<Field>(fields);

describe('what an authority may be given', () => {
  it('[P22] is what tells of the person, by its path', () => {
    expect(givable).toEqual(
      expect.arrayContaining(['openid', 'phone', 'nickname', 'address', 'registeredAt'].map(accountPath)),
    );
    expect(accountPath('phone')).toBe('accounts.phone');
    expect(givable.filter((path) => fieldAt(path) === undefined)).toEqual([]);
  });

  it('[P22] is nothing of the machine’s own, the keys above all', () => {
    const machine = declared.filter(
      ([name, { access, category }]) => category === 'security' || (access === 'omit' && name !== 'openid'),
    );
    expect(machine.map(([name]) => name)).toEqual(
      expect.arrayContaining(['key', 'keyWrappedBy', 'chain', 'status', 'traces']),
    );
    expect(givable.filter((path) => machine.some(([name]) => path === accountPath(name)))).toEqual([]);
    expect(givable).toHaveLength(declared.length - machine.length);
  });
});

describe('what a partner may tell us', () => {
  it('[P18] is what a person may give or leave out, and sees', () => {
    expect(importable).toEqual(['nickname', 'avatar', 'address', 'wechatId', 'city']);
  });
});
