/**
 * The policy's versions, run by hand. `npx tsx config/generate/policy.ts` writes the archive from the Markdown
 * versions; the practices of a version are taken once, when it is first compiled, and never again. `--draft` compiles
 * `versions/next.md` and prints what it would change for whoever lives under the version in force; it writes nothing.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { currentVersion } from '../../cloudfunctions/domain/policy/archive';
import { changeBetween } from '../../cloudfunctions/domain/policy/change';
import type { PublishedVersion } from '../../cloudfunctions/domain/policy/document';
import { presentChange } from '../../cloudfunctions/domain/policy/present';
import { practicesOf, type Practices } from '../../cloudfunctions/domain/policy/practices';
import { policyCommandCopy as copy } from '../../cloudfunctions/copy/policy-command';
import { compilePolicy, declaredIn } from './compile-policy';

const folder = join(__dirname, '../../cloudfunctions/domain/policy');
const source = (file: string) => readFileSync(join(folder, 'versions', file), 'utf8');

async function write(name: string, value: object): Promise<void> {
  const json = await format(JSON.stringify(value), { parser: 'json', printWidth: 110 });
  writeFileSync(join(folder, 'archive', name), json);
}

async function writeArchive(): Promise<void> {
  for (const file of readdirSync(join(folder, 'versions')).filter((name) => /^\d+\.md$/.test(name))) {
    const snapshot = join(folder, 'archive', file.replace('.md', '.practices.json'));
    const isTaken = existsSync(snapshot);
    const practices = isTaken
      ? (JSON.parse(readFileSync(snapshot, 'utf8')) as Practices)
      : practicesOf(undefined, declaredIn(source(file)));
    const policy = compilePolicy(source(file), practices);
    await write(`${policy.version}.json`, policy);
    if (!isTaken) await write(`${policy.version}.practices.json`, practices);
    console.log(`version ${policy.version}: ${String(policy.nodes.length)} blocks, digest ${policy.digest}`);
  }
}

/** The draft with today's practices, as it would be published. */
function draft(): PublishedVersion {
  const markdown = source('next.md');
  const practices = practicesOf(undefined, declaredIn(markdown));
  return { document: compilePolicy(markdown, practices), practices };
}

function printDraft(): void {
  const current = currentVersion(new Date());
  const next = draft();
  const change = changeBetween(current, next);
  const { kinds, asks, summary } = presentChange(change);
  const lines = [
    copy.head(current.document.version, next.document.version, next.document.effectiveOn),
    ...kinds.flatMap(({ label, facts }) => [`\n${label}`, ...facts.map((fact) => `  - ${fact}`)]),
    `\n${summary}`,
    copy.told[change.mustTell],
    change.mustAgree ? copy.agree(asks) : copy.noAgreement,
  ];
  console.log(lines.join('\n'));
}

if (process.argv.includes('--draft')) printDraft();
else void writeArchive();
