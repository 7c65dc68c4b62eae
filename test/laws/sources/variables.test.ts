import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isSecret, variableNames, variablesOf } from '../../../config/cloud/variables';

/** What the platform sets by itself. */
const ofPlatform = /^(?:TCB_|TENCENTCLOUD_)/;

const sources = readdirSync('cloudfunctions', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('cloudfunctions', file), 'utf8'));
const read = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/\bsetting(?:Or)?\('([A-Z_]+)'/g)].map(([, name]) => name ?? ''),
  ),
);

describe('the variables that a deployment gives', () => {
  test('are every variable that a function reads, and no others', () => {
    const wanted = [...read].filter((name) => !ofPlatform.test(name)).sort();
    // A master key may come enciphered, under a name that the code puts together.
    const enciphered = wanted.filter((name) => name.startsWith('MASTER_KEY')).map((name) => `${name}_KMS`);
    expect([...variableNames].sort()).toEqual([...wanted, ...enciphered].sort());
  });

  test('are secret where they are keys or hold a token', () => {
    expect(variableNames.filter(isSecret)).toEqual(
      variableNames.filter(
        (name) => (/KEY/.test(name) && !/^VAULT_PUBLIC|^KEYS_ENV/.test(name)) || name === 'RECIPIENTS',
      ),
    );
  });

  test('come to a bundle only if it names them, a key in either form', () => {
    expect(variablesOf('x("SIGNING_KEY")')).toEqual(['SIGNING_KEY']);
    expect(variablesOf("y('MASTER_KEY')")).toEqual(['MASTER_KEY', 'MASTER_KEY_KMS']);
    expect(variablesOf('z("MASTER_KEYS", STAFF)')).toEqual([]);
  });
});
