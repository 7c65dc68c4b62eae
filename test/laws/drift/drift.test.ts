import * as z from 'zod/mini';
import { allowed } from '../../../config/drift/allowed';
import { capabilityDrift } from '../../../config/drift/capabilities';
import { collectionDrift } from '../../../config/drift/collections';
import { drift } from '../../../config/drift/main';
import { outboundDrift } from '../../../config/drift/outbound';
import { interfaceDrift } from '../../../config/drift/privacy-interfaces';
import { asLine } from '../../../config/drift/sources';
import { storageDrift } from '../../../config/drift/storage-keys';
import { dataMap } from '../../../src/contracts/data-map';
import { guarded } from '../../../src/contracts/data-map/interfaces';
import { storageKeys } from '../../../src/contracts/data-map/on-device';
import { working } from '../../../src/contracts/data-map/presets';
import { foundIn, page, realTree } from './found';

const tree = realTree();

it('[P29] the code and the data map say the same: interfaces, keys, collections, fields, ways out', () => {
  expect(tree.length).toBeGreaterThan(150);
  expect(drift(tree).map(asLine)).toEqual([]);
});

describe('a privacy interface that the map does not declare', () => {
  it.each([
    ['Taro.getLocation({})', 'getLocation'],
    ['wx.chooseVideo({})', 'chooseVideo'],
    ['const { chooseAddress } = Taro', 'chooseAddress'],
    ['const { chooseImage: pick } = wx', 'chooseImage'],
    [`Taro['getClipboardData']()`, 'getClipboardData'],
    ['<Button openType="getRealtimePhoneNumber" />', 'getRealtimePhoneNumber'],
    [`<Button openType={'getUserInfo'} />`, 'getUserInfo'],
    [`<Button openType={isOld ? 'getUserInfo' : 'share'} />`, 'getUserInfo'],
    [`const props = { openType: 'getUserInfo' }`, 'getUserInfo'],
    [`import { getLocation } from '@tarojs/taro'`, 'getLocation'],
    [`import { chooseVideo as pick } from '@tarojs/taro'`, 'chooseVideo'],
    [`import Phone from '@tarojs/taro'; Phone.getLocation({})`, 'getLocation'],
    [`import { Camera as Eye } from '@tarojs/components'; <Eye />`, 'Camera'],
    ['<Camera />', 'Camera'],
    ['<Camera>x</Camera>', 'Camera'],
    [`Taro.authorize({ scope: 'scope.werun' })`, 'scope.werun'],
  ])('is found: %s', (text, name) => {
    const found = foundIn(interfaceDrift, page, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      new RegExp(`^${page}:1 {2}privacy interface ${name} is not declared; declare it`),
    );
  });

  it('is not found in what is no interface', () => {
    expect(foundIn(interfaceDrift, page, `Taro.navigateBack(); <Button openType="share" />`)).toEqual([]);
  });
});

it('a privacy interface that is declared and not used is found, each of them', () => {
  const used = guarded.flatMap(([, { use }]) => use?.by ?? []);
  const found = interfaceDrift([]).map(({ what }) => what);
  expect(found).toEqual(used.map((name) => `privacy interface ${name} is declared and nothing uses it`));
  expect(used.length).toBeGreaterThan(2);
});

describe('[P29] the phone’s storage', () => {
  it.each([
    [`storage.set('hobby', 'x')`, 'storage key hobby is not declared'],
    [`storage.get(key)`, 'a storage key is not a literal'],
    [`const kept = storage; kept.set('hobby', 'x')`, 'storage key hobby is not declared'],
    [`storage['set']('hobby', 'x')`, 'storage key hobby is not declared'],
  ])('is reached only for declared keys: %s is found', (text, what) => {
    expect(foundIn(storageDrift, page, text).join()).toContain(what);
  });

  it('takes a declared key', () => {
    expect(foundIn(storageDrift, page, `storage.set('city', '440300'); storage.remove('city')`)).toEqual([]);
  });

  it('has no key that nothing keeps', () => {
    const known = Object.keys(storageKeys);
    expect(storageDrift(tree, [...known, 'spare']).map(({ what }) => what)).toContain(
      'storage key spare is declared and nothing keeps it',
    );
  });
});

describe('a way out of the system', () => {
  const without = (end: string) => tree.filter(({ path }) => !path.endsWith(end));
  const says = (...drifted: ReturnType<typeof drift>) => drifted.map(({ what }) => what);

  it('is not declared in vain, and every recipient has one', () => {
    expect(says(...outboundDrift(without('/wechat.ts')))).toEqual([
      'nothing leaves through cloudfunctions/platform/wechat.ts',
    ]);
    expect(says(...outboundDrift(tree, {}))).toContain(
      'recipient wechat is declared and no door leads to it',
    );
    expect(says(...capabilityDrift(tree, allowed, {}))).toContain('wx-server-sdk is not allowed here');
  });

  it('[P29] is allowed to nobody who does not use it', () => {
    const spare = { ...allowed, 'src/platform/scroll.ts': ['Taro.pageScrollTo', 'Taro.request'] };
    expect(says(...capabilityDrift(tree, spare))).toEqual([
      'Taro.request is allowed to src/platform/scroll.ts and nothing there uses it',
    ]);
    expect(says(...capabilityDrift(without('src/platform/scroll.ts')))).toEqual([
      'Taro.pageScrollTo is allowed to src/platform/scroll.ts and nothing there uses it',
    ]);
  });
});

it('[P02] a field that is declared and not used is found, though another collection has one of that name', () => {
  const { sms_codes: codes } = dataMap;
  const names = ['title', 'name', 'model', 'page', 'note', 'email', 'ip', 'count', 'label', 'reason'];
  const spare = Object.fromEntries(
    names.map((name) => [name, { ...working, schema: z.string(), label: '甲' }]),
  );
  const map = { ...dataMap, sms_codes: { ...codes, fields: { ...codes.fields, ...spare } } };
  expect(collectionDrift(tree, map).map(({ what }) => what)).toEqual(
    names.map((name) => `field sms_codes.${name} is declared and nothing uses it`),
  );
});
