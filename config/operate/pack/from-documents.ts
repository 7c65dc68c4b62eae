import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beijingDay } from '../../../cloudfunctions/domain/calendar/working-days';
import { policyVersions, stateOf } from '../../../cloudfunctions/domain/policy/archive';
import { promises, type PolicyPromise } from '../../../src/contracts/promises';
import { packCopy } from './copy';
import type { Page } from './document';

const tests = join(__dirname, '../../../test');

/** The test files that carry each promise's id. */
function testsByPromise(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.test\.tsx?$/.test(file),
  );
  for (const file of files.sort()) {
    const ids = new Set(
      [...readFileSync(join(tests, file), 'utf8').matchAll(/\[(P\d+)\]/g)].map(([, id = '']) => id),
    );
    for (const id of ids) found.set(id, [...(found.get(id) ?? []), `test/${file}`]);
  }
  return found;
}

/** Every promise of the policy, whether it is kept, and the tests that show it. */
export function promisePage(): Page {
  const shown = testsByPromise();
  const all: readonly PolicyPromise[] = promises;
  const { title, lead, table, head } = packCopy.promises;
  const rows = all.map((promise) => [
    promise.id,
    promise.section,
    promise.line,
    promise.kept ? packCopy.yes : packCopy.no,
    promise.kept ? '' : promise.reason,
    promise.kept ? (shown.get(promise.id) ?? []).join(' ') : '',
  ]);
  return { file: 'promises', title, lead: [lead], tables: [{ file: 'promises', title: table, head, rows }] };
}

/** Every version of the policy with its digest. */
export function policyPage(now: Date): Page {
  const { title, lead, table, head, states } = packCopy.policy;
  const rows = policyVersions().map(({ version, updatedOn, effectiveOn, digest }) => [
    version,
    updatedOn,
    effectiveOn,
    states[stateOf(version, now)],
    digest,
  ]);
  return {
    file: 'policy',
    title,
    lead: [lead],
    tables: [{ file: 'policy-versions', title: table, head, rows }],
  };
}

/** Whether an agreement counts today, in Beijing. */
export const isValid = (expiresOn: string, now: Date): boolean => beijingDay(now) <= expiresOn;
