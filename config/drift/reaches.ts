import ts from 'typescript';
import { memberOf } from './calls';
import { imported, moduleBehind, moduleNamed, offeredName, passedOn } from './imports';
import { literal, type Source } from './sources';

/** A place where a file takes something that it does not hold itself: of the runtime, of WeChat or of a package. */
export interface Reach {
  /**
   * A dotted path from a global or a module, as `fetch`, `node:net.isIP` or `Taro.cloud.callFunction`; as far as the
   * code says which member, so whoever hands on the whole of Taro reaches `Taro`.
   */
  name: string;
  node: ts.Node;
  /** A module is loaded and nothing taken of it yet. */
  loads?: true;
}

/** Names of the global object; what is taken of it is a global itself. */
const wholes = ['globalThis', 'window', 'self', 'global', 'top', 'parent', 'frames'];

/** A path without the steps that lead nowhere else: the global object, and a module's `default`. */
function named([first = '', ...members]: readonly string[]): string {
  if (wholes.includes(first)) return members.length === 0 ? 'globalThis' : named(members);
  return [first === 'wx' ? 'Taro' : first, ...members.slice(members[0] === 'default' ? 1 : 0)].join('.');
}

/** The paths that a destructuring takes of a value; a rest and a computed name may be anything of it. */
function takenBy(pattern: ts.BindingName, path: readonly string[]): string[][] {
  if (!ts.isObjectBindingPattern(pattern)) return [[...path]];
  return pattern.elements.flatMap(({ name, propertyName = name, dotDotDotToken }) => {
    const member = ts.isIdentifier(propertyName) ? propertyName.text : literal(propertyName);
    return dotDotDotToken || member === undefined ? [[...path]] : takenBy(name, [...path, member]);
  });
}

const isWrapper = (node: ts.Node) =>
  ts.isParenthesizedExpression(node) ||
  ts.isAsExpression(node) ||
  ts.isNonNullExpression(node) ||
  ts.isSatisfiesExpression(node) ||
  ts.isAwaitExpression(node);

/** Follows a value, where it stands, to the members that are taken of it. */
function pathsFrom(node: ts.Node, path: readonly string[]): string[][] {
  const { parent } = node;
  if (isWrapper(parent)) return pathsFrom(parent, path);
  const access = memberOf(parent);
  if (access?.receiver === node) return pathsFrom(parent, [...path, access.member]);
  return ts.isVariableDeclaration(parent) && parent.initializer === node
    ? takenBy(parent.name, path)
    : [[...path]];
}

const reachesFrom = (node: ts.Node, root: string): Reach[] =>
  pathsFrom(node, [root]).map((path) => ({ name: named(path), node }));

function reachesOfModule(node: ts.ImportDeclaration | ts.ExportDeclaration, module: string): Reach[] {
  const { members, whole } = ts.isImportDeclaration(node) ? imported(node) : passedOn(node);
  const byName = members.map((each) => ({ name: named([module, offeredName(each)]), node: each }));
  if (whole === 'no') return byName;
  return [{ name: module, node, ...(whole === 'loaded' && { loads: true }) }];
}

/** Whether an identifier stands for a value, and is not the name of a member, a label or something new. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isExportSpecifier(parent))
    return !parent.parent.parent.moduleSpecifier && (parent.propertyName ?? parent.name) === node;
  const { name, propertyName, label } = parent as { name?: ts.Node; propertyName?: ts.Node; label?: ts.Node };
  return ![name, propertyName, label].includes(node) && !ts.isJsxClosingElement(parent);
}

function reachesAt(source: Source, node: ts.Node): Reach[] {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const module = moduleNamed(node.moduleSpecifier, source.path);
    return module === undefined ? [] : reachesOfModule(node, module);
  }
  if (ts.isExternalModuleReference(node))
    return [{ name: moduleNamed(node.expression, source.path) ?? 'require', node }];
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    if (literal(node.arguments[0]) === undefined) return [{ name: 'import()', node }];
    const module = moduleNamed(node.arguments[0], source.path);
    return module === undefined ? [] : reachesFrom(node, module);
  }
  if (!ts.isIdentifier(node) || !isUse(node)) return [];
  const declaration = source.declarationOf(node);
  const root = declaration ? moduleBehind(declaration, source.path) : node.text;
  return root === undefined ? [] : reachesFrom(node, root);
}

/** Types do nothing; of what a class extends, the expression runs. */
const isType = (node: ts.Node) =>
  ts.isTypeAliasDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node));

const known = new WeakMap<Source, readonly Reach[]>();

/** Everything that a source takes from outside itself, in the order of the text; each source is read once. */
export function reachesIn(source: Source): readonly Reach[] {
  const before = known.get(source);
  if (before) return before;
  const reaches: Reach[] = [];
  const visit = (node: ts.Node): void => {
    if (isType(node)) return;
    reaches.push(...reachesAt(source, node));
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  known.set(source, reaches);
  return reaches;
}
