import type { IMiniAppConfig } from '@tarojs/taro/types/compile';

/** Goes to terser over Taro's own settings, which leave most of what it can do undone for engines of long ago. */
export const terserConfig = {
  ecma: 2019,
  // Taro writes a Chinese character as six letters; in UTF-8, which WeChat reads, it is three bytes.
  output: { ecma: 2019, ascii_only: false },
  compress: {
    ecma: 2019,
    passes: 2,
    arrows: true,
    collapse_vars: true,
    comparisons: true,
    computed_props: true,
    hoist_props: true,
    inline: 3,
    loops: true,
    negate_iife: true,
    properties: true,
    reduce_funcs: true,
    reduce_vars: true,
    switches: true,
    typeofs: true,
  },
} as const;

/** A module that stays in the main package although home does not use it; elsewhere each package had a copy. */
const sharedByPackages = /[\\/]node_modules[\\/]zod[\\/]/;

/** What keeps the mini program small: `npm run bench` shows the sizes, and test/weapp that nothing was lost. */
export const phoneSize: IMiniAppConfig & { baseLevel: number } = {
  // How deep a page may nest before Taro puts in a component of its own; each level is written into base.wxml anew.
  baseLevel: 11,
  optimizeMainPackage: {
    enable: true,
    exclude: [({ resource = '' }: { resource?: string }) => sharedByPackages.test(resource)],
  },
};
