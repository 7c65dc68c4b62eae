import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { functions } from '../../config/functions';

/** How long one bundle takes to load in a fresh process, beside a bundle of the bare SDK. */
export interface LoadTime {
  name: string;
  ms: number;
  ratio: number;
}

const RUNS = 15;
const TARGET = 1.25;
const bareFolder = resolve('.cache/bare-sdk');
const bareBundle = join(bareFolder, 'index.js');

/** A function that does nothing but load the SDK: the floor that ours are measured against. */
async function buildBare(): Promise<void> {
  mkdirSync(bareFolder, { recursive: true });
  const source = join(bareFolder, 'source.js');
  writeFileSync(source, "const tcb = require('@cloudbase/node-sdk');\nexports.main = () => tcb.version;\n");
  await build({
    entryPoints: [source],
    outfile: bareBundle,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20.19',
    nodePaths: [resolve('node_modules')],
    logLevel: 'error',
  });
}

const timed = 'const t=performance.now();require(process.argv[1]);console.log(performance.now()-t)';
const load = (bundle: string) =>
  Number(
    execFileSync(process.execPath, ['-e', timed, bundle], { encoding: 'utf8' }).trim().split('\n').at(-1),
  );
const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Loads every function and the bare SDK in turn, so that noise falls on all alike; medians of 15. */
export async function benchFunctionLoad(): Promise<LoadTime[]> {
  await buildBare();
  const bundles = new Map([
    ['bare node-sdk', bareBundle],
    ...Object.keys(functions).map(
      (name) => [name, resolve('dist/cloudfunctions', name, 'index.js')] as const,
    ),
  ]);
  const times = new Map([...bundles.keys()].map((name) => [name, [] as number[]]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, bundle] of bundles) times.get(name)?.push(load(bundle));
  }
  const floor = median(times.get('bare node-sdk') ?? []);
  return [...times].map(([name, values]) => ({ name, ms: median(values), ratio: median(values) / floor }));
}

/** The times as lines to print. */
export const formatFunctionLoad = (times: readonly LoadTime[]): string =>
  times
    .map(
      ({ name, ms, ratio }) =>
        `${name.padEnd(16)}${ms.toFixed(1).padStart(8)} ms   ${ratio.toFixed(2)}x   at most ${TARGET}x`,
    )
    .join('\n');
