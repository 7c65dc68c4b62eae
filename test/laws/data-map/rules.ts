import { dataMap } from '../../../src/contracts/data-map';
import { columnsOf, writtenColumn } from '../../../src/contracts/data-map/derive/columns';
import type { Collection, Field, Link } from '../../../src/contracts/data-map/grammar';
import { purposes } from '../../../src/contracts/data-map/vocabulary';

/** What breaks one law in a collection: the places, empty when the law holds. */
type Rule = (collection: Collection) => string[];

const declared = dataMap as unknown as Readonly<Record<string, Collection>>;
const isSealed = ({ store }: Field) => store === 'sealed' || store === 'sealed+digest';
const personal: readonly Field['category'][] = ['contact', 'identity', 'profile', 'service'];

/** Readable on purpose, each with its reason. */
const readable: Readonly<Record<string, string>> = {
  'accounts.age':
    'only adult, teen or child, the gate before a minor, looked at in every session without opening a key',
  'review_queue.who':
    'a phone with its middle hidden, for staff in a console that can open nothing; it leaves with the request',
};

/** A law about single fields: the names of those for which it does not hold. */
const eachField =
  (holds: (field: Field, name: string, collection: Collection) => boolean): Rule =>
  (collection) =>
    Object.entries(collection.fields)
      .filter(([name, field]) => !holds(field, name, collection))
      .map(([name]) => `${collection.name}.${name}`);

const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);
const columnNames = (collection: Collection) => ['_id', ...columnsOf(collection).map(({ column }) => column)];

/** By kind of link: the columns it names that do not exist, and the ways that lead nowhere. */
function faultsOfLink(collection: Collection, link: Link): string[] {
  const columns = columnNames(collection);
  const accountColumns = columnNames(dataMap.accounts);
  const missing = (names: readonly string[], among: readonly string[]) =>
    names.filter((name) => !among.includes(name));
  switch (link.by) {
    case 'id':
    case 'none':
      return [];
    case 'field':
      return missing([link.field], columns);
    case 'columns':
      return [
        ...missing(Object.keys(link.columns), columns),
        ...missing(Object.values(link.columns), accountColumns),
      ];
    case 'through': {
      const towards = declared[link.collection]?.link.by;
      return [...missing([link.field], columns), ...(towards === 'field' ? [] : [link.collection])];
    }
  }
}

/** The laws over a declaration, by the sentence that says them. */
export const rules = {
  'a collection that holds rows of a person leads to the person': (collection) =>
    faultsOfLink(collection, collection.link),
  'a collection that leads to a person says since when a row is there (PIPL 57)': (collection) =>
    collection.link.by === 'none' || Object.hasOwn(collection.fields, writtenColumn(collection) ?? '')
      ? []
      : [collection.name],
  'a collection that says it leads to nobody holds only proof without a word of the person': (collection) =>
    collection.link.by === 'none'
      ? eachField(
          ({ erase, source, category }) =>
            erase === 'keep-until' && (source === 'system' || source === 'staff') && category === 'record',
        )(collection)
      : [],
  'what is sensitive is sealed and rests on a purpose with its own consent (PIPL 28, 29)': eachField(
    (field) =>
      !field.sensitive ||
      (isSealed(field) && purposes[field.purpose].kind === 'extended' && purposes[field.purpose].sensitive),
  ),
  'an extended purpose rests on consent': eachField(
    ({ purpose, basis }) => purposes[purpose].kind === 'basic' || basis === 'consent',
  ),
  'what rests on consent can be left out (PIPL 16)': eachField(
    ({ basis, optional }) => basis !== 'consent' || optional === true,
  ),
  'what is kept after erasure cites the law that makes us keep it': eachField(
    ({ erase, because }) => erase !== 'keep-until' || /《.+》第.+条/.test(because ?? ''),
  ),
  'a reason to keep is given only for what is kept': eachField(
    ({ erase, because }) => erase === 'keep-until' || because === undefined,
  ),
  'what is kept after erasure has a life of its own': eachField(
    ({ erase, retain }) => erase !== 'keep-until' || retain.for !== 'account',
  ),
  'only a readable value becomes everyone’s, and what it becomes may be stored': eachField(
    ({ erase, as, store, schema }) =>
      erase === 'pseudonymise'
        ? as !== undefined && store === 'plain' && schema.safeParse(as).success
        : as === undefined,
  ),
  'what goes from a row that stays can be missing': (collection) =>
    Object.values(collection.fields).every(({ erase }) => erase === 'drop')
      ? []
      : eachField(({ erase, optional }) => erase !== 'drop' || optional === true)(collection),
  'what lies in the key vault’s environment leads to nobody, for no sweep reaches it': ({
    name,
    link,
    environment,
  }) => (environment === 'keys' && link.by !== 'none' ? [name] : []),
  'what tells of a person is sealed or digested': eachField(
    ({ category, store }, name, { name: collection }) =>
      !personal.includes(category) || store !== 'plain' || `${collection}.${name}` in readable,
  ),
  'what a person corrects alone can be seen and cleared': eachField(
    ({ correct, optional, access, source }) =>
      correct !== 'self' || (optional === true && access === 'show' && source === 'subject'),
  ),
  'what a person can ask to have corrected can be seen': eachField(
    ({ correct, access }) => correct === 'never' || access !== 'omit',
  ),
  'what is masked does not lie readable': eachField((field) => field.access !== 'mask' || isSealed(field)),
  'what lies as a digest alone can be neither shown nor corrected': eachField(
    ({ store, access, correct }) => store !== 'digest' || (access === 'omit' && correct === 'never'),
  ),
  'labels are Chinese': eachField(({ label }) => /^[\p{Script=Han}（）]+$/u.test(label)),
  'labels are unique in a collection': ({ name, fields }) =>
    repeated(Object.values(fields).map(({ label }) => label)).map((label) => `${name}: ${label}`),
  'field names are camel case, and none ends as a digest column does': eachField(
    (_, name) => (/^[a-z][A-Za-z0-9]*$/.test(name) && !name.endsWith('Digest')) || name === 'policyDigest',
  ),
  'no two fields lie in one column': (collection) => repeated(columnNames(collection)),
  'an index has a name of its own and stands on columns that can be compared': (collection) => {
    const sealed = Object.entries(collection.fields).flatMap(([name, field]) =>
      isSealed(field) ? [name] : [],
    );
    const comparable = columnNames(collection).filter((column) => !sealed.includes(column));
    return [
      ...repeated(collection.indexes.map(({ name }) => name)),
      ...collection.indexes.flatMap(({ on }) =>
        on.filter((column) => !comparable.includes(column.replace(/^-/, ''))),
      ),
    ];
  },
} as const satisfies Record<string, Rule>;
