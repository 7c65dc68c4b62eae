import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaChangesKnown } from '../../cloudfunctions/domain/schema-changes';
import { edition } from '../../src/contracts/edition';
import { startTestCloud } from '../make/cloud';
import { backUp } from '../make/backup';
import { declaredColumns } from './columns';
import { promisedNow } from './contracts';
import { live } from './life';

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

/** What was asked to be written anew, because it is of no release yet. */
const anew = process.argv.slice(2);

/** What a release left stays as it is: only what is not there yet is written, or what is named. */
function write(kind: 'databases' | 'contracts', version: number, value: unknown): void {
  const file = join(__dirname, kind, `${String(version)}.json`);
  if (existsSync(file) && !anew.includes(kind)) return;
  writeFileSync(file, json(value));
  console.log(file);
}

/**
 * `tsx test/released/record.ts [databases] [contracts]`: lives through a town with the functions of this release and
 * writes down what lies in the database then, with the keys of that cloud, which guard nothing else; and what its
 * contracts take and answer. Later releases are tested against both. What is there already stays, unless it is named:
 * it is of no release yet.
 */
async function main(): Promise<void> {
  const on = await startTestCloud();
  try {
    const cast = await live(on);
    const at = on.cloud.clock.now().toISOString();
    const rows = await backUp(on);
    const released = { at, cast, secrets: on.secrets(), columns: declaredColumns(), rows };
    write('databases', schemaChangesKnown, released);
    write('contracts', edition, promisedNow());
  } finally {
    await on.stop();
  }
}

void main();
