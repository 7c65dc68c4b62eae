import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One source file of the product, parsed. */
export interface Source {
  /** From the root of the project, with forward slashes. */
  path: string;
  tree: ts.SourceFile;
  nodes: readonly ts.Node[];
  /** What in the same file a name stands for, by the language's scopes; undefined for what the runtime brings. */
  declarationOf: (name: ts.Identifier) => ts.Declaration | undefined;
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

/** Each file by itself: without the language's declarations and imports it takes two seconds and not twenty. */
const alone: ts.CompilerOptions = {
  noLib: true,
  noResolve: true,
  types: [],
  jsx: ts.JsxEmit.Preserve,
  target: ts.ScriptTarget.Latest,
  moduleDetection: ts.ModuleDetectionKind.Force,
};

function declarationOf(checker: ts.TypeChecker, name: ts.Identifier): ts.Declaration | undefined {
  const symbol = ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : ts.isExportSpecifier(name.parent)
      ? checker.getExportSpecifierLocalTargetSymbol(name.parent)
      : checker.getSymbolAtLocation(name);
  return symbol?.declarations?.[0];
}

/** Parses texts by their paths' endings: as JSX, a generic arrow function would swallow the rest of a plain file. */
function parsedAll(texts: ReadonlyMap<string, string>): Source[] {
  const program = ts.createProgram([...texts.keys()], alone, {
    getSourceFile: (path, options) => ts.createSourceFile(path, texts.get(path) ?? '', options, true),
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    writeFile: () => undefined,
    getDefaultLibFileName: () => '',
    getCurrentDirectory: () => '',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
  const checker = program.getTypeChecker();
  return program.getSourceFiles().map((tree) => ({
    path: tree.fileName,
    tree,
    nodes: nodesIn(tree),
    declarationOf: (name) => declarationOf(checker, name),
  }));
}

/** One text as the file at a path. */
export const parsed = (path: string, text: string): Source => parsedAll(new Map([[path, text]]))[0] as Source;

/** Every TypeScript source under some folders of `root`; generated tables under src/data hold no code. */
export function sourcesUnder(root: string, ...folders: string[]): Source[] {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file).replaceAll('\\', '/'))
      .filter((path) => !path.startsWith('src/data/')),
  );
  return parsedAll(new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])));
}

/** Where a node stands, as `path:line`. */
export const placeOf = ({ path, tree }: Source, node: ts.Node): string =>
  `${path}:${String(tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1)}`;

/** One finding as one line. */
export const asLine = ({ place, what, remedy }: Finding): string => `${place}  ${what}; ${remedy}`;

/** The text of a literal, or undefined. */
export const literal = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined;
