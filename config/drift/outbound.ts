import ts from 'typescript';
import { recipients, type RecipientId } from '../../src/contracts/data-map/recipients';
import { doors } from './doors';
import { hostDrift } from './hosts';
import { calledAs, literal, placeOf, type Finding, type Source } from './sources';

const TABLE = 'config/drift/doors.ts';

/** The browser build speaks with the address it came from, and no other: a path, never a host. */
const ownHost = ['src/platform/call-function.h5.ts', 'src/platform/wechat.h5.ts'];

const globals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon'];
const taro = ['request', 'downloadFile', 'uploadFile', 'connectSocket', 'createUDPSocket', 'createTCPSocket'];
const modules =
  /^(node:)?(https?|http2|net|tls|dgram|dns)(\/.*)?$|^(undici|axios|got|node-fetch|ws|superagent)$/;

/** What a module that can send also offers to who only reads: a call's context, or whether a text is an IP address. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  '@cloudbase/node-sdk': ['getCloudbaseContext'],
  'node:net': ['isIP', 'isIPv4', 'isIPv6'],
};

/** Whether an import takes, and its file uses, only harmless members of a module. */
function isHarmless({ importClause, moduleSpecifier }: ts.ImportDeclaration, file: ts.SourceFile): boolean {
  const members = harmless[literal(moduleSpecifier) ?? ''];
  if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (!members) return false;
  const { name, namedBindings } = importClause ?? {};
  const named = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
  if (namedBindings && !ts.isNamedImports(namedBindings)) return false;
  const used = name
    ? [...file.text.matchAll(new RegExp(`\\b${name.text}\\b(?!\\.(${members.join('|')})\\b)`, 'g'))]
    : [];
  // The import itself is the one other place that names it.
  return used.length <= 1 && named.every((each) => members.includes((each.propertyName ?? each.name).text));
}

/** What a node sends with, if it sends: a global, a Taro call, or an imported package. */
function meansOf(node: ts.Node, packages: readonly string[]): string | undefined {
  if (ts.isImportDeclaration(node)) {
    const name = literal(node.moduleSpecifier) ?? '';
    const isPackage = packages.some((each) => name === each || name.startsWith(`${each}/`));
    return (modules.test(name) || isPackage) && !isHarmless(node, node.getSourceFile()) ? name : undefined;
  }
  if (ts.isCallExpression(node)) {
    const { on, method } = calledAs(node);
    if (['import', 'require'].includes(node.expression.getText())) {
      const name = literal(node.arguments[0]) ?? '';
      return modules.test(name) || packages.includes(name) ? name : undefined;
    }
    if (globals.includes(method) && ['', 'globalThis', 'window', 'navigator'].includes(on))
      return isShadowed(node, method) ? undefined : method;
    if (taro.includes(method) && ['Taro', 'wx'].includes(on)) return `${on}.${method}`;
  }
  return ts.isNewExpression(node) && globals.includes(node.expression.getText())
    ? node.expression.getText()
    : undefined;
}

/** Whether a name is a parameter or a variable of the file itself, and so not the global. */
function isShadowed(node: ts.Node, name: string): boolean {
  for (let scope: ts.Node | undefined = node; scope; scope = scope.parent as ts.Node | undefined) {
    if (ts.isFunctionLike(scope) && scope.parameters.some((each) => bindingNames(each.name).includes(name)))
      return true;
  }
  return false;
}

const bindingNames = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((each) => (ts.isBindingElement(each) ? bindingNames(each.name) : []));

function sendsIn(source: Source, table: typeof doors): Finding[] {
  const packages = Object.values({ ...doors, ...table }).flatMap(({ by }) => by);
  return source.nodes.flatMap((node): Finding[] => {
    const means = meansOf(node, packages);
    if (means === undefined) return [];
    const door = table[source.path];
    if (door?.by.some((each) => means === each || means.startsWith(`${each}/`))) return [];
    if (ownHost.includes(source.path) && means === 'fetch' && isOwnPath(node as ts.CallExpression)) return [];
    return [
      {
        place: placeOf(source, node),
        what: `data can leave here (${means})`,
        remedy: `go through cloudfunctions/platform/outbound.ts, or declare the door in ${TABLE} with its recipient`,
      },
    ];
  });
}

/** Whether an address begins with a path of the own host; a template counts by how it begins. */
function isOwnPath(call: ts.CallExpression): boolean {
  const [address] = call.arguments;
  const text = address && ts.isTemplateExpression(address) ? address.head.text : literal(address);
  return /^\/(?!\/)/.test(text ?? '');
}

/** Ways out of the system that the map does not declare, doors that nothing uses and recipients without a door. */
export function outboundDrift(sources: readonly Source[], table: typeof doors = doors): Finding[] {
  const product = sources.filter(({ path }) => !path.startsWith('src/contracts/promises/'));
  const closed = Object.entries(table).flatMap(([path, { by }]): Finding[] => {
    const source = product.find((each) => each.path === path);
    const used = source?.nodes.some((node) => {
      const means = meansOf(node, by) ?? '';
      return by.some((each) => means === each || means.startsWith(`${each}/`));
    });
    return used === true
      ? []
      : [{ place: TABLE, what: `nothing leaves through ${path}`, remedy: 'take the door out of the table' }];
  });
  const reached = new Set(Object.values(table).flatMap(({ to }) => to));
  const unreached = (Object.keys(recipients) as RecipientId[])
    .filter((id) => !reached.has(id))
    .map((id) => ({
      place: 'src/contracts/data-map/recipients.ts',
      what: `recipient ${id} is declared and no door leads to it`,
      remedy: `take it out, or name its door in ${TABLE}`,
    }));
  return [
    ...product.flatMap((source) => sendsIn(source, table)),
    ...product.flatMap(hostDrift),
    ...closed,
    ...unreached,
  ];
}
