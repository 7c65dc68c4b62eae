import ts from 'typescript';
import { guarded } from '../../src/contracts/data-map/interfaces';
import { literal, placeOf, type Finding, type Source } from './sources';

type Table = typeof guarded;
const TABLE = 'src/contracts/data-map/interfaces.ts';

/** By kind of appearance in code: what a node names there, if it names anything. */
const appearances = {
  apis(node: ts.Node): string | undefined {
    // Taro.getLocation, const { getLocation } = Taro, Taro['getLocation'].
    if (ts.isPropertyAccessExpression(node)) return node.name.text;
    if (ts.isBindingElement(node)) return (node.propertyName ?? node.name).getText();
    return ts.isElementAccessExpression(node) ? literal(node.argumentExpression) : undefined;
  },
  openTypes: (node: ts.Node) => attribute(node, 'openType'),
  inputTypes: (node: ts.Node) => attribute(node, 'type'),
  components: (node: ts.Node) =>
    ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node) ? node.tagName.getText() : undefined,
  scopes: (node: ts.Node) => literal(node),
} as const;

/** The value of an attribute of a tag, or of a member of that name in an object, where it is a literal. */
function attribute(node: ts.Node, name: string): string | undefined {
  if (ts.isJsxAttribute(node) && node.name.getText() === name) {
    const { initializer } = node;
    return literal(initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer);
  }
  return ts.isPropertyAssignment(node) && node.name.getText() === name
    ? literal(node.initializer)
    : undefined;
}

/** Each interface that WeChat guards and a source names, with the node that names it. */
function namedIn({ nodes }: Source, table: Table) {
  const kinds = Object.keys(appearances) as (keyof typeof appearances)[];
  return nodes.flatMap((node) =>
    kinds.flatMap((kind) => {
      const name = appearances[kind](node);
      if (name === undefined) return [];
      return table.flatMap(([key, each]) => (each[kind]?.includes(name) ? [{ key, name, node }] : []));
    }),
  );
}

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
