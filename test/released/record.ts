import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaChangesKnown } from '../../cloudfunctions/domain/schema-changes';
import { edition } from '../../src/contracts/edition';
import { startTestCloud } from '../make/cloud';
import { backUp } from '../make/backup';
import { declaredColumns } from './columns';
import { promisedNow } from './contracts';
import { live } from './life';

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

function write(kind: string, version: number, value: unknown): void {
  const folder = join(__dirname, kind);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${String(version)}.json`), json(value));
}

/**
 * `tsx test/released/record.ts`: lives through a town with the functions of this release and writes down what lies in
 * the database then, with the keys of that cloud, which guard nothing else; and what its contracts take and answer.
 * Later releases are tested against both.
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
    for (const [name, each] of Object.entries(rows)) console.log(name, each.length);
  } finally {
    await on.stop();
  }
}

void main();
