import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DataFolderError, takeDataFolder } from './data-folder';
import { loadSecrets } from './secrets';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'local-cloud-folder-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const START = resolve('test/local-cloud/start.cjs');

describe('the data folder', () => {
  it('serves one cloud at a time, and the next when the first has stopped', () => {
    const release = takeDataFolder(home);
    expect(() => takeDataFolder(home)).toThrow(DataFolderError);
    release();
    takeDataFolder(home)();
  });

  it('refuses a folder that a living process holds and ignores a holder that was killed', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    writeFileSync(join(home, 'lock'), String(other.pid));
    expect(() => takeDataFolder(home)).toThrow(/正被另一个本地云使用/);
    const gone = new Promise((done) => other.once('exit', done));
    other.kill('SIGKILL');
    await gone;
    takeDataFolder(home)();
  });

  it('keeps its keys from start to start, readable by their owner alone', () => {
    const first = loadSecrets(home);
    expect(loadSecrets(home)).toEqual(first);
    expect(new Set(Object.values(first)).size).toBe(3);
    for (const key of Object.values(first)) expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(statSync(join(home, 'secrets.json')).mode & 0o077).toBe(0);
  });
});

describe('npm start says in one sentence', () => {
  const start = (variables: Record<string, string>, command = [START]) =>
    new Promise<{ code: number | null; output: string }>((done) => {
      const child = spawn(process.execPath, command, { env: { ...process.env, ...variables } });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          output += chunk.toString();
        });
      }
      child.on('exit', (code) => {
        done({ code, output });
      });
    });

  it('that the port is taken', async () => {
    const { holder, port } = await hold();
    const { code, output } = await start({ PORT: String(port), LOCAL_CLOUD_DIR: home });
    await new Promise((closed) => holder.close(closed));
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toContain(`端口 ${String(port)} 已被占用`);
  }, 30_000);

  it('that the data folder cannot be written', async () => {
    const file = join(home, 'file');
    writeFileSync(file, '');
    const { code, output } = await start({ PORT: await freePort(), LOCAL_CLOUD_DIR: join(file, 'data') });
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toContain('无法写入');
  }, 30_000);

  it('that the port is no port', async () => {
    const { code, output } = await start({ PORT: 'abc', LOCAL_CLOUD_DIR: home });
    expect(code).toBe(1);
    expect(output).toContain('PORT 必须是');
  }, 30_000);

  it('that Node is too old or too new', async () => {
    for (const version of ['18.20.0', '20.10.0', '25.0.0']) {
      const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' }); require('${START}')`;
      const { code, output } = await start({ LOCAL_CLOUD_DIR: home }, ['-e', pretend]);
      expect(code).toBe(1);
      expect(output.trim().split('\n')).toHaveLength(1);
      expect(output).toContain(`现在是 ${version}`);
    }
  }, 30_000);
});

async function hold(): Promise<{ holder: Server; port: number }> {
  const holder = createServer();
  await new Promise<void>((listening) => holder.listen(0, '127.0.0.1', listening));
  return { holder, port: (holder.address() as AddressInfo).port };
}

async function freePort(): Promise<string> {
  const { holder, port } = await hold();
  await new Promise((closed) => holder.close(closed));
  return String(port);
}
