import { join } from 'node:path';
import * as z from 'zod/mini';
import { collectionDrift } from '../../../config/drift/collections';
import { drift } from '../../../config/drift/main';
import { outboundDrift } from '../../../config/drift/outbound';
import { interfaceDrift } from '../../../config/drift/privacy-interfaces';
import { asLine, parsed, sourcesUnder, type Finding, type Source } from '../../../config/drift/sources';
import { storageDrift } from '../../../config/drift/storage-keys';
import { storageKeys } from '../../../src/contracts/data-map/on-device';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { guarded } from '../../../src/contracts/data-map/interfaces';
import { working } from '../../../src/contracts/data-map/presets';

const tree = sourcesUnder(join(__dirname, '../../..'), 'src', 'cloudfunctions');
const page = 'src/pages/trial/index.tsx';
const job = 'cloudfunctions/account/trial.ts';

type Check = (sources: readonly Source[]) => Finding[];

/** What a check says of one file. */
const foundIn = (check: Check, path: string, text: string): string[] =>
  check([parsed(path, text)])
    .filter(({ place }) => place.startsWith(`${path}:`))
    .map(asLine);

/** What a check says of the real tree without one file. */
function foundWithout(check: Check, is: (path: string) => boolean) {
  const before = check(tree).map(asLine);
  return check(tree.filter(({ path }) => !is(path)))
    .map(asLine)
    .filter((line) => !before.includes(line));
}

it('[P29] the code and the data map say the same: interfaces, keys, collections, fields, ways out', () => {
  expect(tree.length).toBeGreaterThan(150);
  expect(drift(tree).map(asLine)).toEqual([]);
});

describe('a privacy interface that the map does not declare', () => {
  it.each([
    ['Taro.getLocation({})', 'getLocation'],
    ['wx.chooseMedia({})', 'chooseMedia'],
    ['const { chooseAddress } = Taro', 'chooseAddress'],
    ['const { chooseImage: pick } = wx', 'chooseImage'],
    [`Taro['getClipboardData']()`, 'getClipboardData'],
    ['<Button openType="getRealtimePhoneNumber" />', 'getRealtimePhoneNumber'],
    [`<Button openType={'getUserInfo'} />`, 'getUserInfo'],
    [`const props = { openType: 'getUserInfo' }`, 'getUserInfo'],
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
    [`Taro.setStorageSync('city', 'x')`, 'reached directly (Taro.setStorageSync)'],
    [`wx.getStorage({ key: 'city' })`, 'reached directly (wx.getStorage)'],
    [`localStorage.x = 1`, 'reached directly (localStorage)'],
    [`window.sessionStorage.getItem('x')`, 'reached directly'],
    [`document.cookie = 'a=b'`, 'reached directly (document.cookie)'],
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

const trial: Collection = {
  name: 'trial',
  label: '试',
  link: { by: 'none' },
  fields: { neverNamed: { ...working, schema: z.string(), label: '甲' } },
  indexes: [],
};

describe('the database', () => {
  it.each([
    [`store.find('visitors', { _id })`, 'collection visitors is not declared'],
    [`call.store.add('visitors', [row])`, 'collection visitors is not declared'],
    [`store.find('accounts', { gps: 1 })`, 'column accounts.gps is not declared'],
    [`store.find('accounts', { _id }, { only: ['_id', 'gps'] })`, 'column accounts.gps is not declared'],
    [`store.find('accounts', { _id }, { orderBy: ['gps', 'asc'] })`, 'column accounts.gps is not declared'],
    [`store.change('accounts', { _id }, { gps })`, 'column accounts.gps is not declared'],
    [`transaction.change('accounts', id, { 'gps': 1 })`, 'column accounts.gps is not declared'],
    [`transaction.add('accounts', [{ _id, gps: 1 }])`, 'column accounts.gps is not declared'],
    [`db.collection('accounts').get()`, 'the database is reached directly'],
  ])('is used only as declared: %s is found', (text, what) => {
    const found = foundIn(collectionDrift, job, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${job}:1  ${what}`);
  });

  it('takes declared columns, digests among them', () => {
    const text = `store.find('accounts', { openidDigest, ...more }, { only: ['_id', 'key'], orderBy: ['_id', 'asc'] })`;
    expect(foundIn(collectionDrift, job, text)).toEqual([]);
  });

  it('holds no collection that nothing uses, and no field', () => {
    const says = (sources: readonly Source[]) => collectionDrift(sources, { trial }).map(({ what }) => what);
    expect(says([])).toEqual(['collection trial is declared and nothing uses it']);
    const named = parsed(job, `store.find('trial', { _id })`);
    expect(says([named])).toEqual(['field trial.neverNamed is declared and nothing uses it']);
    const whole = parsed(job, `store.find('trial', { neverNamed })`);
    expect(says([whole])).toEqual([]);
  });
});

describe('a way out of the system', () => {
  it.each([
    [job, `fetch(url)`],
    [job, `globalThis.fetch(url)`],
    [job, `import { request } from 'node:https'`],
    [job, `import http from 'http'`],
    [job, `const net = await import('node:net')`],
    [job, `const tls = require('tls')`],
    [job, `import { connect } from 'node:net'`],
    [job, `import net from 'node:net'; net.connect(1)`],
    [job, `import * as net from 'node:net'; net.isIP(x)`],
    [job, `import axios from 'axios'`],
    [job, `import tcb from '@cloudbase/node-sdk'; tcb.init()`],
    [job, `import cloud from 'wx-server-sdk'; cloud.openapi`],
    [page, `Taro.request({ url })`],
    [page, `wx.uploadFile({ url })`],
    [page, `Taro.connectSocket({ url })`],
    [page, `new WebSocket(url)`],
    [page, `new XMLHttpRequest()`],
    [page, `navigator.sendBeacon(url)`],
    ['src/platform/call-function.h5.ts', `fetch('//elsewhere.example/x')`],
    ['src/platform/call-function.h5.ts', 'fetch(`${host}/x`)'],
  ])('in %s is found: %s', (path, text) => {
    expect(foundIn(outboundDrift, path, text)).toEqual([expect.stringContaining('data can leave here')]);
  });

  it.each([
    `const a = 'https://collect.example/v1'`,
    'const a = `https://${host}/v1`',
    `const a = "wss://x.example"`,
    `const a = 'see http://x.example for more'`,
  ])('named as a host is found: %s', (text) => {
    expect(foundIn(outboundDrift, job, text)).toEqual([expect.stringContaining('is not declared')]);
  });

  it.each([
    `import { isIP } from 'node:net'; isIP(x)`,
    `import tcb from '@cloudbase/node-sdk'; tcb.getCloudbaseContext(context)`,
    `import type Cloud from 'wx-server-sdk'`,
    `const use = ({ fetch }: Props) => fetch()`,
    `// https://developers.weixin.qq.com says so`,
  ])('is not seen where there is none: %s', (text) => {
    expect(foundIn(outboundDrift, job, text)).toEqual([]);
  });

  it('is not declared in vain, and every recipient has one', () => {
    const gone = foundWithout(outboundDrift, (path) => path.endsWith('/wechat.ts'));
    expect(gone).toEqual([
      expect.stringContaining('nothing leaves through cloudfunctions/platform/wechat.ts'),
    ]);
    const said = outboundDrift(tree, {}).map(({ what }) => what);
    expect(said).toContain('recipient wechat is declared and no door leads to it');
    expect(said).toContain('data can leave here (wx-server-sdk)');
  });
});
