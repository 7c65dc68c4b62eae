import { createServer } from 'node:net';
import { buildStale, BuildError } from './build/products';
import { DataFolderError, takeDataFolder } from './data-folder';
import { EnvironmentError } from './environments';
import { startLocalCloud, type LocalCloud } from './server';

const DEFAULT_PORT = 5210;
const DEFAULT_DIR = '.local-cloud';

/** A start that cannot succeed; the message is the one sentence to show. */
class StartError extends Error {}

/** `npm start`: builds what is stale, serves it, and stops on Ctrl-C. */
export async function main(): Promise<void> {
  let cloud: LocalCloud | undefined;
  let isStopping = false;
  const stop = (): void => {
    // A second Ctrl-C means now.
    if (isStopping) process.exit(1);
    isStopping = true;
    (cloud?.stop() ?? Promise.resolve()).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  try {
    const port = readPort(process.env['PORT']);
    const dir = process.env['LOCAL_CLOUD_DIR'] ?? DEFAULT_DIR;
    // Both are asked before the build, so that nobody waits half a minute for a refusal.
    await checkPort(port);
    takeDataFolder(dir)();
    await buildStale((line) => {
      console.log(line);
    });
    cloud = await startLocalCloud({ dir, port, warm: true });
    console.log(`就绪 ${cloud.url}/`);
  } catch (error) {
    console.error(sentenceFor(error));
    process.exit(1);
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StartError(`PORT 必须是 1 到 65535 之间的整数，现在是“${text}”。`);
}

function checkPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(new StartError(portSentence(port, error)));
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve();
      });
    });
  });
}

function portSentence(port: number, error: NodeJS.ErrnoException): string {
  return error.code === 'EADDRINUSE'
    ? `端口 ${String(port)} 已被占用，请停止占用它的程序，或换一个：PORT=${String(port + 1)} npm start`
    : `端口 ${String(port)} 无法使用（${error.code ?? error.message}），请用 PORT 换一个。`;
}

function sentenceFor(error: unknown): unknown {
  const isExpected =
    error instanceof StartError ||
    error instanceof EnvironmentError ||
    error instanceof DataFolderError ||
    error instanceof BuildError;
  if (isExpected) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EADDRINUSE' ? '端口刚刚被别的程序占用，请重试或用 PORT 换一个。' : error;
}
