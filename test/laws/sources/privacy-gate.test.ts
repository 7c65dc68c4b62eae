import ts from 'typescript';
import { guarded } from '../../../src/contracts/data-map/interfaces';
import { nodesOf, sourcesUnder, type Source } from './trees';

const used = guarded.flatMap(([key, { use }]) => (use ? use.by.map((name) => ({ key, name })) : []));
const sources = sourcesUnder('src').filter(
  ({ path }) => !path.startsWith('src/contracts/') && !path.includes('.h5.'),
);

const names = (source: Source, text: string) =>
  nodesOf(source, ts.isIdentifier).some((node) => node.text === text);

/** `passPrivacy('Location')`, `useGuarded('UserInfo')`: the keys for which a source asks. */
const asksFor = (source: Source): string[] =>
  nodesOf(source, ts.isCallExpression)
    .filter(({ expression }) => /^(passPrivacy|useGuarded)$/.test(expression.getText()))
    .flatMap(({ arguments: [key] }) => (key && ts.isStringLiteral(key) ? [key.text] : []));

/** A member of Taro, or the type of a button; the input's type is Field's own matter. */
const uses = (source: Source, name: string): boolean =>
  nodesOf(source, ts.isPropertyAccessExpression).some((node) => node.getText() === `Taro.${name}`) ||
  nodesOf(source, ts.isPropertyAssignment).some(
    ({ name: member, initializer }) =>
      member.getText() === 'openType' && initializer.getText() === `'${name}'`,
  );

describe('what WeChat guards', () => {
  it.each(used.filter(({ name }) => name !== 'nickname'))(
    'is behind the gate for its own kind wherever it is named: $name',
    ({ key, name }) => {
      const files = sources.filter((source) => uses(source, name));
      expect(files.length).toBeGreaterThan(0);
      expect(files.filter((source) => !asksFor(source).includes(key)).map(({ path }) => path)).toEqual([]);
    },
  );

  it('has the nickname’s keyboard through one part, which listens before, and does without where WeChat does not ask', () => {
    const inputs = sources.filter((source) =>
      nodesOf(source, ts.isJsxOpeningLikeElement).some(({ tagName }) => tagName.getText() === 'Input'),
    );
    expect(inputs.map(({ path }) => path)).toEqual(['src/ui/field.tsx']);
    for (const name of ['readyPrivacy', 'weChatAsks'])
      expect(inputs.filter((source) => !names(source, name))).toEqual([]);
  });

  it('is not even listened for at launch', () => {
    const launch = sources.filter(({ path }) =>
      /^src\/(app|features\/privacy-gate\/store)\.tsx?$/.test(path),
    );
    expect(launch).toHaveLength(2);
    for (const source of launch)
      for (const name of ['readyPrivacy', 'passPrivacy']) expect(names(source, name)).toBe(false);
  });
});
