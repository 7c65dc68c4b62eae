import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import packageJson from '../../package.json';
import { CannotOperate } from '../operate/run';
import { cloudCopy } from './copy';

const root = resolve(__dirname, '../..');
/** Fetched when it is needed: with all that it brings it is a fifth of what everything else here weighs. */
const UPLOADER = 'miniprogram-ci@2.1.42';

/** The uploader's arguments; what WeChat would compile, minify or transform has been built already. */
const uploadArguments = (appid: string, key: string) => [
  'upload',
  ...['--appid', appid],
  ...['--project-path', root],
  ...['--private-key-path', resolve(key)],
  ...['--upload-version', packageJson.version],
  ...['--use-project-config', 'true'],
];

/** What another program needs of this one's environment; keys and secrets are none of its business. */
const PASSED =
  /^(?:PATH|HOME|LANG|TMPDIR|SHELL|TERM|https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY|NODE_EXTRA_CA_CERTS|npm_config_.*)$/;

const passed = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => PASSED.test(name)));

/** Every script of the built mini program, one after another. */
const built = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');

/** What the build was made for is what the file says: the phone calls this environment, and asks for this template. */
function isFor(scripts: string, { env, template }: { env: string; template: string | undefined }): boolean {
  return scripts.includes(env) && (template === undefined || scripts.includes(template));
}

export interface Uploaded {
  appid: string;
  /** The file of the key for uploading. */
  key: string | undefined;
  env: string;
  /** Of the subscription message that the app asks for. */
  template: string | undefined;
}

/**
 * Uploads dist/weapp by WeChat's own `miniprogram-ci`, which prints what it does; answers its exit code. `key` is the
 * file of the key for uploading from mp.weixin.qq.com, where this machine's address must be allowed too.
 */
export async function upload({ appid, key, ...made }: Uploaded): Promise<number> {
  if (key === undefined) throw new CannotOperate(cloudCopy.upload.noKey);
  if (!existsSync(key)) throw new CannotOperate(cloudCopy.upload.keyNotThere(key));
  if (!existsSync(resolve(root, 'dist/weapp/app.json'))) throw new CannotOperate(cloudCopy.upload.notBuilt);
  if (!isFor(built(resolve(root, 'dist/weapp')), made))
    throw new CannotOperate(cloudCopy.upload.builtForOthers);
  const child = spawn('npx', ['--yes', UPLOADER, ...uploadArguments(appid, key)], {
    cwd: root,
    stdio: 'inherit',
    env: passed(process.env),
  });
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => {
      done(code ?? 1);
    });
  });
}
