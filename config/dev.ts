import type { UserConfigExport } from '@tarojs/cli';

/** A watched build keeps source maps and readable output. */
export const development: UserConfigExport = {
  mini: { debugReact: true },
  h5: { devServer: { port: 5211, host: '127.0.0.1', open: false } },
};
