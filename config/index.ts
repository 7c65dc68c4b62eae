import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { development } from './dev';
import { minifyBySwc } from './minify';
import { phoneSize } from './phone-size';
import { production } from './prod';

/**
 * Sizes are written in the logical px that WeUI and WeChat use, so nothing is converted to rpx or rem: a 17 px line of
 * text stays 17 px on every phone and grows only with the user's own font-size setting (src/ui/tokens.less).
 */
const pxtransform = { enable: false, config: {} };

/** WeUI 2.6 divides without parentheses, which less 4 leaves alone unless told otherwise. */
const lessLoaderOption = { lessOptions: { math: 'always' } };

const base: UserConfigExport = {
  projectName: 'elastic-pricing-privacy',
  date: '2025-11-23',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV ?? 'weapp'}`,
  plugins: ['accessibility.ts', 'compact-templates.ts'].map((file) => path.resolve(__dirname, file)),
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  // Names the one subscription message; the function that sends it reads the same variable.
  defineConstants: {
    ANSWER_TEMPLATE_ID: JSON.stringify(process.env.SUBSCRIBE_TEMPLATE_ID ?? ''),
    // Which environment the phone calls; WeChat's own choice unless set, which is the right one where there is but one.
    CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? ''),
  },
  alias: { '@': path.resolve(__dirname, '..', 'src') },
  mini: {
    lessLoaderOption,
    postcss: { pxtransform },
    // Every class belongs to one part alone, so the order of the parts' style sheets decides nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
    ...phoneSize,
  },
  h5: {
    webpackChain: minifyBySwc,
    lessLoaderOption,
    postcss: { pxtransform },
    publicPath: '/app/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
  },
};

/** sitemap.json is named by app.config but is no module, so webpack would not carry it over. */
const sitemap: UserConfigExport = {
  copy: { patterns: [{ from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }], options: {} },
};

/** Taro's build: `dist/weapp` and `dist/h5`, one output root for each platform. */
export default defineConfig((merge) =>
  merge(
    {},
    base,
    process.env.TARO_ENV === 'weapp' ? sitemap : {},
    process.env.NODE_ENV === 'development' ? development : production,
  ),
);
