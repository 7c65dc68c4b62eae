import type { DataModel } from '../console/data-model';
import { models } from '../console/models';
import type { Actual } from './actual';
import type { Management } from './management';
import { Refusal } from './refusal';
import type { Found, Step } from './steps';

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
  /** Whether staff see what it is; a change makes it unpublished again (?). */
  isPublished: boolean;
  /** Whether the cloud says that it shows something other than the collection of its name. */
  isElsewhere: boolean;
}

/** The data models that are there, or why the cloud will not tell. */
export type ActualModels = ReadonlyMap<string, ActualModel> | Refusal;

type ModelStep = Extract<Step, { do: 'create-model' | 'update-model' | 'publish-model' }>;
/** A data model that the cloud would not take, and in what it was refused. */
export interface RefusedModel {
  name: string;
  do: ModelStep['do'];
  refusal: Refusal;
}

type Node = Readonly<Record<string, unknown>>;

/**
 * What the cloud must say of a column as we do. Of the rest, and of the model itself, only what it says otherwise
 * counts: it may keep them in a place of its own (?), and a difference that no change ends would help nobody.
 */
const SAID = ['type', 'title'];
/** What changes a form where we do not say it. */
const OURS = ['enum', 'x-enumObj', 'x-hidden', 'description'];
/** Where a column stands is the platform's to number, which has columns of its own. */
const NUMBERED = 'x-index';

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const nodeIn = (value: unknown): Node => (isNode(value) ? value : {});

/** Every data model that staff need. */
export const desiredModels = (): readonly DesiredModel[] =>
  Object.entries(models).map(([name, schema]) => ({ name, schema }));

/**
 * Whether the product of data models said no. It has permissions of its own, so whatever it refuses says nothing of the
 * key pair or the environment.
 */
const isRefused = (error: unknown): error is Refusal =>
  error instanceof Refusal && !['network', 'limit', 'busy'].includes(error.reason);

/** Reads the data models of these names. */
export async function readModels(management: Management, names: readonly string[]): Promise<ActualModels> {
  return management.models(names).catch((error: unknown) => {
    if (isRefused(error)) return error;
    throw error;
  });
}

/** Whether it stands as it must; what the cloud leaves out of its own accord is no difference. */
function isAsSaid(wanted: unknown, stands: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(stands) || stands.length !== wanted.length) return false;
    return wanted.every((each, at) => (isNode(each) ? isAsSaid(each, stands[at]) : stands.includes(each)));
  }
  if (!isNode(wanted)) return wanted === stands;
  const found = nodeIn(stands);
  return Object.entries(wanted).every(
    ([name, value]) =>
      name === NUMBERED || (found[name] === undefined ? !SAID.includes(name) : isAsSaid(value, found[name])),
  );
}

/** Whether a column of ours stands as it must, and says nothing that we do not. */
const isOurColumn = (wanted: Node, stands: unknown): boolean =>
  isNode(stands) && isAsSaid(wanted, stands) && !OURS.some((word) => stands[word] && !wanted[word]);

/** Our columns and words over what stands, whose own stay. */
function over(stands: Node, { properties, ...words }: DataModel): Node {
  const theirs = nodeIn(stands['properties']);
  const ours = Object.entries(properties).map(([name, column]) => {
    const kept = Object.entries(nodeIn(theirs[name])).filter(([word]) => !OURS.includes(word));
    return [name, { ...Object.fromEntries(kept), ...column }] as const;
  });
  return { ...stands, ...words, properties: { ...theirs, ...Object.fromEntries(ours) } };
}

/** What is to be done about one data model; one that shows something else is somebody else's. */
export function modelDiffers({ name, schema }: DesiredModel, actual: Actual, found: Found): void {
  if (actual.models instanceof Refusal) return;
  const stands = actual.models.get(name);
  if (!stands) {
    const isEmpty = (actual.collections.get(name)?.rows ?? 0) === 0;
    found.steps.push({ do: 'create-model', name, schema, isEmpty });
    return;
  }
  const { properties, ...words } = schema;
  const columns = nodeIn(stands.schema['properties']);
  const isStrange = !Object.keys(properties).some((column) => isNode(columns[column]));
  if (stands.isElsewhere || isStrange) {
    found.obstacles.push({ is: 'foreign-model', name });
    return;
  }
  found.extra.push(
    ...Object.entries(columns)
      .filter(([column, said]) => !properties[column] && !column.startsWith('_') && !nodeIn(said)['x-system'])
      .map(([column]) => `${name}.${column}`),
  );
  const isSame =
    Object.entries(words).every(([word, value]) => isAsSaid(value, stands.schema[word] ?? value)) &&
    Object.entries(properties).every(([column, wanted]) => isOurColumn({ ...wanted }, columns[column]));
  if (!isSame)
    found.steps.push({ do: 'update-model', name, id: stands.id, schema: over(stands.schema, schema) });
  else if (!stands.isPublished) found.steps.push({ do: 'publish-model', name, id: stands.id });
}

/** Makes one on its collection, unless another operator has made it meanwhile; answers its id. */
async function created(
  management: Management,
  { name, schema, isEmpty }: Extract<ModelStep, { do: 'create-model' }>,
): Promise<string> {
  try {
    return await management.createModel(name, schema, isEmpty);
  } catch (error) {
    if (!isRefused(error)) throw error;
    const found = await readModels(management, [name]);
    const stands = found instanceof Refusal ? undefined : found.get(name);
    if (!stands) throw error;
    return stands.id;
  }
}

/**
 * Makes and changes data models, and publishes them together; one that the cloud refuses keeps no other from its turn.
 * Answers those that were refused. Rejects with the `Refusal` that breaks off all.
 */
export async function applyModels(
  management: Management,
  steps: readonly Step[],
  onDone: (step: Step) => void,
): Promise<RefusedModel[]> {
  const refused: RefusedModel[] = [];
  const made: { step: ModelStep; id: string }[] = [];
  const unlessRefused = async (
    some: readonly Omit<RefusedModel, 'refusal'>[],
    work: () => Promise<unknown>,
  ) => {
    await work().catch((error: unknown) => {
      if (!isRefused(error)) throw error;
      refused.push(...some.map((step) => ({ name: step.name, do: step.do, refusal: error })));
    });
  };
  for (const step of steps) {
    if (step.do !== 'create-model' && step.do !== 'update-model' && step.do !== 'publish-model') continue;
    await unlessRefused([step], async () => {
      if (step.do === 'update-model') await management.updateModel(step.id, step.schema);
      made.push({ step, id: step.do === 'create-model' ? await created(management, step) : step.id });
    });
  }
  const unpublished = made.map(({ step }) => ({ name: step.name, do: 'publish-model' as const }));
  if (made.length > 0)
    await unlessRefused(unpublished, async () => {
      await management.publishModels(made.map(({ id }) => id));
      for (const { step } of made) onDone(step);
    });
  return refused;
}
