import ts from 'typescript';
import { guarded } from '../../src/contracts/data-map/interfaces';
import { reachesIn } from './reaches';
import { literal, placeOf, type Finding, type Source } from './sources';

type Table = typeof guarded;
const TABLE = 'src/contracts/data-map/interfaces.ts';

/** By kind of appearance in the text: what a node names there. */
const appearances = {
  openTypes: (node: ts.Node) => attribute(node, 'openType'),
  inputTypes: (node: ts.Node) => attribute(node, 'type'),
  scopes: (node: ts.Node) => literals(node),
} as const;

/** By kind of appearance among what a file takes from outside: the name of a reach, if it is one of that kind. */
const reached = {
  apis: (name: string) => /^Taro\.(\w+)/.exec(name)?.[1],
  // Without an import it is the tag of a component that the mini program brings by itself.
  components: (name: string) => /^(?:@tarojs\/components\.)?(\w+)$/.exec(name)?.[1],
} as const;

const literals = (node: ts.Node | undefined): string[] => {
  const text = literal(node);
  return text === undefined ? [] : [text];
};

/** Each literal that an expression may come to: itself, or what it chooses between. */
const valuesOf = (value: ts.Expression | undefined): string[] =>
  value && ts.isConditionalExpression(value)
    ? [value.whenTrue, value.whenFalse].flatMap(valuesOf)
    : literals(value);

/** The values of an attribute of a tag, or of a member of that name in an object, where they are literals. */
function attribute(node: ts.Node, name: string): string[] {
  if (ts.isJsxAttribute(node) && node.name.getText() === name) {
    const { initializer } = node;
    return valuesOf(initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer);
  }
  return ts.isPropertyAssignment(node) && node.name.getText() === name ? valuesOf(node.initializer) : [];
}

/** Each interface that WeChat guards and a source names, with the node that names it. */
function namedIn(source: Source, table: Table) {
  const seen = [
    ...source.nodes.flatMap((node) =>
      kindsOf(appearances).flatMap((kind) => appearances[kind](node).map((name) => ({ kind, node, name }))),
    ),
    ...reachesIn(source).flatMap(({ name, node }) =>
      kindsOf(reached).map((kind) => ({ kind, node, name: reached[kind](name) })),
    ),
  ];
  return seen.flatMap(({ kind, node, name }) =>
    name === undefined
      ? []
      : table.flatMap(([key, each]) => (each[kind]?.includes(name) ? [{ key, name, node }] : [])),
  );
}

const kindsOf = <K extends string>(kinds: Readonly<Record<K, unknown>>) => Object.keys(kinds) as K[];

/** Privacy interfaces that the app uses and the map does not declare, or the other way round. */
export function interfaceDrift(sources: readonly Source[], table: Table = guarded): Finding[] {
  const app = sources.filter(({ path }) => path.startsWith('src/') && !path.startsWith('src/contracts/'));
  const declared = new Set(table.flatMap(([, { use }]) => use?.by ?? []));
  const named = app.flatMap((source) => namedIn(source, table).map((each) => ({ ...each, source })));
  const used = new Set(named.map(({ name }) => name));
  const undeclared = named
    .filter(({ name }) => !declared.has(name))
    .map(({ key, name, node, source }) => ({
      place: placeOf(source, node),
      what: `privacy interface ${name} is not declared`,
      remedy: `declare it as a use of ${key} in ${TABLE}, and to WeChat, or do without`,
    }));
  const unused = [...declared]
    .filter((name) => !used.has(name))
    .map((name) => ({
      place: TABLE,
      what: `privacy interface ${name} is declared and nothing uses it`,
      remedy: 'take it out of its use, or WeChat will ask what it is for',
    }));
  return [...undeclared, ...unused];
}
