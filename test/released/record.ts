import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaChangesKnown } from '../../cloudfunctions/domain/schema-changes';
import { startTestCloud } from '../make/cloud';
import { backUp } from '../make/backup';
import { declaredColumns } from './columns';
import { live } from './life';

/**
 * `tsx test/released/record.ts`: lives through a town with the functions of this release and writes down what lies in
 * the database then, with the keys of that cloud, which guard nothing else. Later releases are tested against it.
 */
async function main(): Promise<void> {
  const on = await startTestCloud();
  try {
    const cast = await live(on);
    const at = on.cloud.clock.now().toISOString();
    const rows = await backUp(on);
    const released = { at, cast, secrets: on.secrets(), columns: declaredColumns(), rows };
    const folder = join(__dirname, 'databases');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${String(schemaChangesKnown)}.json`);
    writeFileSync(file, `${JSON.stringify(released, null, 1)}\n`);
    for (const [name, each] of Object.entries(rows)) console.log(name, each.length);
  } finally {
    await on.stop();
  }
}

void main();
