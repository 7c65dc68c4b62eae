import ts from 'typescript';
import { placeOf, type Finding, type Source } from './sources';

/** Where an address is text for a reader, by the beginning of a path: any, or those that begin so. */
const mayName: Readonly<Record<string, readonly string[]>> = {
  'src/copy/': [''],
  'cloudfunctions/copy/': [''],
  'cloudfunctions/domain/policy/': [''],
  // Where each year's notice of the State Council can be read.
  'cloudfunctions/domain/calendar/statutory-days.ts': ['https://www.gov.cn/'],
  // Names of vocabularies, which nobody fetches.
  'src/contracts/receipt.ts': ['https://w3id.org/'],
  'cloudfunctions/domain/receipt/': ['https://w3id.org/', 'http://purl.org/', 'https://schema.org/'],
};

/**
 * An address of another host, also as a browser still takes it: without its scheme, its slashes, or with backslashes.
 */
const begun = String.raw`\b(?:https?|wss?|ftp):[\\/]*|[\\/]{2}`;
const whole = new RegExp(String.raw`(?:${begun})[\w[][^\s'")]*`, 'i');
/** Of a text to which something is joined, which may be the host. */
const open = new RegExp(String.raw`(?:${begun})(?:$|[\w[][^\s'")]*)`, 'i');

const isTemplatePart = (node: ts.Node): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail =>
  ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);

const isJoined = (node: ts.Node) =>
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  (ts.isBinaryExpression(node.parent) && node.parent.operatorToken.kind === ts.SyntaxKind.PlusToken);

/** Addresses written into the code, which no declaration of the map stands behind. */
export function hostDrift(source: Source): Finding[] {
  const allowed = Object.entries(mayName).flatMap(([path, hosts]) =>
    source.path.startsWith(path) ? hosts : [],
  );
  return source.nodes.flatMap((node): Finding[] => {
    if (!ts.isStringLiteralLike(node) && !isTemplatePart(node)) return [];
    const address = (isJoined(node) ? open : whole).exec(node.text)?.[0];
    if (address === undefined || allowed.some((host) => address.startsWith(host))) return [];
    return [
      {
        place: placeOf(source, node),
        what: `the host ${address} is not declared`,
        remedy: 'a recipient’s address comes from its setting; declare who it is in recipients.ts',
      },
    ];
  });
}
