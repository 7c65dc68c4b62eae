import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A page's script and style, as the browser gets them. */
export interface PageBundle {
  script: string;
  style: string;
}

interface Built extends PageBundle {
  /** When each source file was last changed, as it was when the bundle was made. */
  sources: Map<string, number>;
}

const changedAt = (file: string): number => (existsSync(file) ? statSync(file).mtimeMs : 0);

/**
 * Bundles `main.tsx` of a page's folder, and again when a source has changed, so that there is no build step to
 * forget. Concurrent askers share one build.
 */
export function pageBundle(folder: string): () => Promise<PageBundle> {
  let made: Promise<Built> | undefined;
  return async () => {
    const last = await made?.catch(() => undefined);
    const isCurrent = last && [...last.sources].every(([file, at]) => changedAt(file) === at);
    if (!isCurrent) made = bundle(folder);
    return made as Promise<Built>;
  };
}

async function bundle(folder: string): Promise<Built> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(folder, 'main.tsx')],
    outdir: folder,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    jsx: 'automatic',
    target: 'es2022',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  const sources = new Map(Object.keys(metafile.inputs).map((file) => [file, changedAt(file)]));
  return { script: text('.js'), style: text('.css'), sources };
}
