import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourcesUnder } from './trees';

const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
const said = readme.replace(/\s+/g, ' ');

/** A fault in words of ours, or a choice of such; a fault of the code itself is worded where it is thrown. */
const FAULTS = /\bfault:\s*((?:\|?\s*'[^']+'\s*)+)/g;

const faultsIn = (text: string): string[] =>
  [...text.matchAll(FAULTS)].flatMap(([, words = '']) =>
    [...words.matchAll(/'([^']+)'/g)].map(([, word = '']) => word),
  );

test('the README names every fault that somebody should be woken for', () => {
  const faults = sourcesUnder('cloudfunctions')
    .filter(({ tree }) => tree.text.includes("log('error'"))
    .flatMap(({ tree }) => faultsIn(tree.text));
  expect(faults).toContain('rows left after erasing');
  expect(faults).toContain('deletion not acknowledged');
  expect([...new Set(faults)].filter((fault) => !said.includes(`\`${fault}\``))).toEqual([]);
});
