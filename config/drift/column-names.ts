import ts from 'typescript';
import { literal, type Source } from './sources';

/** What a source says that may be a collection, or a column of one. */
interface Mentions {
  /** Collections: a text or a type of that name, a member of the map, or an import of the declaration. */
  readonly collections: Set<string>;
  /** Members that are read, taken apart, written or part of a type, and texts. */
  readonly members: Set<string>;
  readonly texts: Set<string>;
}

/** The collection that a node takes of the map, as `dataMap.accounts`, or as its type. */
export function ofMap(node: ts.Node): string | undefined {
  const [map, member]: ts.Node[] = ts.isPropertyAccessExpression(node)
    ? [node.expression, node.name]
    : ts.isQualifiedName(node)
      ? [node.left, node.right]
      : [];
  return map && ts.isIdentifier(map) && map.text === 'dataMap' && member && ts.isIdentifier(member)
    ? member.text
    : undefined;
}

const declaredIn = (node: ts.Node): string | undefined =>
  ts.isImportDeclaration(node)
    ? /\/collections\/([\w-]+)$/.exec(literal(node.moduleSpecifier) ?? '')?.[1]?.replaceAll('-', '_')
    : undefined;

/** The name that a node gives to a member where a column may stand. */
function memberNamed(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) {
    // What is called is a method, and no column.
    const isCalled = ts.isCallExpression(parent.parent) && parent.parent.expression === parent;
    return parent.name === node && !isCalled ? node.text : undefined;
  }
  if (ts.isBindingElement(parent))
    return ts.isObjectBindingPattern(parent.parent) && (parent.propertyName ?? parent.name) === node
      ? node.text
      : undefined;
  const isMember =
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isPropertySignature(parent);
  return isMember && parent.name === node ? node.text : undefined;
}

/** What a source mentions. */
export function mentionsIn({ nodes }: Source): Mentions {
  const known = (find: (node: ts.Node) => string | undefined) =>
    nodes.map(find).filter((name) => name !== undefined);
  const texts = known(literal);
  return {
    collections: new Set([...texts, ...known(ofMap), ...known(declaredIn)]),
    members: new Set([...texts, ...known(memberNamed)]),
    texts: new Set(texts),
  };
}

/**
 * Whether a field is used: by its name or its digest's, as a member where the collection is spoken of, or anywhere as a
 * path such as `accounts.phone`. A field of the same name in another collection's file proves nothing.
 */
export const isFieldUsed = (mentions: readonly Mentions[], collection: string, field: string): boolean =>
  mentions.some(
    ({ collections, members, texts }) =>
      texts.has(`${collection}.${field}`) ||
      (collections.has(collection) && (members.has(field) || members.has(`${field}Digest`))),
  );
