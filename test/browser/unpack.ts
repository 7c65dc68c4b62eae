import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** Where the unpacked browser and everything it needs from outside the system is. */
export interface UnpackedBrowser {
  executablePath: string;
  /** Added to the browser's environment: its libraries and its fonts. */
  env: Record<string, string>;
}

const root = path.resolve(__dirname, '../..');
const cache = path.join(root, '.cache');
const nodeModules = path.join(root, 'node_modules');

/**
 * Unpacks the browser inside @sparticuz/chromium into .cache/, once for each version; safe to interrupt and to run
 * twice at once, because the folder gets its name only when it is complete. The package's own unpacking serves AWS
 * Lambda and leaves the system libraries out elsewhere, so its two archives are read here directly.
 */
export async function unpackBrowser(): Promise<UnpackedBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The packaged browser is for Linux x64; elsewhere set CHROME_PATH to an installed Chrome.',
    );
  }
  const archives = path.join(nodeModules, '@sparticuz/chromium/bin');
  const version = (
    createRequire(__filename)(path.join(nodeModules, '@sparticuz/chromium/package.json')) as {
      version: string;
    }
  ).version;
  const folder = path.join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    await mkdir(unfinished, { recursive: true });
    const executable = path.join(unfinished, 'chromium');
    await pipeline(
      createReadStream(path.join(archives, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(executable),
    );
    await chmod(executable, 0o755);
    await pipeline(
      createReadStream(path.join(archives, 'al2023.tar.br')),
      createBrotliDecompress(),
      extractTo(unfinished),
    );
    try {
      await rename(unfinished, folder);
    } catch (error) {
      if (!existsSync(folder)) throw error;
      await rm(unfinished, { recursive: true });
    }
  }
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'lib'), FONTCONFIG_FILE: await writeFontConfiguration() },
  };
}

/** tar-fs is a dependency of @sparticuz/chromium, not of this project, so it is looked up from there. */
function extractTo(folder: string): NodeJS.WritableStream {
  const requireFromPackage = createRequire(path.join(nodeModules, '@sparticuz/chromium/package.json'));
  const { extract } = requireFromPackage('tar-fs') as { extract: (folder: string) => NodeJS.WritableStream };
  return extract(folder);
}

/** One family with Chinese glyphs, so that pages look the same on a machine without any font. */
async function writeFontConfiguration(): Promise<string> {
  const fonts = path.join(nodeModules, '@expo-google-fonts/noto-sans-sc');
  const file = path.join(cache, 'fonts.conf');
  await mkdir(cache, { recursive: true });
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}/400Regular</dir>
  <dir>${fonts}/600SemiBold</dir>
  <cachedir>${cache}/fontconfig</cachedir>
</fontconfig>
`,
  );
  return file;
}
