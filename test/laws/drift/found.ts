import { join } from 'node:path';
import { asLine, parsed, sourcesUnder, type Finding, type Source } from '../../../config/drift/sources';

/** A check of the drift, or all of them. */
type Check = (sources: readonly Source[]) => Finding[];

/** A page, and a file of a function, of which the tables know nothing. */
export const page = 'src/pages/trial/index.tsx';
export const job = 'cloudfunctions/account/trial.ts';

/** Every source of the product as it is. */
export const realTree = (): Source[] => sourcesUnder(join(__dirname, '../../..'), 'src', 'cloudfunctions');

/** What a check says of one file. */
export const foundIn = (check: Check, path: string, text: string): string[] =>
  check([parsed(path, text)])
    .filter(({ place }) => place.startsWith(`${path}:`))
    .map(asLine);
