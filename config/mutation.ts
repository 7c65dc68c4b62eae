import type { Stryker as Run } from '@stryker-mutator/core';

type Options = ConstructorParameters<typeof Run>[0];
type Mutant = Awaited<ReturnType<Run['runMutationTest']>>[number];

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
      'cloudfunctions/retention/{look-again,certify-wiped,returned,replay,leave-wards,tell-recipients,stamp}.ts',
    ],
    // Not those that die at every call: each change would meet thousands of runs, and the others find it as well.
    tests: ['test/unit/retention/**/!(interrupted*|incident).test.ts'],
  },
};

/** Per cent of the mutants that a test must find. */
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

const isFound = ({ status }: Mutant) => status === 'Killed' || status === 'Timeout';
const isTried = (mutant: Mutant) => isFound(mutant) || ['Survived', 'NoCoverage'].includes(mutant.status);

const scoreOf = (mutants: readonly Mutant[]) =>
  (100 * mutants.filter(isFound).length) / mutants.filter(isTried).length;

const line = (name: string, mutants: readonly Mutant[]) =>
  `${name.padEnd(14)}${String(mutants.filter(isFound).length).padStart(6)} of ${mutants.filter(isTried).length} found   ${scoreOf(mutants).toFixed(1)} %`;

/** `npm run test:mutation [group]`: changes the code in every small way and counts what no test notices. */
async function main(asked: readonly string[]): Promise<void> {
  // Stryker is an ES module, and this file is compiled to the other kind.
  const { Stryker } = await import('@stryker-mutator/core');
  const unknown = asked.filter((name) => !Object.hasOwn(groups, name));
  if (unknown.length > 0)
    throw new Error(`No group ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}`);
  const results = new Map<string, Mutant[]>();
  for (const [name, group] of Object.entries(groups)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    // Read by jest-mutation.cjs, in processes of Stryker's own.
    process.env['MUTATION_TESTS'] = JSON.stringify(group.tests);
    results.set(name, await new Stryker(optionsOf(name, group)).runMutationTest());
  }
  const all = [...results.values()].flat();
  for (const [name, mutants] of results) console.log(line(name, mutants));
  console.log(`${line('all', all)}   at least ${LEAST} %`);
  if (!(scoreOf(all) >= LEAST)) process.exitCode = 1;
}

void main(process.argv.slice(2));
