import type { Configured, Index } from './actual';
import type { ActualModel } from './data-models';
import type { DesiredFunction, FunctionRule } from './desired';
import { releaseIn } from './release';
import type { NewIndex } from './steps';

/** What the API answers, as far as it is read; it types nothing itself. */
export type Answer = Readonly<Record<string, unknown>>;
export interface ApiFunction {
  Status: string;
  Description?: string;
  Timeout: number;
  MemorySize: number;
  Runtime: string;
  Environment?: { Variables?: { Key: string; Value: string }[] };
  Triggers?: { TriggerName: string; TriggerDesc: string; Enable: number; Type: string }[];
}
/** A function as the API lists it. */
export interface ApiListed {
  FunctionName: string;
  Status: string;
  Description?: string;
}
/** An index as the API tells it. */
export interface ApiIndex {
  Name: string;
  Unique?: boolean;
  Keys: { Name: string; Direction: string }[];
}

/** A data model as the API tells it. */
export interface ApiModel {
  Id: string;
  Name: string;
  Schema?: string;
  /** 1 where it is published. */
  PublishStatus?: number;
  PublishedTableName?: string;
  DbInstanceType?: string;
}

/** Variables as the API takes them. */
export const variablesFor = ({ variables }: DesiredFunction) => ({
  Variables: Object.entries(variables).map(([Key, Value]) => ({ Key, Value })),
});

/** A timer's expression comes back as JSON. */
function cronIn(description: string): string {
  try {
    return (JSON.parse(description) as { cron?: string }).cron ?? description;
  } catch {
    return description;
  }
}

/** A function as the API tells it. */
export const functionIn = (found: ApiFunction): Configured => ({
  status: found.Status,
  release: releaseIn(found.Description ?? ''),
  timeout: found.Timeout,
  memory: found.MemorySize,
  runtime: found.Runtime,
  variables: Object.fromEntries((found.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value])),
  triggers: (found.Triggers ?? [])
    .filter(({ Type }) => Type === 'timer')
    .map(({ TriggerName, TriggerDesc, Enable }) => ({
      name: TriggerName,
      cron: cronIn(TriggerDesc),
      isOn: Enable === 1,
    })),
});

/** An index as MongoDB's own command takes it. */
export const mongoIndex = ({ name, unique, fields }: Index) => ({
  key: Object.fromEntries(fields.map(({ field, direction }) => [field, direction])),
  name,
  unique,
});

/** An index as the API takes it. */
export const apiIndex = ({ name, unique, fields }: Index) => ({
  IndexName: name,
  MgoKeySchema: {
    MgoIsUnique: unique,
    MgoIndexKeys: fields.map(({ field, direction }) => ({ Name: field, Direction: String(direction) })),
  },
});

/** An index as the API tells it, in our words. */
export const indexIn = ({ Name, Unique, Keys }: ApiIndex): Index => ({
  name: Name,
  unique: Unique === true,
  fields: Keys.map((key) => ({ field: key.Name, direction: Number(key.Direction) === -1 ? -1 : 1 })),
});

/** By collection, each with all that it lacks. */
export function byCollection(indexes: readonly NewIndex[]): [string, Index[]][] {
  const grouped = new Map<string, Index[]>();
  for (const { collection, index } of indexes)
    grouped.set(collection, [...(grouped.get(collection) ?? []), index]);
  return [...grouped];
}

/** The rule of functions; somebody may have written it with remarks, which is more than we can put back. */
export function ruleIn(text: string | undefined): FunctionRule | 'unreadable' | undefined {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as FunctionRule;
  } catch {
    return 'unreadable';
  }
}

/** The database of documents, by the API's name. */
const DOCUMENTS = 'FLEXDB';

function schemaIn(text: string): ActualModel['schema'] {
  try {
    return { ...(JSON.parse(text) as object | null) };
  } catch {
    return {};
  }
}

/** A data model as the API tells it. */
export const modelIn = (found: ApiModel): ActualModel => {
  const { Id, Name, Schema = '', PublishStatus, PublishedTableName: table, DbInstanceType: base } = found;
  return {
    id: Id,
    schema: schemaIn(Schema),
    isPublished: PublishStatus === 1,
    isElsewhere: (table || Name) !== Name || (base || DOCUMENTS) !== DOCUMENTS,
  };
};

/** What a data model says, as the API takes it. */
export const schemaFor = (schema: object) => ({
  Title: (schema as { title?: string }).title,
  Schema: JSON.stringify(schema),
});

/**
 * A new data model on a collection that is there: its table is named as the model, and not made anew. The parameters
 * are those of Tencent's own definition of the API (tencentcloud-cli, lowcode 2021-01-08) and of CloudBase's CLI.
 */
export const modelFor = (name: string, schema: object, isEmpty: boolean) => ({
  Name: name,
  Type: 'database',
  DbInstanceType: DOCUMENTS,
  TableNameRule: 'only_name',
  CreateSource: isEmpty ? 'flexdb_create' : 'flexdb_recreate',
  ...schemaFor(schema),
});
