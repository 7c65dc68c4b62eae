/** Writes the archive from the Markdown versions; run by hand: `npx tsx config/generate/policy.ts`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { compilePolicy } from './compile-policy';

const folder = join(__dirname, '../../cloudfunctions/domain/policy');

async function writeArchive(): Promise<void> {
  for (const file of readdirSync(join(folder, 'versions'))) {
    const policy = compilePolicy(readFileSync(join(folder, 'versions', file), 'utf8'));
    const json = await format(JSON.stringify(policy), { parser: 'json', printWidth: 110 });
    writeFileSync(join(folder, 'archive', `${policy.version}.json`), json);
    console.log(`version ${policy.version}: ${String(policy.nodes.length)} blocks, digest ${policy.digest}`);
  }
}

void writeArchive();
