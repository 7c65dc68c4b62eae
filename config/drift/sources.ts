import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One source file of the product, parsed. */
export interface Source {
  /** From the root of the project, with forward slashes. */
  path: string;
  tree: ts.SourceFile;
  nodes: readonly ts.Node[];
}

/** Something in the code that the map does not declare, or something declared that nothing uses. */
export interface Finding {
  place: string;
  what: string;
  /** What to do about it. */
  remedy: string;
}

function nodesIn(tree: ts.SourceFile): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return nodes;
}

/** Parses a text by its path's ending: read as JSX, a generic arrow function would swallow the rest of a plain file. */
export function parsed(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return { path, tree, nodes: nodesIn(tree) };
}

/** Every TypeScript source under some folders of `root`; generated tables under src/data hold no code. */
export const sourcesUnder = (root: string, ...folders: string[]): Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file).replaceAll('\\', '/'))
      .filter((path) => !path.startsWith('src/data/'))
      .map((path) => parsed(path, readFileSync(join(root, path), 'utf8'))),
  );

/** Where a node stands, as `path:line`. */
export const placeOf = ({ path, tree }: Source, node: ts.Node): string =>
  `${path}:${String(tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1)}`;

/** One finding as one line. */
export const asLine = ({ place, what, remedy }: Finding): string => `${place}  ${what}; ${remedy}`;

/** The text of a literal, or undefined. */
export const literal = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined;

/** A call's receiver and method, such as `store` and `find`; the method alone where it is called plainly. */
export function calledAs(call: ts.CallExpression): { on: string; method: string } {
  const { expression } = call;
  if (ts.isPropertyAccessExpression(expression))
    return { on: lastName(expression.expression), method: expression.name.text };
  return { on: '', method: ts.isIdentifier(expression) ? expression.text : '' };
}

/** `job.store` is `store`: what matters is what the value is called where it is used. */
function lastName(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : '';
}

/** Every call in a source. */
export const callsIn = ({ nodes }: Source): ts.CallExpression[] => nodes.filter(ts.isCallExpression);
