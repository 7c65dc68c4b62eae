import { modelActions } from './model-actions';
import { ApiError, text, type Action, type Params, type Request } from './request';
import { idIndex, sha256Of, type StoredCollection, type StoredFunction, type StoredIndex } from './state';

const MOST_VARIABLE_BYTES = 4096;
function collectionIn({ environment, params }: Request): StoredCollection {
  const found = environment.collections.get(text(params, 'TableName'));
  if (!found) throw new ApiError('ResourceNotFound.Table');
  return found;
}
function functionIn({ environment, params }: Request): StoredFunction {
  const found = environment.functions.get(text(params, 'FunctionName'));
  if (!found) throw new ApiError('ResourceNotFound.Function');
  return found;
}
function readyIn(request: Request): StoredFunction {
  const found = functionIn(request);
  if (found.Status !== 'Active') throw new ApiError('FailedOperation.FunctionStatusError');
  return found;
}

function addIndex(collection: StoredCollection, index: StoredIndex): void {
  const same = collection.indexes.find(({ Name }) => Name === index.Name);
  if (same && JSON.stringify(same) !== JSON.stringify(index))
    throw new ApiError('FailedOperation.IndexConflict');
  if (!same) collection.indexes.push(index);
}

function checkVariables({ Environment }: Params): void {
  const { Variables = [] } = (Environment ?? {}) as { Variables?: { Key: string; Value: string }[] };
  const bytes = Variables.reduce(
    (sum, { Key, Value }) => sum + Buffer.byteLength(Key) + Buffer.byteLength(Value),
    0,
  );
  if (bytes > MOST_VARIABLE_BYTES) throw new ApiError('InvalidParameterValue.EnvironmentSize');
}

/** All that a description may hold. */
const DESCRIPTION = /^[\p{Script=Han}A-Za-z0-9 ,.\n]{0,1000}$/u;

function checkDescription({ Description = '' }: Params): void {
  if (!DESCRIPTION.test(String(Description))) throw new ApiError('InvalidParameterValue.Description');
}

const settingsOf = ({ Description, Timeout, MemorySize, Environment, Runtime }: Params) =>
  Object.fromEntries(
    Object.entries({ Description, Timeout, MemorySize, Environment, Runtime }).filter(
      ([, value]) => value !== undefined,
    ),
  );
const zipIn = (params: Params): string => text(params['Code'] as Params, 'ZipFile');

interface Command {
  TableName: string;
  CommandType: string;
  Command: string;
}
interface MongoIndexes {
  createIndexes: string;
  indexes: { name: string; unique: boolean; key: Record<string, number> }[];
}

function runCommand(request: Request, { TableName, CommandType, Command }: Command): void {
  if (CommandType !== 'COMMAND' || request.habits.runsCommands === 'never')
    throw new ApiError('UnsupportedOperation');
  if (request.habits.runsCommands === 'in-name') return;
  const { createIndexes, indexes } = JSON.parse(Command) as MongoIndexes;
  if (createIndexes !== TableName) throw new ApiError('InvalidParameter.Command');
  const collection = collectionIn({ ...request, params: { TableName } });
  for (const { name, unique, key } of indexes)
    addIndex(collection, {
      Name: name,
      Unique: unique,
      Keys: Object.entries(key).map(([Name, direction]) => ({ Name, Direction: String(direction) })),
    });
}

