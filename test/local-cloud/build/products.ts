import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { buildFunctions, functionSources } from '../../../config/functions';
import { clearStamp, digestOf, isCurrent, stampOf, writeStamp } from '../../../config/stamp';

/** Something that `npm start` serves and must be built first. */
interface Product {
  label: string;
  output: string;
  inputs: readonly string[];
  build(output: string): Promise<void>;
}

/** A build that failed; the message ends with what the builder said. */
export class BuildError extends Error {}

const OUTPUT_LINES = 40;

const taro = (type: string) => () =>
  run(process.execPath, [require.resolve('@tarojs/cli/bin/taro'), 'build', '--type', type]);
const APP_INPUTS = [
  'config',
  'package-lock.json',
  'tsconfig.json',
  'babel.config.js',
  'project.config.json',
  'src',
];

/** What can be built, by name. */
const products = {
  functions: {
    label: '云函数',
    output: 'dist/cloudfunctions',
    inputs: functionSources,
    build: (outDir) => buildFunctions({ outDir }),
  },
  h5: { label: '小程序 H5', output: 'dist/h5', inputs: APP_INPUTS, build: taro('h5') },
  weapp: { label: '小程序', output: 'dist/weapp', inputs: APP_INPUTS, build: taro('weapp') },
} as const satisfies Record<string, Product>;

export type ProductName = keyof typeof products;

/** Builds those of the named products that are missing or older than their sources. Says each step through `say`. */
export async function buildStale(
  say: (line: string) => void,
  names: readonly ProductName[] = ['functions', 'h5'],
): Promise<void> {
  const stale = names.flatMap((name) => {
    const product: Product = products[name];
    const digest = digestOf(product.inputs);
    const stamp = stampOf(product.output);
    return existsSync(product.output) && isCurrent(stamp, digest) ? [] : [{ product, digest, stamp }];
  });
  await Promise.all(
    stale.map(async ({ product, digest, stamp }) => {
      const began = performance.now();
      say(`正在构建${product.label}……`);
      clearStamp(stamp);
      try {
        await product.build(product.output);
      } catch (error) {
        throw new BuildError(
          `${product.label}构建失败：${error instanceof Error ? error.message : String(error)}`,
        );
      }
      writeStamp(stamp, digest);
      say(`${product.label}已构建，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒`);
    }),
  );
}

function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Whoever asks: under Jest NODE_ENV is `test`, for which Taro builds code that only runs in its own dev server.
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = (): void => {
      child.kill();
    };
    process.once('exit', stop);
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('exit', (code) => {
      process.off('exit', stop);
      if (code === 0) resolve();
      else reject(new Error(`\n${output.split('\n').slice(-OUTPUT_LINES).join('\n')}`));
    });
  });
}
