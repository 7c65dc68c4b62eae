import ts from 'typescript';
import { nodesOf, parsed, placeOf, sourcesUnder, type Source } from './trees';

const calls = (source: Source) => nodesOf(source, ts.isCallExpression);
const calledAs = (source: Source, call: ts.CallExpression) => call.expression.getText(source.tree);

/** Members that a log line may have: what ran, how it ended, how long it took, how much it did. Nothing of a person. */
const members = [
  'function',
  'action',
  'outcome',
  'ms',
  'fault',
  'left',
  'recipient',
  'disclosure',
  'heldBack',
  'found',
];
/** What their values may be made of: literals, names of functions and operations, codes, counts and times. */
const values = [
  'counts',
  'skipped',
  'size',
  'name',
  'known',
  'given',
  'action',
  'result',
  'ok',
  'error',
  'code',
  'began',
  // Names of collections.
  'found',
  // A recipient's id and a disclosure's random one.
  'to',
  '_id',
  'length',
];
const builtin = ['faultOf', 'Date', 'now', 'String', 'Error', 'undefined'];

/** What a call of `log` says that it may not. */
function badIn(source: Source): string[] {
  return calls(source)
    .filter((call) => calledAs(source, call) === 'log')
    .flatMap((call) => {
      const [, line] = call.arguments;
      if (!line || !ts.isObjectLiteralExpression(line)) return [`${placeOf(source, call)} is no plain line`];
      const names = line.properties.flatMap(({ name }) => name?.getText(source.tree) ?? []);
      const used = nodesOf({ ...source, tree: line as never }, ts.isIdentifier).map(({ text }) => text);
      const known = [...members, ...values, ...builtin];
      return [
        ...names.filter((name) => !members.includes(name)),
        ...used.filter((name) => !known.includes(name)),
      ].map((name) => `${placeOf(source, call)} ${name}`);
    });
}

const functions = sourcesUnder('cloudfunctions');

describe('the logs, which CloudBase keeps beyond our reach', () => {
  it('are written in one way only: nothing in the functions writes to the console or a stream', () => {
    const written = functions.flatMap((source) =>
      calls(source)
        .filter((call) => /^(console\b|process\.std(out|err)\b)/.test(calledAs(source, call)))
        .map((call) => placeOf(source, call)),
    );
    expect(written).toEqual([]);
  });

  it('[P38] hold nothing of a person: only names, outcomes, counts and times', () => {
    const logging = functions.filter((source) =>
      calls(source).some((call) => calledAs(source, call) === 'log'),
    );
    expect(logging.length).toBeGreaterThan(1);
    expect(functions.flatMap(badIn)).toEqual([]);
  });

  it.each([
    ['an openid as a member', `log('info', { openid });`],
    ['an openid as a value', `log('info', { action: call.openid });`],
    ['a number in a template', 'log("error", { fault: `no ${number}` });'],
    ['the words of a request', `log('info', { function: name, ...details });`],
    ['something after a generic function', `const a = <T>(b: T) => b; log('info', { openid });`],
    ['a line made elsewhere', `log('info', line);`],
  ])('are found to hold %s', (_, text) => {
    expect(badIn(parsed('x.ts', text))).not.toEqual([]);
  });

  it('may say how a call ended', () => {
    expect(
      badIn(parsed('x.ts', `log('info', { function: name, outcome: 'ok', ms: Date.now() - began });`)),
    ).toEqual([]);
  });
});
