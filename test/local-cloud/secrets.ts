import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEYS = ['MASTER_KEY', 'LOOKUP_KEY', 'SIGNING_KEY'] as const;

/** The function variables that are secret. */
export type Secrets = Record<(typeof KEYS)[number], string>;

/** Reads the data folder's keys, making them at the first start: a sealed database is useless without its own keys. */
export function loadSecrets(dir: string): Secrets {
  const file = join(dir, 'secrets.json');
  const kept: Partial<Secrets> = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>)
    : {};
  const secrets = Object.fromEntries(
    KEYS.map((key) => [key, kept[key] ?? randomBytes(32).toString('base64')]),
  ) as Secrets;
  if (KEYS.some((key) => kept[key] === undefined)) {
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  }
  return secrets;
}
