import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { desiredOf } from '../../config/cloud/desired';
import { releaseIn } from '../../config/cloud/release';
import { functions } from '../../config/functions';
import { startManagementCloud, type ManagementCloud } from '../local-cloud/management/server';
import { emptyEnvironment, type ManagedEnvironment } from '../local-cloud/management/state';
import { answersBy, startTestCloud, type TestCloud } from './cloud';
import { openTerminal, type Ended, type Terminal } from './cloud-command';
import { makeOperator } from './operator-file';

const ENV = 'prod-1a2b3c';
/** What a small build reads of variables. */
const READS =
  '"MASTER_KEY" "MASTER_KEY_PREVIOUS" "LOOKUP_KEY" "KEYS_ENV" "RECIPIENTS" "STAFF" "COOLING_OFF_DAYS"';

/** How many changes of schemas a small build knows; those that are not named know two. */
const knows: Readonly<Record<string, number>> = { first: 0, newer: 3 };

/** An operator with a file, keys and a terminal, before an environment that each test finds empty. */
export interface Managed {
  cloud: ManagementCloud;
  /** Where the functions answer, whichever build the management API was given: those of this tree, on a database. */
  served: TestCloud;
  /** The operator's file. */
  file: string;
  secrets: Readonly<Record<string, string>>;
  /** What the file holds of variables. */
  variables: Readonly<Record<string, unknown>>;
  /** Writes the file anew, with other members and more variables. */
  write: (changed: object, more?: object) => void;
  run: (command: string, given?: Readonly<Record<string, string>>, ...more: string[]) => Promise<Ended>;
  /** Runs with these words behind `cloud` and the environment, unless they name another. */
  type: (...words: string[]) => Promise<Ended>;
  /** Runs with a small build of this name, at this terminal or at another one. */
  folderOf: (build: string) => string;
  runBuild: (build: string, command: string, ...more: string[]) => Promise<Ended>;
  runBeside: (build: string, command: string) => Promise<Ended>;
  /** The build that each function runs, and the one that it says it runs; undefined while it is changing. */
  running: () => Record<string, { runs: string; says: string | undefined }>;
  environment: (id?: string) => ManagedEnvironment;
  /** Opens the environment anew. */
  empty: () => void;
  /** The environment as a first apply of a small build leaves it; a copy for each test. */
  applied: (build?: string) => Promise<ManagedEnvironment>;
  env: string;
}

/** Sets all of it up for a test file. */
export function setManaged(): Managed {
  const dir = mkdtempSync(join(tmpdir(), 'operator-'));
  const file = join(dir, 'operator.json');
  const { secrets, file: decided } = makeOperator();
  const { variables } = decided;
  let terminal: Terminal;
  const after = new Map<string, ManagedEnvironment>();
  /** Builds by the name of each one's code. */
  const builds = new Map<string, string>();
  const folderOf = (build: string): string => {
    const folder = join(dir, build);
    for (const name of Object.keys(functions)) {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, 'index.js'), `exports.build = "${build}"; // ${name} ${READS}`);
      writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ schemaChanges: knows[build] ?? 2 }));
    }
    for (const { name, code } of desiredOf({ variables: {} }, folder).main.functions)
      builds.set(`${name} ${code}`, build);
    return folder;
  };
  const withBuild = (build: string) => ['--functions', folderOf(build)];
  const managed: Managed = {
    cloud: undefined as unknown as ManagementCloud,
    served: undefined as unknown as TestCloud,
    env: ENV,
    file,
    secrets,
    variables,
    write(changed, more = {}) {
      const content = { ...decided, variables: { ...variables, ...more } };
      writeFileSync(file, JSON.stringify({ ...content, ...changed }));
    },
    run: (command, given = {}, ...more) =>
      terminal.run([command, '--env', ENV, '--file', file, ...more], { ...secrets, ...given }),
    type: (...words) =>
      terminal.run([...words, ...(words.includes('--env') ? [] : ['--env', ENV]), '--file', file], secrets),
    folderOf,
    runBuild: (build, command, ...more) => managed.run(command, {}, ...withBuild(build), ...more),
    async runBeside(build, command) {
      const other = openTerminal(managed.cloud);
      const ended = await other.run([command, '--env', ENV, '--file', file, ...withBuild(build)], secrets);
      other.close();
      return ended;
    },
    running: () =>
      Object.fromEntries(
        [...managed.environment().functions].map(([name, { zip, settings }]) => {
          const text = strFromU8(unzipSync(Buffer.from(zip, 'base64'))['index.js'] ?? new Uint8Array());
          const release = releaseIn(String(settings['Description']));
          const says =
            release?.stage === 'changing' ? undefined : builds.get(`${name} ${release?.code ?? ''}`);
          return [name, { runs: /build = "(\w+)"/.exec(text)?.[1] ?? '', says }];
        }),
      ),
    empty() {
      managed.cloud.environments = new Map([[ENV, emptyEnvironment()]]);
    },
    environment: (id = ENV) => managed.cloud.environments.get(id) as ManagedEnvironment,
    async applied(build = 'one') {
      if (!after.has(build)) {
        expect(await managed.runBuild(build, 'apply')).toMatchObject({ code: 0, stderr: '' });
        after.set(build, structuredClone(managed.environment()));
      }
      managed.cloud.environments.set(ENV, structuredClone(after.get(build) as ManagedEnvironment));
      managed.cloud.calls.length = 0;
      return managed.environment();
    },
  };
  let usual: ManagementCloud['habits'];
  beforeAll(async () => {
    managed.served = await startTestCloud();
    managed.cloud = await startManagementCloud([ENV], { answer: answersBy(managed.served) });
    usual = { ...managed.cloud.habits };
    terminal = openTerminal(managed.cloud);
  });
  afterAll(async () => {
    terminal.close();
    managed.cloud.close();
    await managed.served.stop();
    rmSync(dir, { recursive: true });
  });
  beforeEach(() => {
    managed.write({});
    managed.empty();
    managed.cloud.habits = { ...usual };
    managed.cloud.calls.length = 0;
    managed.cloud.fault = undefined;
  });
  return managed;
}
