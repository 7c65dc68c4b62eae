import { readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile, type Plugin } from 'esbuild';
import { minify } from '@swc/core';
import { minifying } from '../../config/minify';

const root = path.resolve(__dirname, '../..');

/** Sentences for people, and the one map of personal data that the functions read as well: shown by code, not code. */
const SHOWN = /^src\/(copy|contracts)\//;

/** The pages of some packages as one script. */
const bundle = (packages: readonly string[], plugins: Plugin[] = []) =>
  build({
    absWorkingDir: root,
    stdin: {
      contents: packages
        .flatMap((name) =>
          readdirSync(path.join(root, 'src/pages', name), { recursive: true, encoding: 'utf8' })
            .filter((file) => file.endsWith('index.tsx'))
            .map((file) => `./src/pages/${name}/${file}`),
        )
        .map((page, number) => `export { default as page${String(number)} } from '${page}';`)
        .join('\n'),
      resolveDir: root,
    },
    plugins,
    loader: { '.less': 'empty' },
    bundle: true,
    packages: 'external',
    jsx: 'transform',
    charset: 'utf8',
    format: 'esm',
    target: 'es2020',
    write: false,
    metafile: true,
  });

/** Leaves outside whatever `isOwn` does not name; the files stand as a bundle without it found them. */
const onlyOwn = ({ inputs }: Metafile, isOwn: (file: string) => boolean): Plugin => ({
  name: 'only-own',
  setup(build) {
    build.onResolve({ filter: /./ }, ({ path: name, importer }) => {
      const asked = inputs[path.relative(root, importer)]?.imports.find(({ original }) => original === name);
      return asked && !asked.external && !isOwn(asked.path) ? { path: './other', external: true } : undefined;
    });
  },
});

/**
 * The privacy centre's own code, in bytes of `gzip -9`: every page and part that no other package of the app needs. The
 * sentences and the data map that it shows are measured with its whole package.
 */
export async function benchOwnCode(): Promise<number> {
  const packages = readdirSync(path.join(root, 'src/pages'));
  const elsewhere = (await bundle(packages.filter((name) => name !== 'privacy'))).metafile.inputs;
  const all = (await bundle(['privacy'])).metafile;
  const own = await bundle(['privacy'], [onlyOwn(all, (file) => !(file in elsewhere) && !SHOWN.test(file))]);
  const { code } = await minify(own.outputFiles[0]?.text ?? '', { ...minifying, module: true });
  return gzipSync(code, { level: 9 }).length;
}
