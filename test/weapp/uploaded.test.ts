import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { pages } from '../../src/contracts/pages';
import { declaredRoutes } from './simulate';

const built = path.resolve(__dirname, '../../dist/weapp');
const files = readdirSync(built, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(built, path.join(entry.parentPath, entry.name)))
  // WeChat's tools do not upload these.
  .filter((file) => !/^project\.config|LICENSE\.txt$/.test(file));
const text = (file: string) => readFileSync(path.join(built, file), 'utf8');
const json = (file: string) => JSON.parse(text(file)) as Record<string, unknown>;
const app = json('app.json') as {
  subPackages: { root: string; pages: string[] }[];
  usingComponents?: object;
  themeLocation: string;
  sitemapLocation: string;
};

/** What WeChat takes: 2 MB a package and 30 MB in all. Source: developers.weixin.qq.com, 分包加载. */
const LIMITS = { package: 2 * 1024 ** 2, whole: 30 * 1024 ** 2 };
const sizeOf = (some: readonly string[]) =>
  some.reduce((sum, file) => sum + statSync(path.join(built, file)).size, 0);

test('app.json declares the pages that the contracts know, each once', () => {
  expect(declaredRoutes().sort()).toEqual([...pages].sort());
});

test.each([...pages])('%s is there with its four files, and with components that are there', (page) => {
  for (const ending of ['js', 'json', 'wxml', 'wxss']) {
    const shared = ending === 'wxss' && text(`${page}.js`) !== '';
    expect([`${page}.${ending}`, shared || existsSync(path.join(built, `${page}.${ending}`))]).toEqual([
      `${page}.${ending}`,
      true,
    ]);
  }
  const { usingComponents = {} } = json(`${page}.json`) as { usingComponents?: Record<string, string> };
  for (const component of Object.values(usingComponents))
    expect(existsSync(path.join(built, path.dirname(page), `${component}.js`))).toBe(true);
});

test('every file belongs to the app or to a page that is declared', () => {
  const roots = app.subPackages.map(({ root }) => `${root}/`);
  const homeless = files.filter(
    (file) =>
      file.startsWith('pages/') &&
      !file.startsWith('pages/home/') &&
      !roots.some((root) => file.startsWith(root)),
  );
  expect(homeless).toEqual([]);
  expect(files.filter((file) => !/\.(js|json|wxml|wxss|wxs)$/.test(file))).toEqual([]);
});

test('what app.json names besides is there', () => {
  for (const file of [app.themeLocation, app.sitemapLocation]) expect(files).toContain(file);
  const theme = json(app.themeLocation) as Record<'light' | 'dark', Record<string, string>>;
  const named = text('app.json').match(/"@(\w+)"/g) ?? [];
  expect(named.length).toBeGreaterThan(0);
  for (const each of named)
    for (const look of ['light', 'dark'] as const) expect(theme[look]).toHaveProperty(each.slice(2, -1));
});

test('no package is larger than WeChat takes', () => {
  const main = files.filter((file) => !app.subPackages.some(({ root }) => file.startsWith(`${root}/`)));
  expect(sizeOf(main)).toBeLessThan(LIMITS.package);
  for (const { root } of app.subPackages)
    expect(sizeOf(files.filter((file) => file.startsWith(`${root}/`)))).toBeLessThan(LIMITS.package);
  expect(sizeOf(files)).toBeLessThan(LIMITS.whole);
});

test.each(files.filter((file) => file.endsWith('.js')))('%s is a script that a phone can read', (file) => {
  // Nothing sets it lower after us: iOS 13.4, the oldest in .browserslistrc, reads the language of 2020.
  expect(() => parse(text(file), { sourceType: 'script', ecmaVersion: 2020 })).not.toThrow();
  // What a mini program may not do at all; webpack tries one to find the global object, and goes on without.
  expect(text(file).replace('new Function("return this")', '')).not.toMatch(/\beval\(|new Function\(/);
});

test.each(files.filter((file) => file.endsWith('.wxml')))('what %s includes is there', (file) => {
  for (const [, source = ''] of text(file).matchAll(/<(?:import|include|wxs)\b[^>]*\bsrc="([^"]+)"/g))
    expect(existsSync(path.join(built, path.dirname(file), source))).toBe(true);
});
