import type { DataModel } from '../console/data-model';
import { models } from '../console/models';
import type { Actual } from './actual';
import type { Management } from './management';
import { hasAnswered } from './refusal';
import type { Found } from './steps';

/** A data model as it must be: what 云后台 shows staff of the collection of this name. */
export interface DesiredModel {
  name: string;
  schema: DataModel;
}

/** A data model as it stands in the cloud. */
export interface ActualModel {
  id: string;
  /** As the cloud keeps it, with columns and words of its own. */
  schema: Readonly<Record<string, unknown>>;
  /** One that is not published shows staff what it was before. */
  isPublished: boolean;
  /** The collection that it shows; undefined where the cloud does not say. */
  table: string | undefined;
}

type Node = Readonly<Record<string, unknown>>;

/** What the cloud must say of a column as we do; of the rest only what it says otherwise counts. */
const SAID = ['type', 'title', 'description', 'enum'];
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const nodeIn = (value: unknown): Node => (isNode(value) ? value : {});

/** Every data model that staff need. */
export const desiredModels = (): readonly DesiredModel[] =>
  Object.entries(models).map(([name, schema]) => ({ name, schema }));

/** The data models that are there; undefined where the cloud will not tell us of any. */
export async function readModels(
  management: Management,
  names: readonly string[],
): Promise<ReadonlyMap<string, ActualModel> | undefined> {
  return management.models(names).catch((error: unknown) => {
    if (hasAnswered(error)) return undefined;
    throw error;
  });
}

/** Whether a column stands as it must; what the cloud leaves out of its own accord is no difference. */
function isAsSaid(wanted: Node, stands: Node): boolean {
  return Object.entries(wanted).every(([name, value]) => {
    const found = stands[name];
    if (found === undefined) return !SAID.includes(name);
    return isNode(value) ? isAsSaid(value, nodeIn(found)) : JSON.stringify(value) === JSON.stringify(found);
  });
}

/** Ours over what stands, whose own columns and words stay. */
function over(stands: Node, wanted: Node): Node {
  const ours = Object.entries(wanted).map(([name, value]) => [
    name,
    isNode(value) ? over(nodeIn(stands[name]), value) : value,
  ]);
  return { ...stands, ...(Object.fromEntries(ours) as Node) };
}

/** What is to be done about one data model; `rows` are those of its collection. */
export function modelDiffers(
  { name, schema }: DesiredModel,
  { models, collections }: Actual,
  found: Found,
): void {
  if (!models) return;
  const stands = models.get(name);
  if (!stands) {
    const isEmpty = (collections.get(name)?.rows ?? 0) === 0;
    found.steps.push({ do: 'create-model', name, schema, isEmpty });
    return;
  }
  if (stands.table !== undefined && stands.table !== name) {
    found.obstacles.push({ is: 'foreign-model', name, table: stands.table });
    return;
  }
  const columns = nodeIn(stands.schema['properties']);
  const isSame = Object.entries(schema.properties).every(
    ([column, wanted]) => isNode(columns[column]) && isAsSaid({ ...wanted }, columns[column]),
  );
  if (!isSame)
    found.steps.push({ do: 'update-model', name, id: stands.id, schema: over(stands.schema, { ...schema }) });
  else if (!stands.isPublished) found.steps.push({ do: 'publish-model', name, id: stands.id });
}
