import { ApiError, text, type Action, type Params, type Request } from './request';
import type { StoredModel } from './state';

/** Columns that the platform has in every model, whatever it was given. */
const own = Object.fromEntries(
  ['_id', 'owner', 'createdAt', 'updatedAt'].map((name) => [
    name,
    { type: 'string', title: name, 'x-system': true },
  ]),
);

/** A column as it is kept, by somebody who drops, numbers and adds what they like and says it in their own order. */
function keptColumn({ pattern: _, ...column }: Params, index: number): Params {
  const items = column['x-enumObj'] as { value: string; label: string }[] | undefined;
  const titled = items && { 'x-enumObj': items.map(({ label, value }) => ({ label, value, color: '' })) };
  const said = Object.entries({ ...column, ...titled }).reverse();
  return { ...Object.fromEntries(said), 'x-index': index + 10 };
}

/** A schema as it is kept: with the platform's own columns, and its title beside it. */
export function keptSchema(schema: string): string {
  const {
    properties,
    title: _,
    ...rest
  } = JSON.parse(schema) as Params & {
    properties: Record<string, Params>;
  };
  const columns = Object.entries(properties).map(([name, column], at) => [name, keptColumn(column, at)]);
  return JSON.stringify({ ...rest, properties: { ...own, ...(Object.fromEntries(columns) as object) } });
}

function modelIn({ environment, params }: Request, id = text(params, 'Id')): StoredModel {
  const found = [...environment.models.values()].find((model) => model.Id === id);
  if (!found) throw new ApiError('ResourceNotFound');
  return found;
}

/**
 * The actions for data models, of the product that is called lowcode, as tencentcloud-cli defines them (2021-01-08);
 * publishing is nowhere defined, and as CloudBase's own CLI does it.
 */
export const modelActions: Readonly<Record<string, Action>> = {
  DescribeDataSourceList: ({ environment, params }) => {
    const names = params['DataSourceNames'] as string[];
    const rows = [...environment.models.values()].filter(({ Name }) => names.includes(Name));
    return { Data: { Rows: rows.length === 0 ? null : rows, Count: rows.length } };
  },
  CreateDataSourceDetail: ({ environment, params, habits }) => {
    const [name, collection] = [text(params, 'Name'), environment.collections.get(text(params, 'Name'))];
    if (environment.models.has(name)) throw new ApiError('FailedOperation');
    const source = (collection?.rows ?? 0) === 0 ? 'flexdb_create' : 'flexdb_recreate';
    const { CreateSource, DbInstanceType, Type } = params;
    const isRight = CreateSource === source && DbInstanceType === 'FLEXDB' && Type === 'database';
    if (!collection || !isRight) throw new ApiError('InvalidParameterValue');
    const Id = `data-${name}`;
    environment.models.set(name, {
      ...{ Id, Name: name, Title: text(params, 'Title'), Schema: keptSchema(text(params, 'Schema')) },
      ...{ PublishStatus: 0, PublishedTableName: '', DbInstanceType: 'FLEXDB' },
    });
    return { Data: habits.tellsIds ? { Id } : null };
  },
  ModifyDataSource: (request) => {
    const [Title, Schema] = [text(request.params, 'Title'), keptSchema(text(request.params, 'Schema'))];
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
