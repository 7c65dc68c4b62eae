import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { provisionPlan, type CollectionPlan } from '../../src/contracts/data-map/derive/provision';
import packageJson from '../../package.json';
import { functions } from '../functions';
import type { OperatorFile } from './operator-file';
import { variablesOf } from './variables';

/** One function as it must be in the cloud. */
export interface DesiredFunction {
  name: string;
  /** Names the code by what it holds: the same bundle always bears the same name. */
  code: string;
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

/** Who may call a function from a client, by its name; `*` for the others. */
export type FunctionRule = Readonly<Record<string, { invoke: boolean }>>;

/** Everything that an environment must hold before anybody uses it. */
export interface Desired {
  collections: readonly CollectionPlan[];
  functions: readonly DesiredFunction[];
  /** Undefined in the vault's environment, which holds keys and nothing else. */
  rule?: FunctionRule;
}

/** What a function's description says of the code that it runs. */
export interface Release {
  code: string;
  /** When it was deployed, as ISO; the functions of one deployment share it, so that they go back together. */
  at: string;
}

/** In the place of a time: the code is there, and no deployment has finished with it yet. */
export const UNFINISHED = '-';

const { name: product, version } = packageJson;

/** A release as a function's description. */
export const described = ({ code, at }: Release): string => `${product}@${version} ${code} ${at}`;

/** The release that a description states; undefined where something else put the function there. */
export function releaseIn(description: string): Release | undefined {
  const [owner = '', code = '', at = ''] = description.split(' ');
  return owner.startsWith(`${product}@`) ? { code, at } : undefined;
}

const HASH_LENGTH = 16;
/** A zip bears times; this one, the earliest that a zip can say, is always the same. */
const EARLIEST = new Date(1980, 0, 1);
const built = resolve(__dirname, '../../dist/cloudfunctions');

const filesOf = (folder: string): Record<string, Uint8Array> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file, readFileSync(join(folder, file))]),
  );

/** Names a function's code by its files. */
export function codeNameOf(files: Readonly<Record<string, Uint8Array>>): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of Object.entries(files))
    hash.update(`${name}\0${String(bytes.length)}\0`).update(bytes);
  return hash.digest('hex').slice(0, HASH_LENGTH);
}

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
const ruleOf = (): FunctionRule => ({
  '*': { invoke: true },
  ...Object.fromEntries(
    Object.entries(functions)
      .filter(([, { callers }]) => callers !== 'mini-program')
      .map(([name]) => [name, { invoke: false }]),
  ),
});

/**
 * What must be there, from the data map, the functions as built and the operator's file: the environment itself, and
 * where the keys live elsewhere (`KEYS_ENV`) the vault's own.
 */
export function desiredOf(
  { variables }: Pick<OperatorFile, 'variables'>,
  folder = built,
): { main: Desired; keys: Desired | undefined } {
  const hasVault = variables.KEYS_ENV !== undefined;
  return {
    main: {
      collections: provisionPlan(undefined, hasVault ? 'main' : undefined),
      functions: Object.keys(functions).map((name) => functionOf(name, variables, folder)),
      rule: ruleOf(),
    },
    keys: hasVault ? { collections: provisionPlan(undefined, 'keys'), functions: [] } : undefined,
  };
}
