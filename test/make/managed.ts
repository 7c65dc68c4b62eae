import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVaultKeys } from '../../config/operate/vault-key';
import { startManagementCloud, type ManagementCloud } from '../local-cloud/management/server';
import { emptyEnvironment, type ManagedEnvironment } from '../local-cloud/management/state';
import { openTerminal, type Ended, type Terminal } from './cloud-command';

const ENV = 'prod-1a2b3c';
const key = () => randomBytes(32).toString('base64');

/** An operator with a file, keys and a terminal, before an environment that each test finds empty. */
export interface Managed {
  cloud: ManagementCloud;
  /** The operator's file. */
  file: string;
  secrets: Readonly<Record<string, string>>;
  /** What the file holds of variables. */
  variables: Readonly<Record<string, unknown>>;
  /** Writes the file anew, with other members and more variables. */
  write: (changed: object, more?: object) => void;
  run: (command: string, given?: Readonly<Record<string, string>>, ...more: string[]) => Promise<Ended>;
  /** The same at another terminal. */
  runBeside: (command: string) => Promise<Ended>;
  environment: (id?: string) => ManagedEnvironment;
  /** The environment as a first apply leaves it; a copy for each test. */
  applied: () => Promise<ManagedEnvironment>;
  env: string;
}

/** Sets all of it up for a test file. */
export function setManaged(): Managed {
  const dir = mkdtempSync(join(tmpdir(), 'operator-'));
  const file = join(dir, 'operator.json');
  const secrets = { MASTER_KEY: key(), LOOKUP_KEY: key(), SIGNING_KEY: key() };
  const variables = {
    VAULT_PUBLIC_KEY: createVaultKeys().publicKey,
    STAFF: { 王经办: 'reviewer', 李复核: 'second' },
    MINORS_STAFF: '王经办',
  };
  let terminal: Terminal;
  let after: ManagedEnvironment | undefined;
  const managed: Managed = {
    cloud: undefined as unknown as ManagementCloud,
    env: ENV,
    file,
    secrets,
    variables,
    write(changed, more = {}) {
      const content = {
        region: 'ap-shanghai',
        appid: 'wx0123456789abcdef',
        variables: { ...variables, ...more },
      };
      writeFileSync(file, JSON.stringify({ ...content, ...changed }));
    },
    run: (command, given = {}, ...more) =>
      terminal.run([command, '--env', ENV, '--file', file, ...more], { ...secrets, ...given }),
    async runBeside(command) {
      const other = openTerminal(managed.cloud);
      const ended = await other.run([command, '--env', ENV, '--file', file], secrets);
      other.close();
      return ended;
    },
    environment: (id = ENV) => managed.cloud.environments.get(id) as ManagedEnvironment,
    async applied() {
      if (!after) {
        expect(await managed.run('apply')).toMatchObject({ code: 0, stderr: '' });
        after = structuredClone(managed.environment());
      }
      managed.cloud.environments.set(ENV, structuredClone(after));
      managed.cloud.calls.length = 0;
      return managed.environment();
    },
  };
  let usual: ManagementCloud['habits'];
  beforeAll(async () => {
    managed.cloud = await startManagementCloud([ENV]);
    usual = { ...managed.cloud.habits };
    terminal = openTerminal(managed.cloud);
  });
  afterAll(() => {
    terminal.close();
    managed.cloud.close();
    rmSync(dir, { recursive: true });
  });
  beforeEach(() => {
    managed.write({});
    managed.cloud.environments = new Map([[ENV, emptyEnvironment()]]);
    managed.cloud.habits = { ...usual };
    managed.cloud.calls.length = 0;
    managed.cloud.fault = undefined;
  });
  return managed;
}
