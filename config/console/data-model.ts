import type * as z from 'zod/mini';
import type { Collection } from '../../src/contracts/data-map/grammar';
import { schemaOf, shapeOf, type ModelColumn, type Titles } from './model-column';

/** A data model as 云后台 takes it. */
export interface DataModel {
  type: 'object';
  title: string;
  description: string;
  'x-kind': 'tcb';
  'x-primary-column': '_id';
  'x-defaultMethods': string[];
  properties: Record<string, ModelColumn>;
  required: string[];
}

/** What a model is made from. */
export interface ModelSource {
  collection: Collection;
  description: string;
  /** Which of the platform's own methods the model has: reading alone keeps staff from writing. */
  methods: readonly string[];
  /** The strict contracts that a row may fulfil, one or the other. */
  contracts: readonly z.ZodMiniType[];
  /** Columns in the order of the form; hidden ones are there and not shown. */
  columns: readonly string[];
  hidden: readonly string[];
  titles: Titles;
  hints: Readonly<Partial<Record<string, string>>>;
  /** A format of the platform's that says more than the type, by column. */
  formats: Readonly<Partial<Record<string, string>>>;
}

/** What one of the contracts says about its columns. */
const formOf = (contract: z.ZodMiniType) =>
  schemaOf(contract) as { properties: Record<string, Record<string, unknown>>; required: string[] };

/**
 * A collection as a data model of CloudBase: JSON Schema with the platform's own words, from the strict contracts, so
 * that a form refuses what the function would refuse. Throws where an enum's value has no title.
 *
 * The shape follows the types and samples that the platform publishes (@cloudbase/cals 1.2, `IDatabaseSchema`). What a
 * real environment must confirm (?): that a call or an import reads `x-enumObj` without a set of options by name
 * (`x-option-name`); that columns of its own (`_id`, `createdAt`, `createBy` ...) need not be listed; that a text of
 * 2,000 Chinese characters fits where its manual speaks of 4,000 bytes; that `x-defaultMethods` without the writing
 * ones is enough, beside the roles, to keep a table from being written. A moment is text here and not `datetime`,
 * which the platform keeps as a number.
 */
export function dataModel(source: ModelSource): DataModel {
  const { collection, contracts, hidden, hints, titles } = source;
  const forms = contracts.map(formOf);
  const properties = source.columns.map((name, at): [string, ModelColumn] => {
    const field = collection.fields[name];
    if (field === undefined) throw new Error(`no column ${name}`);
    const said = forms.map(({ properties: known }) => known[name]).filter((schema) => schema !== undefined);
    const schemas = said.length > 0 ? said : [schemaOf(field.schema)];
    const isNeeded = forms.every(({ required }) => required.includes(name));
    const [description, format] = [hints[name], source.formats[name]];
    return [
      name,
      {
        ...shapeOf(name, schemas, titles),
        ...(format !== undefined && { format }),
        title: field.label,
        ...(description !== undefined && { description }),
        'x-index': at + 1,
        'x-required': isNeeded,
        ...(hidden.includes(name) && { 'x-hidden': true }),
      },
    ];
  });
  return {
    type: 'object',
    title: collection.label,
    description: source.description,
    'x-kind': 'tcb',
    'x-primary-column': '_id',
    'x-defaultMethods': [...source.methods],
    properties: Object.fromEntries(properties),
    required: properties.filter(([, column]) => column['x-required']).map(([name]) => name),
  };
}
