import ts from 'typescript';
import { literal, type Source } from './sources';

/** A call of a method: every name that its receiver goes by, and which method. */
export interface Call {
  call: ts.CallExpression;
  on: readonly string[];
  method: string;
}

/** The receiver and the member's name of `store.find` and `store['find']`. */
export function memberOf(node: ts.Node): { receiver: ts.Expression; member: string } | undefined {
  if (ts.isPropertyAccessExpression(node)) return { receiver: node.expression, member: node.name.text };
  const member = ts.isElementAccessExpression(node) ? literal(node.argumentExpression) : undefined;
  return member === undefined
    ? undefined
    : { receiver: (node as ts.ElementAccessExpression).expression, member };
}

/** The names under which a value was taken up: `db` of `const db = job.store` is `store` too, `db: Store` a `Store`. */
function namesOf(source: Source, node: ts.Node, seen: readonly ts.Node[] = []): string[] {
  if (!ts.isIdentifier(node)) return [memberOf(node)?.member ?? ''];
  const declaration = source.declarationOf(node);
  if (!declaration || seen.includes(declaration)) return [node.text];
  return [node.text, ...earlierNames(source, declaration, [...seen, declaration])];
}

function earlierNames(source: Source, declaration: ts.Declaration, seen: readonly ts.Node[]): string[] {
  if (ts.isBindingElement(declaration)) return [(declaration.propertyName ?? declaration.name).getText()];
  if (ts.isImportSpecifier(declaration)) return [(declaration.propertyName ?? declaration.name).text];
  if (!ts.isVariableDeclaration(declaration) && !ts.isParameter(declaration)) return [];
  const type = declaration.type ? [declaration.type.getText()] : [];
  return declaration.initializer ? [...type, ...namesOf(source, declaration.initializer, seen)] : type;
}

/** Every call of a method in a source. */
export const callsIn = (source: Source): Call[] =>
  source.nodes.filter(ts.isCallExpression).flatMap((call) => {
    const named = memberOf(call.expression);
    return named ? [{ call, on: namesOf(source, named.receiver), method: named.member }] : [];
  });
