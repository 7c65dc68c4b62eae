import { dataMap } from '..';
import type { Collection, Field } from '../grammar';
import type { FieldPath } from '../recipients';

/** The field behind a path such as `accounts.phone`, or undefined where the map declares none. */
export function fieldAt(path: string): Field | undefined {
  const [name = '', field = '', ...rest] = path.split('.');
  if (rest.length > 0) return undefined;
  const collections: Readonly<Record<string, Collection>> = dataMap;
  const declared = Object.entries(collections).find(([key]) => key === name)?.[1];
  return Object.entries(declared?.fields ?? {}).find(([key]) => key === field)?.[1];
}

/** Whether a text is the path of a declared field. */
export const isFieldPath = (path: string): path is FieldPath => fieldAt(path) !== undefined;

/** A field's Chinese name by its path; a path that is no longer declared keeps its place in the history. */
export const labelAt = (path: string): string => fieldAt(path)?.label ?? path;

/** A fact of the account, by its name in the map. */
type AccountFact = keyof typeof dataMap.accounts.fields;

const ACCOUNT = 'accounts.';

/** The path of a fact of the account, such as `accounts.phone`. */
export const accountPath = (name: string): FieldPath => `${ACCOUNT}${name}`;

/** The account's fact behind a path; undefined where the path is another collection's, or no longer declared. */
export const accountFact = (path: string): AccountFact | undefined =>
  path.startsWith(ACCOUNT) && isFieldPath(path) ? (path.slice(ACCOUNT.length) as AccountFact) : undefined;
