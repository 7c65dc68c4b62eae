import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Bytes of the two main packages, and ours over the empty one. */
export interface PackageSize {
  ours: number;
  empty: number;
  ratio: number;
  /** The most that the ratio may be. */
  target: number;
}

const root = path.resolve(__dirname, '../..');
const emptyApp = path.join(root, '.cache/empty-app');

/** An empty Taro app: one page with one line, built by the same versions with Taro's own settings. */
const emptySources: Record<string, string> = {
  'package.json': '{"name":"empty-app","private":true}',
  'project.config.json': '{"miniprogramRoot":"dist/","appid":"touristappid"}',
  'babel.config.js':
    "module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] };",
  'config/index.js': `module.exports = { projectName: 'empty-app', designWidth: 375, deviceRatio: { 375: 2 }, sourceRoot: 'src', outputRoot: 'dist',
    framework: 'react', compiler: { type: 'webpack5', prebundle: { enable: false } }, mini: {}, h5: {} };`,
  'src/app.js': 'export default function App({ children }) { return children; }',
  'src/app.config.js':
    "export default { pages: ['pages/index/index'], window: { navigationBarTitleText: 'empty' } };",
  'src/pages/index/index.jsx':
    "import { View } from '@tarojs/components';\nexport default function Index() { return <View>empty</View>; }",
  'src/pages/index/index.config.js': 'export default {};',
};

/**
 * Compares our weapp main package (dist/weapp, which must be built) with that of an empty app. The empty app is built
 * once into .cache/ for each version of Taro, with our browserslist, so that the ratio shows only what we add.
 */
export function benchPackageSize(): PackageSize {
  const ours = mainPackageBytes(path.join(root, 'dist/weapp'));
  const empty = mainPackageBytes(buildEmptyApp());
  return { ours, empty, ratio: ours / empty, target: 1.4 };
}

/** Everything that WeChat packs into the main package: all files but the subpackages' folders and build leftovers. */
export function mainPackageBytes(dist: string): number {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const subpackages = (app.subPackages ?? []).map((subpackage) => path.join(dist, subpackage.root));
  const count = (folder: string): number =>
    readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ entry, full: path.join(folder, entry.name) }))
      .filter(
        ({ entry, full }) =>
          !subpackages.includes(full) && !/^project\.config|\.(map|LICENSE\.txt)$/.test(entry.name),
      )
      .reduce((sum, { entry, full }) => sum + (entry.isDirectory() ? count(full) : statSync(full).size), 0);
  return count(dist);
}

function buildEmptyApp(): string {
  const { version } = JSON.parse(
    readFileSync(path.join(root, 'node_modules/@tarojs/taro/package.json'), 'utf8'),
  ) as { version: string };
  const folder = `${emptyApp}-${version}`;
  const dist = path.join(folder, 'dist');
  if (existsSync(path.join(dist, 'app.js'))) return dist;
  rmSync(folder, { recursive: true, force: true });
  for (const [file, content] of Object.entries(emptySources)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  cpSync(path.join(root, '.browserslistrc'), path.join(folder, '.browserslistrc'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  execFileSync(
    process.execPath,
    [path.join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', 'weapp'],
    {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: 'ignore',
    },
  );
  return dist;
}

/** The sizes as lines to print. */
export const formatPackageSize = ({ ours, empty, ratio, target }: PackageSize): string =>
  `ours ${(ours / 1000).toFixed(0)} kB, an empty Taro app ${(empty / 1000).toFixed(0)} kB: ${ratio.toFixed(2)}x   at most ${target}x`;
