import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { literal } from './sources';

/** Own modules that hand on the whole of an SDK, and so count as a package. */
const handles = ['cloudfunctions/platform/cloudbase'];

/** What a module goes by in a reach; undefined for the project's own, which are looked at themselves. */
export function moduleNamed(specifier: ts.Node | undefined, from: string): string | undefined {
  const name = literal(specifier);
  if (name === undefined || name.startsWith('@/')) return undefined;
  if (name === '@tarojs/taro') return 'Taro';
  if (!name.startsWith('.')) return builtinModules.includes(name) ? `node:${name}` : name;
  const own = posix.join(posix.dirname(from), name);
  return handles.includes(own) ? own : undefined;
}

/** What a declaration takes of a module: members by name, all of it, or nothing itself, having it loaded. */
interface Taken {
  members: ts.ImportOrExportSpecifier[];
  whole: 'taken' | 'loaded' | 'no';
}

/** The name by which a module offers what a specifier takes. */
export const offeredName = ({ propertyName, name }: ts.ImportOrExportSpecifier): string =>
  (propertyName ?? name).text;

/** What an export passes on of a module. */
export function passedOn({ isTypeOnly, exportClause }: ts.ExportDeclaration): Taken {
  const elements = exportClause && ts.isNamedExports(exportClause) ? exportClause.elements : undefined;
  if (isTypeOnly) return { members: [], whole: 'no' };
  return { members: elements?.filter((each) => !each.isTypeOnly) ?? [], whole: elements ? 'no' : 'taken' };
}

/** What an import takes by name; what is taken through a name for the whole module shows where that is used. */
export function imported({ importClause }: ts.ImportDeclaration): Taken {
  const bindings = importClause?.namedBindings;
  const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
  const values = elements.filter((each) => !each.isTypeOnly);
  const members = values.filter((each) => offeredName(each) !== 'default');
  const isType =
    importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
    (elements.length > 0 && values.length === 0 && !importClause?.name);
  return isType ? { members: [], whole: 'no' } : { members, whole: members.length > 0 ? 'no' : 'loaded' };
}

/** The module that a name stands for as a whole, by `import name`, `import * as name` or its member `default`. */
export function moduleBehind(declaration: ts.Declaration, from: string): string | undefined {
  const isWhole =
    ts.isImportClause(declaration) ||
    ts.isNamespaceImport(declaration) ||
    (ts.isImportSpecifier(declaration) && offeredName(declaration) === 'default');
  return isWhole
    ? moduleNamed(ts.findAncestor(declaration, ts.isImportDeclaration)?.moduleSpecifier, from)
    : undefined;
}
