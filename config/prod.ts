import type { UserConfigExport } from '@tarojs/cli';

/** What is uploaded and what the local cloud serves: minified, without source maps. */
export const production: UserConfigExport = {
  mini: { enableSourceMap: false },
  h5: { enableSourceMap: false },
};
