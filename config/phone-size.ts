import path from 'node:path';
import type { IMiniAppConfig } from '@tarojs/taro/types/compile';
import type { ChunkGraph, Module } from 'webpack';
import { minifyBySwc } from './minify';
import { PureContracts } from './pure-contracts';

/** The subpackages that a module is in; none if the main package needs it, for then it is there. */
function subpackagesOf(module: Module, chunkGraph: ChunkGraph): Set<string> {
  const names = [...chunkGraph.getModuleChunksIterable(module)].map(({ name }) => name ?? '');
  const roots = names.map((name) => /^pages\/(?!home\/)[^/]+/.exec(name)?.[0]);
  return new Set(roots.every((root) => root !== undefined) ? roots : []);
}

/** Goes into the main package once: Taro would lay a copy of it into every subpackage that uses it. */
const shared = {
  name: 'shared',
  test: (module: Module, { chunkGraph }: { chunkGraph: ChunkGraph }) =>
    subpackagesOf(module, chunkGraph).size > 1 && !/[\\/]@tarojs[\\/]/.test(module.nameForCondition() ?? ''),
  minChunks: 2,
  // Above Taro's own groups for a subpackage.
  priority: 20_000,
};

/** What keeps the mini program small: `npm run bench` shows the sizes, and test/weapp that nothing was lost. */
export const phoneSize: IMiniAppConfig & { baseLevel: number } = {
  // How deep a page may nest before Taro puts in a component of its own; each level is written into base.wxml anew.
  baseLevel: 9,
  commonChunks: ['runtime', 'vendors', 'taro', 'common', 'shared'],
  // No page writes HTML into itself, so that the runtime needs no parser for it.
  runtime: { enableInnerHTML: false },
  webpackChain(chain) {
    minifyBySwc(chain);
    chain.plugin('pureContracts').use(PureContracts);
    chain.module
      .rule('leanReconciler')
      .test(/[\\/]react-reconciler[\\/]cjs[\\/]react-reconciler\.production/)
      .use('lean')
      .loader(path.resolve(__dirname, 'lean-reconciler.cjs'));
    const split = chain.optimization.get('splitChunks') as { cacheGroups: object };
    chain.optimization.splitChunks({ ...split, cacheGroups: { ...split.cacheGroups, shared } });
  },
};
