import { dataMap } from '../../../src/contracts/data-map';
import {
  collectedList,
  isAboutPeople,
  isTelling,
  notCollectedList,
  onDeviceList,
  sharingList,
} from '../../../src/contracts/data-map/derive/lists';
import { labelAt } from '../../../src/contracts/data-map/derive/field-path';
import { keptFor } from '../../../src/contracts/data-map/derive/presentation';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { storageKeys } from '../../../src/contracts/data-map/on-device';
import { working } from '../../../src/contracts/data-map/presets';
import { recipients } from '../../../src/contracts/data-map/recipients';
import { purposes } from '../../../src/contracts/data-map/vocabulary';

const collections = Object.entries(dataMap) as [string, Collection][];
const listed = collectedList().flatMap(({ items }) => items);

describe('the list of collected information', () => {
  it('[P28] holds every field of the map that says something about a person, each once, and no other', () => {
    const declared = collections
      .filter(([, collection]) => isAboutPeople(collection))
      .flatMap(([name, { fields }]) =>
        Object.entries(fields)
          .filter(([, field]) => isTelling(field))
          .map(([field]) => `${name}.${field}`),
      );
    const shown = listed.map(({ collection, field }) => `${collection}.${field}`);
    expect(shown.sort()).toEqual(declared.sort());
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('tells nothing of the machine itself, and leaves out only that', () => {
    expect(listed.filter(({ label }) => /密钥|指纹|链头|毫秒|次数|计数/.test(label))).toEqual([]);
    const leftOut = collections
      .filter(([, collection]) => isAboutPeople(collection))
      .flatMap(([name, { fields }]) =>
        Object.entries(fields).flatMap(([field, declared]) =>
          isTelling(declared) || declared.category === 'record' ? [] : [`${name}.${field}`],
        ),
      );
    expect(leftOut.sort()).toEqual([
      'accounts.key',
      'accounts.keyWrappedBy',
      'accounts.policyDigest',
      // A code on its way to a phone, as those below.
      'requests.code',
      // The bound phone with its middle hidden, as staff see it; the phone itself is told.
      'review_queue.who',
      'sms_codes.code',
      'sms_codes.expiresAt',
      'sms_codes.sentAt',
      'sms_codes.tries',
      'sms_codes.windowCount',
      'sms_codes.windowFrom',
    ]);
  });

  it.each([
    ['what a person sees', { access: 'show' }, true],
    ['what is masked', { access: 'mask' }, true],
    ['what is shown to no one and says who somebody is', { category: 'identity', source: 'wechat' }, true],
    ['what the machine makes for its own work', { category: 'security' }, false],
    ['what the machine makes and the vault keeps', { category: 'security', store: 'vault' }, true],
    ['what staff note of the handling', { source: 'staff' }, false],
    ['what the vault keeps of the handling', { store: 'vault' }, false],
  ] as const)('judges by the declaration alone: %s', (_, field, isTold) => {
    expect(isTelling({ ...working, ...field })).toBe(isTold);
  });

  it('shows whatever a person may see', () => {
    const visible = collections
      .filter(([, collection]) => isAboutPeople(collection))
      .flatMap(([name, { fields }]) =>
        Object.entries(fields).flatMap(([field, { access }]) =>
          access === 'omit' ? [] : [`${name}.${field}`],
        ),
      );
    const shown = new Set(listed.map(({ collection, field }) => `${collection}.${field}`));
    expect(visible.filter((path) => !shown.has(path))).toEqual([]);
  });

  it('says of each what the map says', () => {
    for (const item of listed) {
      const field = (dataMap[item.collection] as Collection).fields[item.field];
      expect(field).toBeDefined();
      if (!field) continue;
      expect(item).toMatchObject({
        label: field.label,
        purpose: purposes[field.purpose].label,
        when: purposes[field.purpose].when,
        keptFor: keptFor(field),
        sensitive: field.sensitive,
        because: field.because ?? null,
      });
    }
  });

  it('grows with the map', () => {
    const more: Collection = { ...dataMap.usage, name: 'more', label: '更多' };
    const grown = collectedList({ ...dataMap, more }).flatMap(({ items }) => items);
    expect(grown.length).toBe(listed.length + Object.values(more.fields).filter(isTelling).length);
  });

  it('claims of nothing in the map that it is not collected', () => {
    const labels = listed.map(({ label }) => label);
    expect(notCollectedList().filter(({ label }) => labels.includes(label))).toEqual([]);
  });
});

it('[P29] what lies on the phone is listed key by key', () => {
  expect(onDeviceList().map(({ key }) => key)).toEqual(Object.keys(storageKeys));
  expect(onDeviceList().filter(({ label, because }) => label === '' || because === '')).toEqual([]);
});

it('[P28] the list of recipients names each of the map once, with its fields, agreement and contact', () => {
  const list = sharingList();
  expect(list.map(({ recipient }) => recipient).sort()).toEqual(Object.keys(recipients).sort());
  for (const {
    recipient,
    name,
    why,
    fields,
    contact,
    agreement,
    needsGrant,
    isExample,
    isOpenEnded,
  } of list) {
    const declared = recipients[recipient];
    expect({ name, why, contact, agreement }).toEqual({
      name: declared.name,
      why: declared.why,
      contact: declared.contact,
      agreement: declared.agreement,
    });
    expect(fields).toEqual(declared.fields.map(labelAt));
    expect(needsGrant).toBe(declared.kind !== 'processor');
    expect(isExample).toBe(name.includes('示例'));
    expect(isOpenEnded).toBe(agreement.expiresOn.startsWith('2099'));
  }
});
