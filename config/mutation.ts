import type { Stryker as Run } from '@stryker-mutator/core';
import { lineOf, weakGroups, type Verdict } from './mutation-score';

type Options = ConstructorParameters<typeof Run>[0];

/** Files whose every change some test must notice, and the tests that are asked. */
interface Group {
  mutate: string[];
  tests: string[];
}

/**
 * What every promise stands on. A group's mutants meet its own tests only: a file is proven where it is at home, and
 * soon.
 */
const groups: Readonly<Record<string, Group>> = {
  derivations: {
    mutate: ['src/contracts/data-map/derive/**/*.ts'],
    tests: ['test/laws/data-map/**/*.test.ts'],
  },
  ledger: {
    mutate: ['cloudfunctions/domain/{ledger,merkle}*.ts'],
    tests: ['test/unit/domain/{ledger,merkle}*.test.ts'],
  },
  calendar: {
    // The table of days is not logic: a law compares it day by day with two libraries.
    mutate: ['cloudfunctions/domain/calendar/**/*.ts', '!cloudfunctions/domain/calendar/statutory-days.ts'],
    tests: ['test/{unit,laws}/calendar/**/*.test.ts', 'test/laws/calendar.test.ts'],
  },
  erasure: {
    mutate: [
      'cloudfunctions/retention/{begin,people,rows,wipe,certify,erase}.ts',
      'cloudfunctions/retention/{look-again,remains,certify-wiped,returned,replay,leave-wards,tell-recipients,stamp}.ts',
    ],
    // Those first that find the most soonest. Not those that die at every call: each change would meet thousands of
    // runs, and the others find it as well.
    tests: [
      'test/unit/retention/calls.test.ts',
      'test/unit/retention/erasure.test.ts',
      'test/unit/retention/{leave-wards,look-again,people,pseudonym,recipients,returned,rows,stamp,steps}.test.ts',
    ],
  },
};

/** Per cent of each group's mutants that a test must find. */
const LEAST = 85;

const optionsOf = (name: string, { mutate }: Group): Options => ({
  mutate,
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'config/jest-mutation.cjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 20_000,
  ignorePatterns: ['dist', '.local-cloud', '.artifacts', 'test/pictures', 'test/browser', 'test/weapp'],
  tempDirName: `.cache/mutation/${name}`,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false, reportScoreTable: false },
  thresholds: { high: 95, low: LEAST, break: null },
});

/** `npm run test:mutation [group]`: changes the code in every small way and counts by group what no test notices. */
async function main(asked: readonly string[]): Promise<void> {
  // Stryker is an ES module, and this file is compiled to the other kind.
  const { Stryker } = await import('@stryker-mutator/core');
  const unknown = asked.filter((name) => !Object.hasOwn(groups, name));
  if (unknown.length > 0)
    throw new Error(`No group ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}`);
  const results = new Map<string, readonly Verdict[]>();
  for (const [name, group] of Object.entries(groups)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    // Read by jest-mutation.cjs, in processes of Stryker's own.
    process.env['MUTATION_TESTS'] = JSON.stringify(group.tests);
    results.set(name, await new Stryker(optionsOf(name, group)).runMutationTest());
  }
  for (const [name, verdicts] of results) console.log(lineOf(name, verdicts));
  const weak = weakGroups(results, LEAST);
  console.log(`at least ${LEAST} % of each${weak.map((name) => `, not so ${name}`).join('')}`);
  if (weak.length > 0) process.exitCode = 1;
}

void main(process.argv.slice(2));
