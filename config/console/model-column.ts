import * as z from 'zod/mini';

/** A column in CloudBase's form of JSON Schema. */
export interface ModelColumn {
  type: string;
  title: string;
  description?: string;
  format?: string;
  enum?: string[];
  /** The same values with the words that the form shows. */
  'x-enumObj'?: { value: string; label: string }[];
  [keyword: string]: unknown;
}

/** The words for each value of an enum, by column. */
export type Titles = Readonly<Partial<Record<string, Readonly<Record<string, { label: string }>>>>>;

type Schema = Readonly<Record<string, unknown>>;
/** How a column's values look, without its title and place. */
type Shape = Pick<ModelColumn, 'type'> & Schema;

/** What a contract says, as JSON Schema. */
export function schemaOf(contract: z.ZodMiniType): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(contract, { io: 'input' });
  return schema;
}

const valuesOf = ({ enum: several, const: one }: Schema): string[] =>
  [several ?? one ?? []].flat().filter((value) => typeof value === 'string');

/** The platform knows no integers; and how far this language can count is no rule of ours. */
function plain({ type, format: _, const: _one, minimum, maximum, ...rest }: Schema): Shape {
  const bounds = Object.entries({ minimum, maximum }).filter(
    ([, bound]) => typeof bound === 'number' && Math.abs(bound) < Number.MAX_SAFE_INTEGER,
  );
  const isInteger = type === 'integer';
  return {
    type: isInteger ? 'number' : String(type),
    ...rest,
    ...Object.fromEntries(bounds),
    ...(isInteger && { multipleOf: 1 }),
  };
}

function titled(column: string, values: readonly string[], titles: Titles) {
  return values.map((value) => {
    const label = titles[column]?.[value]?.label;
    if (label === undefined) throw new Error(`no title for ${column} ${value}`);
    return { value, label };
  });
}

/**
 * A column's values in the platform's form, from what one contract or several say of it. Throws where a value of an
 * enum has no title.
 */
export function shapeOf(column: string, schemas: readonly Schema[], titles: Titles): Shape {
  const [first = {}] = schemas;
  const items = first['items'] as Schema | undefined;
  if (items) {
    const chosen = valuesOf(items);
    if (chosen.length === 0) return { type: 'array', items: plain(items) };
    const many = { type: 'array', format: 'x-enum', 'x-multi-select': true };
    return { ...many, items: { type: 'string', enum: chosen }, 'x-enumObj': titled(column, chosen, titles) };
  }
  const values = [...new Set(schemas.flatMap(valuesOf))];
  if (values.length === 0) return plain(first);
  return { type: 'string', format: 'x-enum', enum: values, 'x-enumObj': titled(column, values, titles) };
}
