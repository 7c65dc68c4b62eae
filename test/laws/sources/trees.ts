import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../..');

/** One source file of the product, parsed. */
export interface Source {
  /** From the root of the project, with forward slashes. */
  path: string;
  tree: ts.SourceFile;
}

/** Parses a text by its path's ending: read as JSX, a generic arrow function would swallow the rest of a plain file. */
export const parsed = (path: string, text: string): Source => ({
  path,
  tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
});

/** Every TypeScript source under some folders of the product. */
export const sourcesUnder = (...folders: string[]): Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file).replaceAll('\\', '/'))
      .map((path) => parsed(path, readFileSync(join(root, path), 'utf8'))),
  );

/** Every node of a source that a test recognises, in order. */
export function nodesOf<N extends ts.Node>({ tree }: Source, is: (node: ts.Node) => node is N): N[] {
  const found: N[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Where a node stands, for a message. */
export const placeOf = ({ path, tree }: Source, node: ts.Node): string =>
  `${path}:${String(tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1)}`;
