import ts from 'typescript';
import { dataMap } from '../../src/contracts/data-map';
import { columnsOf } from '../../src/contracts/data-map/derive/columns';
import type { Collection } from '../../src/contracts/data-map/grammar';
import { callsIn, memberOf, type Call } from './calls';
import { isFieldUsed, mentionsIn, ofMap } from './column-names';
import { literal, placeOf, type Finding, type Source } from './sources';

type Declared = Readonly<Record<string, Collection>>;
const FOLDER = 'src/contracts/data-map/collections';
/** The adapters, which reach collections that they are told by name. */
const adapters = ['cloudfunctions/platform/cloudbase-store.ts'];

const methods = ['find', 'get', 'count', 'countBy', 'add', 'change', 'remove'];
const isStore = ({ on }: Call) =>
  on.some((name) => /^(store|transaction|vault|keys|Transaction)$|Store$/.test(name));

/** Calls of the store's port that name their collection. */
const storeCalls = (source: Source) =>
  callsIn(source).flatMap((each) => {
    const name = literal(each.call.arguments[0]);
    return isStore(each) && methods.includes(each.method) && name !== undefined ? [{ ...each, name }] : [];
  });

/** The member names that an object literal writes out; spread and computed ones are the type checker's matter. */
function membersOf(node: ts.Node | undefined): ts.PropertyName[] {
  if (node && ts.isArrayLiteralExpression(node)) return node.elements.flatMap((each) => membersOf(each));
  if (!node || !ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap(({ name }) => (name && !ts.isComputedPropertyName(name) ? [name] : []));
}

/** The columns that a call reads `only`, and orders by. */
function readColumns(node: ts.Node | undefined): ts.Node[] {
  if (!node || !ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || !ts.isArrayLiteralExpression(property.initializer)) return [];
    const { elements } = property.initializer;
    const named = { only: [...elements], orderBy: elements.slice(0, 1) }[property.name.getText()] ?? [];
    return named.filter((each) => literal(each) !== undefined);
  });
}

const textOf = (node: ts.Node) => literal(node) ?? node.getText();

/** Where a call names columns: its filter or rows, its change, its reading. */
const columnsNamed = (call: ts.CallExpression, method: string): ts.Node[] => {
  const [, first, second] = call.arguments;
  return [...membersOf(first), ...(method === 'find' ? readColumns(second) : membersOf(second))];
};

/** Which collections a source names: to the store, or from the map. */
const collectionsNamed = (source: Source): string[] => [
  ...storeCalls(source).map(({ name }) => name),
  ...source.nodes.map(ofMap).filter((name) => name !== undefined),
];

function undeclaredIn(source: Source, map: Declared): Finding[] {
  return storeCalls(source).flatMap(({ call, method, name }): Finding[] => {
    const collection = map[name];
    if (!collection)
      return [
        {
          place: placeOf(source, call),
          what: `collection ${name} is not declared`,
          remedy: `declare it under ${FOLDER} with a purpose and a life for each field`,
        },
      ];
    const columns = ['_id', ...columnsOf(collection).map(({ column }) => column)];
    return columnsNamed(call, method)
      .filter((node) => !columns.includes(textOf(node)))
      .map((node) => ({
        place: placeOf(source, node),
        what: `column ${name}.${textOf(node)} is not declared`,
        remedy: `declare the field under ${FOLDER} with a purpose and a life`,
      }));
  });
}

/** Whether a node takes a database of the cloud's client, or a collection of a database. */
const isAround = (node: ts.Node): boolean => {
  if (ts.isBindingElement(node)) return (node.propertyName ?? node.name).getText() === 'database';
  const member = memberOf(node)?.member;
  return (
    member === 'database' ||
    (member === 'collection' && ts.isCallExpression(node.parent) && node.parent.expression === node)
  );
};

/** Places that reach the database past the store's port, which checks every row against the map. */
const around = (source: Source): Finding[] =>
  source.nodes
    .filter((node) => !adapters.includes(source.path) && isAround(node))
    .map((node) => ({
      place: placeOf(source, node),
      what: `the database is reached directly (${node.getText().slice(0, 40)})`,
      remedy: `go through the store, which refuses what the map does not declare`,
    }));

/** Collections and columns that the functions use and the map does not declare, or the other way round. */
export function collectionDrift(sources: readonly Source[], map: Declared = dataMap): Finding[] {
  const functions = sources.filter(({ path }) => path.startsWith('cloudfunctions/'));
  const collections = new Set(functions.flatMap(collectionsNamed));
  const mentions = sources
    .filter(({ path }) => !path.startsWith('src/contracts/data-map/'))
    .map((source) => mentionsIn(source));
  const unused = Object.entries(map).flatMap(([name, { fields }]): Finding[] => {
    const place = `${FOLDER}/${name.replaceAll('_', '-')}.ts`;
    const vain = (what: string) => ({
      place,
      what: `${what} is declared and nothing uses it`,
      remedy: 'take it out',
    });
    if (!collections.has(name)) return [vain(`collection ${name}`)];
    return Object.keys(fields)
      .filter((field) => !isFieldUsed(mentions, name, field))
      .map((field) => vain(`field ${name}.${field}`));
  });
  return [...sources.flatMap(around), ...functions.flatMap((source) => undeclaredIn(source, map)), ...unused];
}
