import type { CollectionPlan } from '../../src/contracts/data-map/derive/provision';
import { readModels, type ActualModels } from './data-models';
import type { Desired, FunctionRule } from './desired';
import type { Management } from './management';
import { isSameRelease, type Release } from './release';

export type Index = CollectionPlan['indexes'][number];

/** A collection as it stands in the cloud. */
export interface ActualCollection {
  rows: number;
  indexes: readonly Index[];
  /** CloudBase's word; `ADMINONLY` where no client may touch it. */
  permission: string;
}

/** A function's configuration as it stands. */
export interface Configured {
  status: string;
  /** Undefined where it is not ours. */
  release: Release | undefined;
  timeout: number;
  memory: number;
  runtime: string;
  variables: Readonly<Record<string, string>>;
  triggers: readonly { name: string; cron: string; isOn: boolean }[];
}

/** A function as it stands in the cloud. */
export interface ActualFunction extends Configured {
  /** The published version of its release; `0` where there is none. */
  runs: string;
  /** Whether its code is what was published as that version. */
  isAsPublished: boolean;
}

/** What an environment holds now, as far as we care. */
export interface Actual {
  collections: ReadonlyMap<string, ActualCollection>;
  functions: ReadonlyMap<string, ActualFunction>;
  models: ActualModels;
  /** CloudBase's word for who may reach the files. */
  storage: string;
  rule: FunctionRule | 'unreadable' | undefined;
}

/** At once: the management API takes twenty calls a second. */
const AT_ONCE = 8;

async function each<In, Out>(items: readonly In[], read: (item: In) => Promise<Out>): Promise<Out[]> {
  const answers: Out[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    answers.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(read))));
  return answers;
}

/** A function with the version that it runs, compared by what the cloud says of the code of both. */
async function readFunction(management: Management, name: string): Promise<ActualFunction> {
  const configured = await management.function(name);
  const { release } = configured;
  const versions = release ? await management.versions(name) : [];
  const runs = versions.find((version) => isSameRelease(version.release, release))?.version;
  if (runs === undefined) return { ...configured, runs: '0', isAsPublished: false };
  const [now, published] = await Promise.all([management.codeAt(name), management.codeAt(name, runs)]);
  return { ...configured, runs, isAsPublished: now.sha256 === published.sha256 };
}

/** Reads the functions of these names that are there. */
export async function readFunctions(
  management: Management,
  names: readonly string[],
): Promise<ReadonlyMap<string, ActualFunction>> {
  const known = await management.functions();
  const there = names.filter((name) => known.has(name));
  const read = await each(there, (name) => readFunction(management, name));
  return new Map(read.map((one, at) => [there[at] ?? '', one]));
}

/** Reads what is there of what must be; an empty environment costs five calls. */
export async function readActual(management: Management, desired: Desired): Promise<Actual> {
  const [tables, functions] = await Promise.all([
    management.collections(),
    desired.rule
      ? readFunctions(
          management,
          desired.functions.map(({ name }) => name),
        )
      : new Map<string, ActualFunction>(),
  ]);
  const known = tables.filter(({ name }) => desired.collections.some((wanted) => wanted.name === name));
  const permissions =
    known.length === 0
      ? new Map<string, string>()
      : await management.permissions(known.map(({ name }) => name));
  const indexes = await each(known, ({ name }) => management.indexes(name));
  const names = desired.models.map(({ name }) => name);
  const [storage, rule, models] = desired.rule
    ? await Promise.all([management.storageAcl(), management.functionRule(), readModels(management, names)])
    : ['', undefined, new Map<string, never>()];
  return {
    collections: new Map(
      known.map(({ name, rows }, at) => [
        name,
        { rows, indexes: indexes[at] ?? [], permission: permissions.get(name) ?? '' },
      ]),
    ),
    functions,
    models,
    storage,
    rule,
  };
}
