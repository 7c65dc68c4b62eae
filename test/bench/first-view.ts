import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { homeCopy } from '../../src/copy/home';
import { PHONE, startChromium } from '../browser/chromium';

/** The most that the scripts of the first view may weigh, in bytes gzipped. */
const BOUND = 250_000;
const dist = path.resolve(__dirname, '../../dist/h5');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Serves dist/h5 below /app/, and no function: the home page shows without an answer. */
async function serve() {
  const server = createServer(({ url = '' }, response) => {
    const name = new URL(url, 'http://localhost').pathname.replace(/^\/app\/$/, '/app/index.html');
    const file = path.join(dist, name.replace(/^\/app\//, ''));
    if (!name.startsWith('/app/') || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

/** What a browser loaded until the home page showed. */
export interface FirstView {
  scripts: number;
  bytes: number;
}

/** Opens the built dist/h5 in a real browser and weighs every script that it asked for before the home page's words. */
export async function benchFirstView(): Promise<FirstView> {
  const { server, origin } = await serve();
  const browser = await startChromium();
  try {
    const phone = await browser.openPhone({ url: 'about:blank', viewport: PHONE });
    const scripts = new Set<string>();
    phone.page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
    });
    await phone.page.goto(`${origin}/app/#/pages/home/index`);
    await phone.page.getByText(homeCopy.today).first().waitFor();
    const sizes = [...scripts].map(
      (script) => gzipSync(readFileSync(path.join(dist, script.replace(/^\/app\//, '')))).length,
    );
    return { scripts: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  } finally {
    await browser.close();
    server.close();
  }
}

/** The weight as a line to print. */
export const formatFirstView = ({ scripts, bytes }: FirstView): string =>
  `${String(scripts)} scripts, ${(bytes / 1000).toFixed(0)} kB gzipped   ${(bytes / BOUND).toFixed(2)}x   at most ${String(BOUND / 1000)} kB`;
