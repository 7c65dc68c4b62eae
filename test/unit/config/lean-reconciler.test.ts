import { readFileSync } from 'node:fs';
import path from 'node:path';

type Lean = ((source: string) => string) & { ANSWERS: Record<string, boolean | undefined>; CALLED: string[] };
const lean = jest.requireActual<Lean>('../../../config/lean-reconciler.cjs');

const packaged = (file: string) =>
  readFileSync(path.resolve(__dirname, '../../../node_modules', file), 'utf8');
const taro = packaged('@tarojs/react/dist/react.esm.js');
const reconciler = packaged('react-reconciler/cjs/react-reconciler.production.min.js');
const host = taro.slice(taro.indexOf('const hostConfig = {'), taro.indexOf('Reconciler(hostConfig)'));

it.each(Object.entries(lean.ANSWERS))('Taro answers React that %s is %s', (name, answer) => {
  const given = new RegExp(`^ {4}${name}: (\\w+),$`, 'm').exec(host)?.[1];
  expect(given).toBe(answer === undefined ? undefined : String(answer));
});

it('every part of the reconciler that Taro calls stays', () => {
  const calls = [...taro.matchAll(/\bTaroReconciler\.(\w+)/g)].map(([, name = '']) => name);
  const handed = ['createContainer', 'updateContainer', 'getPublicRootInstance'].filter((name) =>
    taro.includes(name),
  );
  // For the development tools alone, and not in production.
  const needed = new Set([...calls, ...handed].filter((name) => name !== 'injectIntoDevTools'));
  expect([...needed].sort()).toEqual([...lean.CALLED].sort());
});

it('the answers are written in, and what only tests and servers call is gone', () => {
  const code = lean(reconciler);
  expect(reconciler).toContain('$$$hostConfig.supportsHydration');
  expect(code).not.toContain('$$$hostConfig.supportsHydration');
  expect(code).toContain('$$$hostConfig.createInstance');
  expect(code).toContain('exports.flushSync = ');
  expect(code).not.toContain('exports.createHydrationContainer');
});
