import ts from 'typescript';
import { nodesOf, parsed, placeOf, sourcesUnder, type Source } from './trees';

/** Where Chinese belongs, each with its reason. */
const homes: Readonly<Record<string, string>> = {
  'src/copy/': 'what pages say',
  'cloudfunctions/copy/': 'what the back end says to people and staff',
  'src/contracts/': 'labels, errors and promises are part of the contract',
  'src/data/': 'generated tables',
  'cloudfunctions/domain/policy/': 'the policy itself and the headings it is compiled by',
  'cloudfunctions/domain/calendar/statutory-days.ts': 'a table of notices and holidays, with their sources',
};

/** Titles of pages: Taro reads these files at build time, one literal object each. */
const isPageConfig = (path: string) => /^src\/(app|pages\/.+\/index)\.config\.ts$/.test(path);

const isHome = (path: string) =>
  isPageConfig(path) || Object.keys(homes).some((home) => path.startsWith(home));

type Text = ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail | ts.JsxText;
const isText = (node: ts.Node): node is Text =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isJsxText(node);

/** The Chinese that a source holds outside its comments, with the places. */
const chineseIn = (source: Source): string[] =>
  nodesOf(source, isText)
    .filter(({ text }) => /\p{Script=Han}/u.test(text))
    .map((node) => `${placeOf(source, node)} ${node.text.trim()}`);

describe('Chinese that people read', () => {
  it('stands in its own files, and nowhere between the code', () => {
    const others = sourcesUnder('src', 'cloudfunctions').filter(({ path }) => !isHome(path));
    expect(others.length).toBeGreaterThan(80);
    expect(others.flatMap(chineseIn)).toEqual([]);
  });

  it.each([
    ['a string', `const a = '您好';`],
    ['a template', 'const a = `${n} 天`;'],
    ['the end of a template', 'const a = `${n}${m} 天`;'],
    ['text between tags', 'const a = <View>您好</View>;'],
    ['an attribute', 'const a = <Field label="手机号" />;'],
  ])('is found as %s', (_, text) => {
    expect(chineseIn(parsed('x.tsx', text))).toHaveLength(1);
  });

  it('may be in a comment', () => {
    expect(chineseIn(parsed('x.ts', '/** 手机号 */ const a = 1; // 您好'))).toEqual([]);
  });
});
