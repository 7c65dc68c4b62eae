import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { provisionPlan, type CollectionPlan } from '../../src/contracts/data-map/derive/provision';
import { functions } from '../functions';
import { desiredModels, type DesiredModel } from './data-models';
import type { OperatorFile } from './operator-file';
import { variablesOf } from './variables';

/** One function as it must be in the cloud. */
export interface DesiredFunction {
  name: string;
  /** Names the code by what it holds: the same bundle always bears the same name. */
  code: string;
  /** How many changes of schemas it knows; see `Release`. */
  data: number;
  /** The bundle, by file. */
  files: Readonly<Record<string, Uint8Array>>;
  /** Seconds. */
  timeout: number;
  /** Megabytes. */
  memory: number;
  runtime: string;
  variables: Readonly<Record<string, string>>;
  /** Seven fields, Beijing time. */
  triggers: readonly { name: string; cron: string }[];
}

/** Who may call a function from a client, by its name; `*` for those that are not named. */
export type FunctionRule = Readonly<Record<string, { invoke: unknown }>>;

/** Everything that an environment must hold before anybody uses it. */
export interface Desired {
  collections: readonly CollectionPlan[];
  functions: readonly DesiredFunction[];
  /** What 云后台 shows staff; none in the vault's environment. */
  models: readonly DesiredModel[];
  /** Our functions alone. Undefined in the vault's environment, which holds keys and nothing else. */
  rule?: FunctionRule;
}

const HASH_LENGTH = 16;
/** A zip bears times; this one, the earliest that a zip can say, is always the same. */
const EARLIEST = new Date(1980, 0, 1);

const filesOf = (folder: string): Record<string, Uint8Array> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file, readFileSync(join(folder, file))]),
  );

/** Names a function's code by its files. */
function codeNameOf(files: Readonly<Record<string, Uint8Array>>): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of Object.entries(files))
    hash.update(`${name}\0${String(bytes.length)}\0`).update(bytes);
  return hash.digest('hex').slice(0, HASH_LENGTH);
}

/** How many changes of schemas a bundle knows, by its own manifest. */
const dataKnown = (files: Readonly<Record<string, Uint8Array>>): number => {
  const manifest = Buffer.from(files['package.json'] ?? []).toString() || '{}';
  return (JSON.parse(manifest) as { schemaChanges?: number }).schemaChanges ?? 0;
};

/** A bundle as the cloud takes it: zipped, in base64; the same files give the same text. */
export const zipOf = ({ files }: Pick<DesiredFunction, 'files'>): string =>
  Buffer.from(zipSync({ ...files }, { mtime: EARLIEST })).toString('base64');

function functionOf(name: string, given: OperatorFile['variables'], folder: string): DesiredFunction {
  const { timeout, memorySize, runtime, triggers } = functions[name] as (typeof functions)[string];
  const files = filesOf(join(folder, name));
  const bundle = Object.values(files)
    .map((bytes) => Buffer.from(bytes).toString())
    .join('\n');
  const known: Readonly<Record<string, string>> = given;
  return {
    name,
    code: codeNameOf(files),
    data: dataKnown(files),
    files,
    timeout,
    memory: memorySize,
    runtime,
    variables: Object.fromEntries(
      variablesOf(bundle).flatMap((variable) => {
        const value = known[variable];
        return value === undefined ? [] : [[variable, value]];
      }),
    ),
    triggers: triggers.map(({ name: trigger, config }) => ({ name: trigger, cron: config })),
  };
}

/** Clients call what the mini program calls; a function that serves timers or WeChat is shut to them (P37). */
const ruleOf = (): FunctionRule =>
  Object.fromEntries(
    Object.entries(functions).map(([name, { callers }]) => [name, { invoke: callers === 'mini-program' }]),
  );

/**
 * What must be there, from the data map, the functions as built and the operator's file: the environment itself, and
 * where the keys live elsewhere (`KEYS_ENV`) the vault's own.
 */
export function desiredOf(
  { variables }: Pick<OperatorFile, 'variables'>,
  folder: string,
): { main: Desired; keys: Desired | undefined } {
  const hasVault = variables.KEYS_ENV !== undefined;
  return {
    main: {
      collections: provisionPlan(undefined, hasVault ? 'main' : undefined),
      functions: Object.keys(functions).map((name) => functionOf(name, variables, folder)),
      models: desiredModels(),
      rule: ruleOf(),
    },
    keys: hasVault ? { collections: provisionPlan(undefined, 'keys'), functions: [], models: [] } : undefined,
  };
}
