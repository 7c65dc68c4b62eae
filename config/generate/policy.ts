/**
 * The policy's versions, run by hand.
 *
 * - `npx tsx config/generate/policy.ts` writes the archive from the Markdown versions. What is really done is taken as
 *   a snapshot once, when a version is first compiled; from then on its tables are compiled from that snapshot.
 * - `--renew` takes the newest version's snapshot anew. Its digest changes with it, so this is allowed only while that
 *   version is in force nowhere: no deployment has served it and nobody has agreed to it. Running it twice is harmless.
 * - `--draft` says what the next version would change for whoever lives under the newest one, and writes nothing: from
 *   `versions/next.md`, or from the newest version's text over today's practices while nobody has written that file.
 *
 * Once a version is in force anywhere, consents cite its digest, and a change of what is done needs a new version: copy
 * the newest Markdown to `versions/next.md`, give it the next number and its days, write what changes, and look at
 * `--draft`. To publish it, rename it to its number, run this without an option, and append it to `published.ts`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { newestVersion } from '../../cloudfunctions/domain/policy/archive';
import { changeBetween } from '../../cloudfunctions/domain/policy/change';
import { presentChange } from '../../cloudfunctions/domain/policy/present';
import { practicesOf, type Practices } from '../../cloudfunctions/domain/policy/practices';
import { policyCommandCopy as copy } from '../../cloudfunctions/copy/policy-command';
import { compilePolicy, declaredIn } from './compile-policy';
import { draftVersion, policyFolder, sourceOf, writtenVersions } from './policy-sources';

const inArchive = (name: string) => join(policyFolder, 'archive', name);

async function write(name: string, value: object): Promise<void> {
  const json = await format(JSON.stringify(value), { parser: 'json', printWidth: 110 });
  writeFileSync(inArchive(name), json);
}

async function writeVersion(version: string, isTakenAnew: boolean): Promise<void> {
  const snapshot = `${version}.practices.json`;
  const isTaken = !isTakenAnew && existsSync(inArchive(snapshot));
  const practices = isTaken
    ? (JSON.parse(readFileSync(inArchive(snapshot), 'utf8')) as Practices)
    : practicesOf(undefined, declaredIn(sourceOf(version)));
  const policy = compilePolicy(sourceOf(version), practices);
  await write(`${version}.json`, policy);
  if (!isTaken) await write(snapshot, practices);
  console.log(`version ${version}: ${String(policy.nodes.length)} blocks, digest ${policy.digest}`);
}

async function writeArchive(isRenewed: boolean): Promise<void> {
  const versions = writtenVersions();
  for (const version of versions) await writeVersion(version, isRenewed && version === versions.at(-1));
}

function printDraft(): void {
  const next = draftVersion();
  const change = changeBetween(newestVersion, next);
  const { kinds, asks, summary } = presentChange(change, 'announced');
  const lines = [
    copy.head(newestVersion.document.version, next.document.version, next.document.effectiveOn),
    ...kinds.flatMap(({ label, facts }) => [`\n${label}`, ...facts.map((fact) => `  - ${fact}`)]),
    `\n${summary}`,
    copy.told[change.mustTell],
    change.mustAgree ? copy.agree(asks) : copy.noAgreement,
  ];
  console.log(lines.join('\n'));
}

if (process.argv.includes('--draft')) printDraft();
else void writeArchive(process.argv.includes('--renew'));
