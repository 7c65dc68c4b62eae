import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** One page with one line, by Taro's own settings. */
const sources: Record<string, string> = {
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
 * The build of an empty Taro app, which ours is measured against: made once into .cache/ for each version of Taro, with
 * our browserslist. Answers the folder.
 */
export function buildEmptyApp(): string {
  const { version } = JSON.parse(
    readFileSync(path.join(root, 'node_modules/@tarojs/taro/package.json'), 'utf8'),
  ) as { version: string };
  const folder = path.join(root, `.cache/empty-app-${version}`);
  const dist = path.join(folder, 'dist');
  if (existsSync(path.join(dist, 'app.js'))) return dist;
  rmSync(folder, { recursive: true, force: true });
  for (const [file, content] of Object.entries(sources)) {
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
