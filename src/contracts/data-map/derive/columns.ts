import * as z from 'zod/mini';
import type { Collection, Field } from '../grammar';

/** One column of a stored document. */
interface Column {
  column: string;
  field: string;
  schema: z.ZodMiniType;
  optional: boolean;
}

const ciphertext = z.string().check(z.regex(/^s1\.[A-Za-z0-9_-]+$/));
/** Encapsulated key and ciphertext of RFC 9180, base mode; see cloudfunctions/platform/vault.ts. */
const vaulted = z.string().check(z.regex(/^v1\.[A-Za-z0-9_-]+$/));
const digest = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** In which forms a value lies, by its declaration. */
const forms = {
  plain: ['plain'],
  sealed: ['sealed'],
  digest: ['digest'],
  'sealed+digest': ['sealed', 'digest'],
  vault: ['vault'],
} as const satisfies Record<Field['store'], readonly ('plain' | 'sealed' | 'digest' | 'vault')[]>;

/** The columns in which one field lies. */
export function columnsOfField(name: string, field: Field): Column[] {
  const optional = field.optional === true;
  const column = {
    plain: { column: name, field: name, schema: field.schema, optional },
    sealed: { column: name, field: name, schema: ciphertext, optional },
    vault: { column: name, field: name, schema: vaulted, optional },
    digest: { column: `${name}Digest`, field: name, schema: digest, optional },
  };
  return forms[field.store].map((form) => column[form]);
}

/** The column that says since when a row is there; undefined where there is none, which a law forbids of people's. */
export const writtenColumn = ({ times }: Collection): string | undefined =>
  times?.written ?? times?.collected;

/** All columns of a collection besides `_id`. */
export const columnsOf = (collection: Collection): Column[] =>
  Object.entries(collection.fields).flatMap(([name, field]) => columnsOfField(name, field));
