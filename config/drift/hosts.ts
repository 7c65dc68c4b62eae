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

/** Addresses written into the code, which no declaration of the map stands behind. */
export function hostDrift(source: Source): Finding[] {
  const allowed = Object.entries(mayName).flatMap(([path, hosts]) =>
    source.path.startsWith(path) ? hosts : [],
  );
  return source.nodes.flatMap((node): Finding[] => {
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateHead(node)) return [];
    const pattern = ts.isTemplateHead(node)
      ? /\b(https?|wss?):\/\/[^\s'"]*/i
      : /\b(https?|wss?):\/\/\w[^\s'"]*/i;
    const address = pattern.exec(node.text)?.[0];
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
