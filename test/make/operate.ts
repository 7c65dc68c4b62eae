import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { TestCloud } from './cloud';

const root = join(__dirname, '../..');

/** How an operator's command ended. */
interface Ran {
  code: number;
  stdout: string;
  /** Without the line that says where it looked. */
  stderr: string;
  /** Whether it said that it looked at the local cloud. */
  isSaidLocal: boolean;
}

const LOCAL = /^以上是本机的本地云 http:\S+，不是云环境。\n$/m;

/** Runs a command of `config/operate` as an operator would: a process of its own that knows nothing but the port. */
export const operate = (on: TestCloud, name: string, ...args: string[]): Promise<Ran> =>
  operateWith('', on, name, ...args);

/** The same with something on its standard input. */
export const operateWith = (input: string, on: TestCloud, name: string, ...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const file = join(root, 'config/operate', `${name}.ts`);
    const env = { ...process.env, PORT: String(on.cloud.port) };
    const child = execFile(
      process.execPath,
      // The loader that `npm run` uses, without a process of its own.
      ['--require', require.resolve('tsx/cjs'), file, ...args],
      { cwd: root, env },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code ?? 1);
        const own = stderr.replace(LOCAL, '');
        resolve({ code, stdout, stderr: own, isSaidLocal: own !== stderr });
      },
    );
    child.stdin?.end(input);
  });
