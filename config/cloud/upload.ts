import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import packageJson from '../../package.json';
import { CannotOperate } from '../operate/run';
import { cloudCopy } from './copy';
import { variableNames } from './variables';

const root = resolve(__dirname, '../..');
/** Fetched when it is needed: with all that it brings it is a fifth of what everything else here weighs. */
const UPLOADER = 'miniprogram-ci@2.1.42';

/** The uploader's arguments; what WeChat would compile, minify or transform has been built already. */
export const uploadArguments = ({
  appid,
  key,
  project = root,
}: {
  appid: string;
  key: string;
  project?: string;
}) => [
  'upload',
  ...['--appid', appid],
  ...['--project-path', project],
  ...['--private-key-path', key],
  ...['--upload-version', packageJson.version],
  ...['--use-project-config', 'true'],
];

/** The environment of another program: without the functions' keys and the account's key pair. */
const without = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !(variableNames as string[]).includes(name) && !name.startsWith('TENCENTCLOUD_'),
    ),
  );

/**
 * Uploads dist/weapp by WeChat's own `miniprogram-ci`, which prints what it does; answers its exit code. `key` is the
 * file of the key for uploading from mp.weixin.qq.com, where this machine's address must be allowed too.
 */
export async function upload({ appid, key }: { appid: string; key: string | undefined }): Promise<number> {
  if (key === undefined || !existsSync(key)) throw new CannotOperate(cloudCopy.upload.noKey);
  if (!existsSync(resolve(root, 'dist/weapp/app.json'))) throw new CannotOperate(cloudCopy.upload.notBuilt);
  const child = spawn('npx', ['--yes', UPLOADER, ...uploadArguments({ appid, key: resolve(key) })], {
    cwd: root,
    stdio: 'inherit',
    env: without(process.env),
  });
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => {
      done(code ?? 1);
    });
  });
}
