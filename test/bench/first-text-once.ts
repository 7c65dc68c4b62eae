import { JSDOM } from 'jsdom';

/**
 * Run by first-text.ts in a process of its own: launches the build in the first argument, opens the page in the second
 * and prints the milliseconds from `onLaunch` until there is something to read on it.
 */
async function main([dist = '', route = '']: string[]): Promise<void> {
  const { window } = new JSDOM('<!doctype html><body></body>', {
    pretendToBeVisual: true,
    url: 'https://weapp.invalid',
  });
  const names = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
  for (const name of [...names, 'Event', 'CustomEvent', 'EventTarget'])
    Object.defineProperty(globalThis, name, {
      configurable: true,
      writable: true,
      value: window[name] as unknown,
    });
  Object.assign(globalThis, { window });
  // Only now: the simulator reads `window` when it is loaded.
  const { startMiniProgram } = await import('../weapp/simulate');
  const cloud = () => Promise.resolve({ ok: true, data: { status: 'guest' } });
  const mini = startMiniProgram({ cloud }, dist);
  const page = mini.open(route);
  while (page.text().trim() === '') await new Promise(setImmediate);
  process.stdout.write(String(performance.now() - mini.launchedAt));
  process.exit(0);
}

void main(process.argv.slice(2));
