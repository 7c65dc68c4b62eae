import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { functionSources, isBuilt } from '../../../config/functions';
import { digestOf, writeStamp } from '../../../config/stamp';

const root = process.cwd();
const elsewhere = mkdtempSync(join(tmpdir(), 'built-'));
beforeAll(() => {
  process.chdir(elsewhere);
});
afterAll(() => {
  process.chdir(root);
  rmSync(elsewhere, { recursive: true });
});

test('functions are as built until a source changes, and again when it is as it was', () => {
  const write = (text: string) => {
    writeFileSync('cloudfunctions/index.ts', text);
  };
  mkdirSync('cloudfunctions');
  write('one');
  expect(isBuilt()).toBe(false);
  writeStamp('dist/cloudfunctions.stamp', digestOf(functionSources));
  expect(isBuilt()).toBe(true);
  write('two');
  expect(isBuilt()).toBe(false);
  write('one');
  expect(isBuilt()).toBe(true);
  writeFileSync('package-lock.json', '{}');
  expect(isBuilt()).toBe(false);
});