/** Every action that the plan uses, by the API's own words (cloud.tencent.com/document/api/876 and /583). */
export const actions: Readonly<Record<string, Action>> = {
  ...modelActions,
  DescribeEnvInfo: ({ id, environment }) => ({
    EnvInfo: {
      EnvBaseInfo: {
        EnvId: id,
        Status: 'NORMAL',
        Region: environment.region,
        Databases: [{ InstanceId: `tnt-${id}`, Status: 'RUNNING', Region: environment.region }],
        Storages: [{ Bucket: `bucket-${id}-1250000000`, Region: environment.region }],
        Functions: [{ Namespace: id, Region: environment.region }],
        LogServices: [{ LogsetId: 'logset', TopicId: 'topic' }],
        Meta: environment.meta,
      },
      UserInfo: { AppId: '1250000000' },
    },
  }),
  ListTables: ({ environment }) => ({
    Tables: [...environment.collections].map(([TableName, { rows, indexes }]) => ({
      TableName,
      Count: rows,
      IndexCount: indexes.length,
    })),
  }),
  DescribeTable: (request) => {
    const { indexes } = collectionIn(request);
    return { Indexes: indexes, IndexNum: indexes.length };
  },
  CreateTable: ({ environment, params }) => {
    const name = text(params, 'TableName');
    if (environment.collections.has(name)) throw new ApiError('ResourceInUse.Table');
    const { AclTag = 'PRIVATE' } = (params['PermissionInfo'] ?? {}) as { AclTag?: string };
    environment.collections.set(name, { rows: 0, permission: AclTag, indexes: [idIndex()] });
    return {};
  },
  UpdateTable: (request) => {
    const collection = collectionIn(request);
    const indexes = (request.params['CreateIndexes'] ?? []) as {
      IndexName: string;
      MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: StoredIndex['Keys'] };
    }[];
    for (const { IndexName, MgoKeySchema } of indexes)
      addIndex(collection, {
        Name: IndexName,
        Unique: MgoKeySchema.MgoIsUnique,
        Keys: MgoKeySchema.MgoIndexKeys,
      });
    return {};
  },
  RunCommands: (request) => {
    for (const command of request.params['MgoCommands'] as Command[]) runCommand(request, command);
    return { Data: [] };
  },
  DescribeResourcePermission: ({ environment, params }) => {
    if (params['ResourceType'] === 'function') {
      const rule = { ResourceType: 'function', Permission: 'CUSTOM', SecurityRule: environment.rule };
      return { Data: { PermissionList: environment.rule === undefined ? [] : [rule] } };
    }
    const names = params['Resources'] as string[];
    const known = names.filter((name) => environment.collections.has(name));
    return {
      Data: {
        PermissionList: known.map((Resource) => ({
          Resource,
          Permission: environment.collections.get(Resource)?.permission,
        })),
      },
    };
  },
  ModifyResourcePermission: ({ environment, params }) => {
    if (params['ResourceType'] === 'function') environment.rule = text(params, 'SecurityRule');
    else {
      const found = environment.collections.get(text(params, 'Resource'));
      if (!found) throw new ApiError('ResourceNotFound.Table');
      found.permission = text(params, 'Permission');
    }
    return {};
  },
  DescribeStorageSafeRule: ({ environment }) => ({ AclTag: environment.storage }),
  ModifyStorageSafeRule: ({ environment, params }) => {
    environment.storage = text(params, 'AclTag');
    return {};
  },
  ListFunctions: ({ environment }) => {
    for (const found of environment.functions.values()) {
      if (found.Status === 'Active') continue;
      found.busyFor -= 1;
      if (found.busyFor < 0) found.Status = 'Active';
    }
    return {
      Functions: [...environment.functions].map(([FunctionName, { Status, settings }]) => ({
        FunctionName,
        Status,
        Description: settings['Description'],
      })),
      TotalCount: environment.functions.size,
    };
  },
  GetFunction: (request) => {
    const { Status, settings, triggers } = functionIn(request);
    return { ...settings, Status, Triggers: triggers };
  },
  CreateFunction: ({ environment, params, habits }) => {
    const name = text(params, 'FunctionName');
    if (environment.functions.has(name)) throw new ApiError('ResourceInUse.FunctionName');
    checkVariables(params);
    checkDescription(params);
    environment.functions.set(name, {
      Status: 'Creating',
      busyFor: habits.busyFor,
      zip: zipIn(params),
      settings: settingsOf(params),
      triggers: [],
      versions: [],
    });
    return {};
  },
  UpdateFunctionCode: (request) => {
    const found = readyIn(request);
    Object.assign(found, { zip: zipIn(request.params), Status: 'Updating', busyFor: request.habits.busyFor });
    return {};
  },
  UpdateFunctionConfiguration: (request) => {
    const found = readyIn(request);
    checkVariables(request.params);
    checkDescription(request.params);
    Object.assign(found.settings, settingsOf(request.params));
    Object.assign(found, { Status: 'Updating', busyFor: request.habits.busyFor });
    return {};
  },
  PublishVersion: (request) => {
    const found = readyIn(request);
    const Version = String(found.versions.length + 1);
    found.versions.push({ Version, Description: text(request.params, 'Description'), zip: found.zip });
    return { FunctionVersion: Version };
  },
  BatchCreateTrigger: (request) => {
    const found = readyIn(request);
    const wanted = JSON.parse(text(request.params, 'Triggers')) as StoredFunction['triggers'];
    for (const { TriggerName, Type, TriggerDesc } of wanted) {
      if (found.triggers.some((timer) => timer.TriggerName === TriggerName))
        throw new ApiError('ResourceInUse.Trigger');
      found.triggers.push({
        TriggerName,
        Type,
        TriggerDesc: JSON.stringify({ cron: TriggerDesc }),
        Enable: 1,
      });
    }
    return {};
  },
  DeleteTrigger: (request) => {
    const found = functionIn(request);
    const name = text(request.params, 'TriggerName');
    found.triggers = found.triggers.filter(({ TriggerName }) => TriggerName !== name);
    return {};
  },
  ListVersionByFunction: (request) => ({
    Versions: functionIn(request)
      .versions.map(({ Version, Description }) => ({ Version, Description, Status: 'Active' }))
      .reverse(),
  }),
  GetFunctionAddress: (request) => {
    const version = text(request.params, 'Qualifier');
    const { zip: newest, versions } = functionIn(request);
    const published = versions.find(({ Version }) => Version === version)?.zip;
    const zip = version === '$LATEST' ? newest : published;
    if (zip === undefined) throw new ApiError('ResourceNotFound.FunctionVersion');
    const url = request.habits.codeUrl(text(request.params, 'FunctionName'), version);
    return { Url: url, CodeSha256: sha256Of(zip) };
  },
  Invoke: async (request) => {
    functionIn(request);
    const event = text(request.params, 'ClientContext');
    return { Result: { RetMsg: await request.habits.answer(text(request.params, 'FunctionName'), event) } };
  },
};
