import CloudBase from '@cloudbase/manager-node';
import {
  apiIndex,
  byCollection,
  functionIn,
  indexIn,
  modelFor,
  modelIn,
  mongoIndex,
  ruleIn,
  schemaFor,
  variablesFor,
  type Answer,
  type ApiFunction,
  type ApiIndex,
  type ApiListed,
  type ApiModel,
} from './api-shapes';
import { zipOf } from './desired';
import type { Management } from './management';
import { hasAnswered, Refusal, refusalIn } from './refusal';
import { described, releaseIn } from './release';
import type { NewIndex } from './steps';

/** MongoDB's commands travel in one call; so many at most, lest the call grow too large. */
const COMMANDS_AT_ONCE = 12;
const MOST = { collections: 1000, functions: 100, versions: 50, models: 100 };
const CLOSED = 'ADMINONLY';

/** Whose environment, and by which key pair. */
export interface Credentials {
  env: string;
  secretId: string;
  secretKey: string;
  region: string;
}

/**
 * CloudBase's management SDK, as the plan uses it. Where the SDK's own method would ask more often than it must, or
 * leave out what closes a collection from its first moment, the call goes through the SDK's `commonService`, by the
 * same signature.
 */
export function cloudbaseManagement({ env, ...credentials }: Credentials): Management {
  const app = new CloudBase({ ...credentials, envId: env });
  const environment = app.currentEnvironment();
  const [tcb, scf] = [app.commonService('tcb'), app.commonService('scf')];
  const lowcode = app.commonService('lowcode');
  const asked = <T>(action: string, work: () => Promise<T>): Promise<T> =>
    work().catch((error: unknown) => {
      throw refusalIn(action, error);
    });
  const ask = (service: typeof tcb, Action: string, Param: Answer): Promise<Answer> =>
    asked(Action, () => service.call({ Action, Param }) as Promise<Answer>);
  const inTcb = (action: string, param: Answer = {}) => ask(tcb, action, { EnvId: env, ...param });
  const inLowcode = (action: string, param: Answer) => ask(lowcode, action, { EnvId: env, ...param });
  const inScf = (action: string, name: string, param: Answer = {}) =>
    ask(scf, action, { Namespace: env, FunctionName: name, ...param });
  const database = () => ({
    MongoConnector: {
      InstanceId: 'flexdb',
      DatabaseName: environment.lazyEnvironmentConfig.Databases?.[0]?.InstanceId ?? '',
    },
  });
  const bucket = () => ({ Bucket: environment.lazyEnvironmentConfig.Storages?.[0]?.Bucket ?? '' });
  const restrict = (ResourceType: string, Resource: Answer, Permission: Answer) =>
    inTcb('ModifyResourcePermission', { ResourceType, ...Resource, ...Permission });

  /** As MongoDB's own commands, all collections together. */
  const indexAll = async (indexes: readonly NewIndex[]): Promise<void> => {
    const commands = byCollection(indexes).map(([TableName, some]) => ({
      TableName,
      CommandType: 'COMMAND',
      Command: JSON.stringify({ createIndexes: TableName, indexes: some.map(mongoIndex) }),
    }));
    for (let from = 0; from < commands.length; from += COMMANDS_AT_ONCE)
      await inTcb('RunCommands', {
        ...database(),
        MgoCommands: commands.slice(from, from + COMMANDS_AT_ONCE),
      });
  };
  /** As the console does it, one collection after another. */
  const indexEach = async (indexes: readonly NewIndex[]): Promise<void> => {
    for (const [TableName, some] of byCollection(indexes))
      await inTcb('UpdateTable', { ...database(), TableName, CreateIndexes: some.map(apiIndex) });
  };

  const collections = async () => {
    const found = await inTcb('ListTables', { ...database(), MgoLimit: MOST.collections, MgoOffset: 0 });
    const tables = (found['Tables'] ?? []) as { TableName: string; Count?: number; IndexCount?: number }[];
    return tables.map(({ TableName, Count = 0, IndexCount = 0 }) => ({
      name: TableName,
      rows: Count,
      indexes: IndexCount,
    }));
  };
  const indexesOf = async (indexes: readonly NewIndex[]): Promise<number> => {
    const names = new Set(indexes.map(({ collection }) => collection));
    const counts = (await collections()).filter(({ name }) => names.has(name));
    return counts.reduce((sum, { indexes: count }) => sum + count, 0);
  };
  const models = async (names: readonly string[]) => {
    const page = { PageIndex: 1, PageSize: MOST.models };
    const found = await inLowcode('DescribeDataSourceList', { ...page, DataSourceNames: names });
    const { Rows } = (found['Data'] ?? {}) as { Rows?: readonly ApiModel[] | null };
    return new Map((Rows ?? []).map((row) => [row.Name, modelIn(row)]));
  };

  return {
    async environment() {
      const found = (await asked('DescribeEnvInfo', () => environment.lazyInit())) as {
        Region: string;
        Meta?: { Key: string; Value: string }[];
      };
      const isRuledByOpa = (found.Meta ?? []).some(
        ({ Key, Value }) => Key === 'authz_engine' && Value === 'opa',
      );
      return { region: found.Region, isRuledByOpa };
    },
    collections,
    async indexes(TableName) {
      const found = await inTcb('DescribeTable', { ...database(), TableName });
      return ((found['Indexes'] ?? []) as ApiIndex[]).map(indexIn);
    },
    async permissions(collections) {
      const found = await inTcb('DescribeResourcePermission', {
        ResourceType: 'collection',
        Resources: collections,
      });
      const { PermissionList = [] } = (found['Data'] ?? {}) as {
        PermissionList?: { Resource: string; Permission: string }[];
      };
      return new Map(PermissionList.map(({ Resource, Permission }) => [Resource, Permission]));
    },
    async functions() {
      const found: ApiListed[] = [];
      for (let all = 1; found.length < all;) {
        const page = await ask(scf, 'ListFunctions', {
          Namespace: env,
          Limit: MOST.functions,
          Offset: found.length,
        });
        const some = (page['Functions'] ?? []) as ApiListed[];
        found.push(...some);
        all = some.length === 0 ? 0 : Number(page['TotalCount']);
      }
      return new Map(
        found.map(({ FunctionName, Status, Description = '' }) => [
          FunctionName,
          { status: Status, release: releaseIn(Description) },
        ]),
      );
    },
    function: async (name) =>
      functionIn((await inScf('GetFunction', name, { ShowCode: 'FALSE' })) as unknown as ApiFunction),
    async functionRule() {
      const found = await inTcb('DescribeResourcePermission', { ResourceType: 'function' });
      const { PermissionList = [] } = (found['Data'] ?? {}) as {
        PermissionList?: { SecurityRule?: string }[];
      };
      return ruleIn(PermissionList[0]?.SecurityRule);
    },
    models,
    storageAcl: async () => String((await inTcb('DescribeStorageSafeRule', bucket()))['AclTag']),
    async createCollection(TableName) {
      const PermissionInfo = { AclTag: CLOSED, EnvId: env };
      await inTcb('CreateTable', { ...database(), TableName, PermissionInfo });
    },
    async closeCollection(name) {
      await restrict('collection', { Resource: name }, { Permission: CLOSED });
    },
    async createIndexes(indexes) {
      const before = await indexesOf(indexes);
      try {
        await indexAll(indexes);
        if ((await indexesOf(indexes)) - before >= indexes.length) return;
      } catch (error) {
        if (!hasAnswered(error)) throw error;
      }
      // Should the API not take the command, or take it and not do it, the way of the console stays.
      await indexEach(indexes);
    },
    async closeStorage() {
      await inTcb('ModifyStorageSafeRule', { ...bucket(), AclTag: CLOSED });
    },
    async createFunction(wanted, release) {
      const log = environment.lazyEnvironmentConfig.LogServices[0];
      await inScf('CreateFunction', wanted.name, {
        Code: { ZipFile: zipOf(wanted) },
        Handler: 'index.main',
        Runtime: wanted.runtime,
        Timeout: wanted.timeout,
        MemorySize: wanted.memory,
        Environment: variablesFor(wanted),
        Description: described(release),
        InstallDependency: 'FALSE',
        // As the SDK marks every function of CloudBase.
        Role: 'TCB_QcsRole',
        Stamp: 'MINI_QCBASE',
        ClsTopicId: log?.TopicId,
        ClsLogsetId: log?.LogsetId,
      });
    },
    async updateCode(name, zip) {
      await inScf('UpdateFunctionCode', name, {
        Handler: 'index.main',
        InstallDependency: 'FALSE',
        Code: { ZipFile: zip },
      });
    },
    async updateConfig(wanted, release) {
      await inScf('UpdateFunctionConfiguration', wanted.name, {
        Timeout: wanted.timeout,
        MemorySize: wanted.memory,
        Environment: variablesFor(wanted),
        ...(release && { Description: described(release) }),
      });
    },
    async publish(name, release) {
      await inScf('PublishVersion', name, { Description: described(release) });
    },
    async state(name, release) {
      await inScf('UpdateFunctionConfiguration', name, { Description: described(release) });
    },
    async setTriggers({ name, triggers }, stale) {
      for (const TriggerName of stale) await inScf('DeleteTrigger', name, { TriggerName, Type: 'timer' });
      const Triggers = triggers.map((timer) => ({
        TriggerName: timer.name,
        Type: 'timer',
        TriggerDesc: timer.cron,
      }));
      await inScf('BatchCreateTrigger', name, { Triggers: JSON.stringify(Triggers), Count: Triggers.length });
    },
    async setRule(rule) {
      await restrict('function', {}, { Permission: 'CUSTOM', SecurityRule: JSON.stringify(rule) });
    },
    async createModel(name, schema, isEmpty) {
      const action = 'CreateDataSourceDetail';
      const found = await inLowcode(action, modelFor(name, schema, isEmpty));
      // By definition the answer may be empty though it was made.
      const told = (found['Data'] as { Id?: string } | null | undefined)?.Id;
      const id = told ?? (await models([name])).get(name)?.id;
      if (id === undefined) throw new Refusal('other', action, 'none');
      return id;
    },
    async updateModel(Id, schema) {
      await inLowcode('ModifyDataSource', { Id, ...schemaFor(schema) });
    },
    async publishModels(DataSourceIds) {
      await inLowcode('BatchPublishDataSources', { DataSourceIds });
    },
    async versions(name) {
      const found = await inScf('ListVersionByFunction', name, {
        Limit: MOST.versions,
        OrderBy: 'AddTime',
        Order: 'DESC',
      });
      const versions = (found['Versions'] ?? []) as { Version: string; Description?: string }[];
      return versions.flatMap(({ Version, Description = '' }) => {
        const release = releaseIn(Description);
        return Version === '$LATEST' || !release ? [] : [{ version: Version, release }];
      });
    },
    async codeAt(name, Qualifier = '$LATEST') {
      const found = await inScf('GetFunctionAddress', name, { Qualifier });
      return { url: String(found['Url']), sha256: String(found['CodeSha256']) };
    },
    async invoke(name, event) {
      const found = await inScf('Invoke', name, { ClientContext: JSON.stringify(event) });
      return String((found['Result'] as { RetMsg?: string } | undefined)?.RetMsg);
    },
  };
}
