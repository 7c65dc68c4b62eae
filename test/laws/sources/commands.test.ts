import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../../package.json';
import { sourcesUnder } from './trees';

const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');

test('every command that the README or the program names is there', () => {
  const texts = [readme, ...sourcesUnder('config', 'cloudfunctions', 'test').map(({ tree }) => tree.text)];
  const named = texts.flatMap((text) =>
    [...text.matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, name = '']) => name),
  );
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((name) => !(name in packageJson.scripts))).toEqual([]);
});
