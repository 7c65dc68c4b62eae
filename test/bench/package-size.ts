import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildEmptyApp } from './empty-app';
import { benchOwnCode } from './own-code';

/** What the mini program weighs, in bytes, beside an empty Taro app. */
export interface PackageSize {
  main: number;
  whole: number;
  empty: number;
  /** The privacy centre's own code, gzipped. */
  own: number;
  /** Everything in the privacy centre's package, in one gzip, as it travels: its words and its lists of data too. */
  privacy: number;
}

/** The most that ours may be: times the empty app, and bytes of the privacy centre's code. */
const BOUNDS = { main: 1.3, whole: 2.2, own: 25_000 };

const ours = path.resolve(__dirname, '../../dist/weapp');

/** What WeChat does not upload, or nobody wrote. */
const LEFTOVER = /^project\.config|\.(map|LICENSE\.txt)$/;

/** The files of a folder, one after another. */
const filesIn = (folder: string, isLeftOut: (file: string) => boolean = () => false): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !LEFTOVER.test(entry.name))
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .filter((file) => !isLeftOut(file))
      .sort()
      .map((file) => readFileSync(file)),
  );

/** Measures the built dist/weapp: its main package is all files but the subpackages' folders. */
export async function benchPackageSize(): Promise<PackageSize> {
  const app = JSON.parse(readFileSync(path.join(ours, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const subpackages = (app.subPackages ?? []).map(({ root }) => path.join(ours, root) + path.sep);
  return {
    main: filesIn(ours, (file) => subpackages.some((subpackage) => file.startsWith(subpackage))).length,
    whole: filesIn(ours).length,
    empty: filesIn(buildEmptyApp()).length,
    own: await benchOwnCode(),
    privacy: gzipSync(filesIn(path.join(ours, 'pages/privacy'))).length,
  };
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;

/** The sizes as lines to print. */
export function formatPackageSize({ main, whole, empty, own, privacy }: PackageSize): string {
  const line = (name: string, size: number, over: number, bound: string) =>
    `${name.padEnd(15)}${kB(size).padStart(7)}   ${(size / over).toFixed(2)}x   at most ${bound}`;
  return [
    line('an empty app', empty, empty, '-'),
    line('main package', main, empty, `${BOUNDS.main}x`),
    line('whole app', whole, empty, `${BOUNDS.whole}x`),
    `${line('privacy centre', own, BOUNDS.own, kB(BOUNDS.own))}, its own code gzipped; with its words and lists ${kB(privacy)}`,
  ].join('\n');
}
