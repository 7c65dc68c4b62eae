import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { unpackBrowser } from './unpack';

/** A phone's screen in CSS pixels: 390x844, the size every screenshot has. */
export const PHONE = { width: 390, height: 844 } as const;

const screenshots = path.resolve(__dirname, '../../.artifacts/screenshots');

export interface PhoneOptions {
  url: string;
  /** Default `light`. */
  colorScheme?: 'light' | 'dark';
  /** How much larger the user has set text; default 1. */
  fontScale?: number;
  /** Width and height other than a phone's, for the workbench and the console. */
  viewport?: { width: number; height: number };
}

/** One opened page with its own storage, hence its own person. */
export interface Phone {
  page: Page;
  /** Console errors and uncaught exceptions so far; a test expects it to be empty. */
  problems: string[];
  /** Saves .artifacts/screenshots/<name>.png and returns its path. */
  screenshot(name: string, options?: { fullPage?: boolean }): Promise<string>;
  close(): Promise<void>;
}

/** A browser for one test file. */
export interface Chromium {
  openPhone(options: PhoneOptions): Promise<Phone>;
  close(): Promise<void>;
}

/** Starts the browser: `CHROME_PATH` when set, otherwise the one inside the npm package. */
export async function startChromium(): Promise<Chromium> {
  const browser = await launch();
  return {
    openPhone: (options) => openPhone(browser, options),
    close: () => browser.close(),
  };
}

async function launch(): Promise<Browser> {
  const installed = process.env.CHROME_PATH;
  const { executablePath, env } = installed ? { executablePath: installed, env: {} } : await unpackBrowser();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--lang=zh-CN'],
  });
}

async function openPhone(browser: Browser, options: PhoneOptions): Promise<Phone> {
  const { url, colorScheme = 'light', fontScale = 1, viewport = PHONE } = options;
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.addInitScript(weChatButtons);
  if (fontScale !== 1) await page.addInitScript(rootFontSize(fontScale));
  await page.goto(url, { waitUntil: 'load' });
  return {
    page,
    problems,
    screenshot: async (name, { fullPage = false } = {}) => {
      const file = path.join(screenshots, `${name}.png`);
      await page.screenshot({ path: file, fullPage, animations: 'disabled' });
      return file;
    },
    close: () => context.close(),
  };
}

/**
 * What WeChat's own sheet says of buttons under `style: v2` and a browser lacks (Tencent/tdesign-miniprogram#79), of
 * the tag that Taro has for them here: what does not outweigh it is not as wide on a phone as it looks in a browser.
 */
const weChatButtons = `document.addEventListener('DOMContentLoaded', () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('taro-button-core:not([size=mini]) { margin-left: auto; margin-right: auto; width: 184px; }');
  // Adopted, for a page of staff lets no style in by its text.
  document.adoptedStyleSheets.push(sheet);
})`;

/**
 * Runs in the page before its own scripts; the app reads the root font size as a phone reads WeChat's setting. A
 * string, because a TypeScript loader may rewrite a function into something that only lives in its own process.
 */
function rootFontSize(scale: number): string {
  return `(() => {
    const apply = () => { document.documentElement.style.fontSize = '${scale * 16}px'; };
    if (document.documentElement) apply();
    else document.addEventListener('readystatechange', apply, { once: true });
  })()`;
}
