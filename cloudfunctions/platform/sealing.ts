import type { Collection, Document, Facts, Field } from '../../src/contracts/data-map/grammar';
import { Fault } from './fault';
import { decrypt, encrypt, lookupDigest, type SubjectKey } from './keys';
import { bytesOf, valueOf } from './sealed-bytes';
import { Unreadable } from './unreadable';

type Row = Record<string, unknown>;

/** Names the form of a sealed value, so that a later form can stand beside it. */
const SEALED = 's1.';

/** Binds a ciphertext to its place, so that a value moved to another row or field does not open. */
const place = (collection: Collection, id: string, field: string) => `${collection.name}|${id}|${field}`;

function columnsFor(
  collection: Collection,
  id: string,
  name: string,
  field: Field,
  value: unknown,
  key?: SubjectKey,
): Row {
  if (value === undefined) return {};
  const sealed = () => {
    if (!key) throw new Fault(`${collection.name}.${name} needs the subject's key`);
    return `${SEALED}${encrypt(key, place(collection, id, name), bytesOf(value))}`;
  };
  const digest = () => lookupDigest(typeof value === 'string' ? value : JSON.stringify(value));
  switch (field.store) {
    case 'plain':
      return { [name]: value };
    case 'sealed':
      return { [name]: sealed() };
    case 'digest':
      return { [`${name}Digest`]: digest() };
    case 'vault':
      throw new Fault(`${collection.name}.${name} is sealed by the vault`);
    case 'sealed+digest':
      return { [name]: sealed(), [`${name}Digest`]: digest() };
  }
}

/** Turns some facts in clear into the columns to be stored, each sealed or digested as the data map says. */
export function sealFacts<C extends Collection>(
  collection: C,
  id: string,
  facts: Partial<Facts<C>>,
  key?: SubjectKey,
): Partial<Document<C>> {
  const columns = Object.entries(facts).map(([name, value]) => {
    const field = collection.fields[name];
    if (!field) throw new Fault(`${collection.name}.${name} is not declared`);
    return columnsFor(collection, id, name, field, value, key);
  });
  return Object.assign({}, ...columns) as Partial<Document<C>>;
}

/** A whole row ready to be stored. */
export const sealRow = <C extends Collection>(collection: C, id: string, facts: Facts<C>, key?: SubjectKey) =>
  ({ _id: id, ...sealFacts(collection, id, facts as Partial<Facts<C>>, key) }) as Document<C>;

/** A row's facts in clear, and the fields whose value was altered or moved, so that it does not open. */
interface Readable<C extends Collection> {
  facts: Partial<Facts<C>>;
  damaged: string[];
}

/** What opens of a stored row, and what does not; digests stay behind. */
export function readableFacts<C extends Collection>(
  collection: C,
  row: Document<C>,
  key: SubjectKey,
): Readable<C> {
  const stored = row as unknown as Row & { _id: string };
  const facts: Row = {};
  const damaged: string[] = [];
  const unsealed = (name: string, value: unknown): unknown => {
    if (typeof value !== 'string' || !value.startsWith(SEALED)) throw new Fault('a sealed value has no form');
    return valueOf(decrypt(key, place(collection, stored._id, name), value.slice(SEALED.length)));
  };
  for (const [name, field] of Object.entries(collection.fields)) {
    const value = stored[name];
    if (value === undefined || value === null || field.store === 'digest' || field.store === 'vault')
      continue;
    try {
      facts[name] = field.store === 'plain' ? value : unsealed(name, value);
    } catch {
      damaged.push(name);
    }
  }
  return { facts: facts as Partial<Facts<C>>, damaged };
}

/** The facts of a stored row in clear; digests stay behind. Throws `Unreadable` when a value was altered or moved. */
export function openRow<C extends Collection>(collection: C, row: Document<C>, key: SubjectKey): Facts<C> {
  const { facts, damaged } = readableFacts(collection, row, key);
  const [first] = damaged;
  if (first !== undefined) throw new Unreadable('DATA_DAMAGED', `${collection.name}.${first} does not open`);
  return facts as Facts<C>;
}
