import { ApiError, text, type Action, type Params, type Request } from './request';
import type { StoredModel } from './state';

/** Columns that the platform has in every model, whatever it was given. */
const own = Object.fromEntries(
  ['_id', 'owner', 'createdAt', 'updatedAt'].map((name) => [
    name,
    { type: 'string', title: name, 'x-system': true },
  ]),
);

/** A schema as it is kept: with the platform's own columns, and without what it does not know. */
function kept(schema: string): string {
  const { properties, ...rest } = JSON.parse(schema) as { properties: Record<string, Params> };
  const columns = Object.entries(properties).map(([name, { pattern: _, ...column }]) => [name, column]);
  return JSON.stringify({ ...rest, properties: { ...own, ...(Object.fromEntries(columns) as object) } });
}

function modelIn({ environment, params }: Request, id = text(params, 'Id')): StoredModel {
  const found = [...environment.models.values()].find((model) => model.Id === id);
  if (!found) throw new ApiError('ResourceNotFound.DataSourceNotExist');
  return found;
}

/** The actions for data models, of the product that is called lowcode (defined in tencentcloud-cli, 2021-01-08). */
export const modelActions: Readonly<Record<string, Action>> = {
  DescribeDataSourceList: ({ environment, params, habits }) => {
    if (habits.models === 'unknown') throw new ApiError('FailedOperation.LowcodeUserNotExist');
    const names = params['DataSourceNames'] as string[];
    const rows = [...environment.models.values()].filter(({ Name }) => names.includes(Name));
    return { Data: { Rows: rows.length === 0 ? null : rows, Count: rows.length } };
  },
  CreateDataSourceDetail: ({ environment, params, habits }) => {
    if (habits.models !== 'known') throw new ApiError('InvalidParameter');
    const [name, collection] = [text(params, 'Name'), environment.collections.get(text(params, 'Name'))];
    if (environment.models.has(name)) throw new ApiError('ResourceInUse.DataSource');
    const isEmpty = (collection?.rows ?? 0) === 0;
    const isRight = params['CreateSource'] === (isEmpty ? 'flexdb_create' : 'flexdb_recreate');
    if (
      !collection ||
      !isRight ||
      text(params, 'Type') !== 'database' ||
      params['DbInstanceType'] !== 'FLEXDB'
    )
      throw new ApiError('InvalidParameterValue');
    const Id = `data-${String(environment.models.size + 1)}`;
    environment.models.set(name, {
      ...{ Id, Name: name, Title: text(params, 'Title'), Schema: kept(text(params, 'Schema')) },
      ...{ PublishStatus: 0, PublishedTableName: '' },
    });
    return { Data: { Id } };
  },
  ModifyDataSource: (request) => {
    const [Title, Schema] = [text(request.params, 'Title'), kept(text(request.params, 'Schema'))];
    Object.assign(modelIn(request), { Title, Schema, PublishStatus: 0 });
    return {};
  },
  BatchPublishDataSources: (request) => {
    const ids = request.params['DataSourceIds'] as string[];
    for (const model of ids.map((id) => modelIn(request, id)))
      Object.assign(model, { PublishStatus: 1, PublishedTableName: model.Name });
    return {};
  },
};
