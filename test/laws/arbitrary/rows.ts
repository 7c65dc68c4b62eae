import { createHash } from 'node:crypto';
import type { Collection, Document, Facts } from '../../../src/contracts/data-map/grammar';
import type { SubjectKey } from '../../../cloudfunctions/platform/keys';
import { sealRow } from '../../../cloudfunctions/platform/sealing';

/** What stands in for a vault's cell: no function can read one again, so any bytes will do. */
const vaulted = (name: string) => `v1.${createHash('sha512').update(name).digest('base64url')}`;

/** The row in which some facts lie, as the functions store it. */
export function rowOf(collection: Collection, facts: Facts<Collection>, key?: SubjectKey, id = 'row-1') {
  const isVaulted = (name: string) => collection.fields[name]?.store === 'vault';
  const names = Object.keys(facts).filter(isVaulted);
  const open = Object.fromEntries(Object.entries(facts).filter(([name]) => !isVaulted(name)));
  const hidden = Object.fromEntries(names.map((name) => [name, vaulted(name)]));
  return { ...sealRow(collection, id, open as Facts<Collection>, key), ...hidden } as Document<Collection> &
    Record<string, unknown>;
}
