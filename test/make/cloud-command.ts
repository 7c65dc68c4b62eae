import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ACCOUNT, type ManagementCloud } from '../local-cloud/management/server';

const root = join(__dirname, '../..');

/** How a command ended, and how long it took in milliseconds. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
  took: number;
}

/** An operator at a terminal: one command after another. */
export interface Terminal {
  run: (args: readonly string[], variables: Readonly<Record<string, string>>) => Promise<Ended>;
  close: () => void;
}

/** Opens a terminal where the stand-in is in the place of Tencent's hosts; every command runs by the untouched SDK. */
export function openTerminal(cloud: ManagementCloud): Terminal {
  const dir = mkdtempSync(join(tmpdir(), 'cloud-command-'));
  const certificate = join(dir, 'certificate.pem');
  writeFileSync(certificate, cloud.certificate);
  const child = spawn(
    process.execPath,
    [require.resolve('tsx/cli'), join(root, 'test/make/cloud-session.ts')],
    {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        HOME: dir,
        http_proxy: `http://127.0.0.1:${String(cloud.port)}`,
        NODE_EXTRA_CA_CERTS: certificate,
        TENCENTCLOUD_SECRETID: ACCOUNT.secretId,
        TENCENTCLOUD_SECRETKEY: ACCOUNT.secretKey,
      },
    },
  );
  const answers = createInterface({ input: child.stdout });
  return {
    async run(args, variables) {
      const answer = once(answers, 'line');
      child.stdin.write(`${JSON.stringify({ args, variables })}\n`);
      const [line] = (await answer) as [string];
      return JSON.parse(line) as Ended;
    },
    close() {
      child.stdin.end();
      child.kill();
      rmSync(dir, { recursive: true });
    },
  };
}
