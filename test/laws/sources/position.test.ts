import ts from 'typescript';
import { contracts } from '../../../src/contracts';
import { childPurposes } from '../../../cloudfunctions/domain/child';
import { storageKeys } from '../../../src/contracts/data-map/on-device';
import { nodesOf, sourcesUnder, type Source } from './trees';

const sources = sourcesUnder('src', 'cloudfunctions').filter(({ path }) => !path.startsWith('src/data/'));
const pathsWhere = (is: (source: Source) => boolean) => sources.filter(is).map(({ path }) => path);
const says = (source: Source, text: string) =>
  nodesOf(source, ts.isStringLiteralLike).some((node) => node.text === text);
const names = (source: Source, name: string) =>
  nodesOf(source, ts.isIdentifier).some((node) => node.text === name);

describe('the position of the phone', () => {
  it('[P10] is read by one file, which asks the ledger first', () => {
    expect(pathsWhere((source) => names(source, 'readPosition')).sort()).toEqual([
      'src/features/city/use-locating.ts',
      'src/platform/position.h5.ts',
      'src/platform/position.ts',
    ]);
  });

  it('[P10] has no name in anything that is sent, stored or kept on the phone', () => {
    const isPosition = /latitude|longitude|coordinate|position/i;
    const files = pathsWhere((source) =>
      nodesOf(source, ts.isIdentifier).some(({ text }) => /^l(atitude|ongitude)$/.test(text)),
    );
    expect(
      files.filter((path) => !/^src\/(platform\/(located|position)|features\/city\/nearest)/.test(path)),
    ).toEqual([]);
    expect(Object.keys(storageKeys).filter((key) => isPosition.test(key))).toEqual([]);
  });

  it('[P14] decides nothing: no code but its own asks whether locating was agreed to', () => {
    const asking = pathsWhere((source) => says(source, 'locate'));
    expect(asking.filter((path) => !path.startsWith('src/contracts/data-map/'))).toEqual([
      'src/features/city/use-locating.ts',
    ]);
    expect(childPurposes.locate).toBe(false);
  });

  it('[P14] is no input of any operation', () => {
    const inputs = Object.values(contracts).flatMap((operations) =>
      Object.values(operations).map(({ input }) => JSON.stringify(input)),
    );
    expect(inputs.length).toBeGreaterThan(30);
    expect(inputs.filter((input) => /latitude|longitude/i.test(input))).toEqual([]);
  });
});
