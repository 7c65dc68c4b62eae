import { dataMap } from '..';
import type { Field } from '../grammar';
import { accountPath } from './field-path';

const fields = Object.entries(dataMap.accounts.fields as Readonly<Record<string, Field>>);

/** Shown to nobody, and yet what an authority may rightly ask for: who somebody is to WeChat. */
const OPENID = 'openid';

/**
 * What an authority may be given, as paths (P22): what tells of the person. The machine's own columns, the wrapped key
 * above all, are no authority's to have.
 */
export const givable: readonly string[] = fields.flatMap(([name, { access, category }]) =>
  category !== 'security' && (access !== 'omit' || name === OPENID) ? [accountPath(name)] : [],
);

/**
 * What a partner may tell us, as the account's own names (P18): the facts that a person tells, may leave out, and
 * sees. A phone is proven, never told.
 */
export const importable: readonly string[] = fields.flatMap(([name, { access, optional, source }]) =>
  optional === true && access !== 'omit' && source === 'subject' ? [name] : [],
);
