import type { CollectionPlan } from '../../src/contracts/data-map/derive/provision';
import type { Desired, FunctionRule, Release } from './desired';
import type { Management } from './management';

export type Index = CollectionPlan['indexes'][number];

/** A collection as it stands in the cloud. */
export interface ActualCollection {
  rows: number;
  indexes: readonly Index[];
  /** CloudBase's word; `ADMINONLY` where no client may touch it. */
  permission: string;
}

/** A function as it stands in the cloud. */
export interface ActualFunction {
  status: string;
  /** Undefined where it is not ours. */
  release: Release | undefined;
  timeout: number;
  memory: number;
  runtime: string;
  variables: Readonly<Record<string, string>>;
  triggers: readonly { name: string; cron: string; isOn: boolean }[];
}

/** What an environment holds now, as far as we care. */
export interface Actual {
  collections: ReadonlyMap<string, ActualCollection>;
  functions: ReadonlyMap<string, ActualFunction>;
  /** CloudBase's word for who may reach the files. */
  storage: string;
  rule: FunctionRule | undefined;
}

/** At once: the management API takes twenty calls a second. */
const AT_ONCE = 8;

async function each<In, Out>(items: readonly In[], read: (item: In) => Promise<Out>): Promise<Out[]> {
  const answers: Out[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    answers.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(read))));
  return answers;
}

/** Reads what is there of what must be; an empty environment costs four calls. */
export async function readActual(management: Management, desired: Desired): Promise<Actual> {
  const [tables, names] = await Promise.all([
    management.collections(),
    desired.rule ? management.functions() : new Map<string, string>(),
  ]);
  const known = tables.filter(({ name }) => desired.collections.some((wanted) => wanted.name === name));
  const permissions =
    known.length === 0 ? new Map() : await management.permissions(known.map(({ name }) => name));
  const indexes = await each(known, ({ name }) => management.indexes(name));
  const ours = desired.functions.map(({ name }) => name).filter((name) => names.has(name));
  const details = await each(ours, (name) => management.function(name));
  const [storage, rule] = desired.rule
    ? await Promise.all([management.storageAcl(), management.functionRule()])
    : ['', undefined];
  return {
    collections: new Map(
      known.map(({ name, rows }, at) => [
        name,
        { rows, indexes: indexes[at] ?? [], permission: (permissions.get(name) as string | undefined) ?? '' },
      ]),
    ),
    functions: new Map(ours.map((name, at) => [name, details[at] as ActualFunction])),
    storage,
    rule,
  };
}
