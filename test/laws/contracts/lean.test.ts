import { transformSync } from '@babel/core';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { accounts } from '@/contracts/data-map/collections/accounts';
import type { Field } from '@/contracts/data-map/grammar';
import { nodesOf, placeOf, sourcesUnder, type Source } from '../sources/trees';
import { operations } from './operations';

const root = path.resolve(__dirname, '../../..');

/** A contract as the phone's build makes it. */
const lean = (file: string): string =>
  transformSync(readFileSync(path.join(root, file), 'utf8'), {
    filename: path.join(root, file),
    configFile: false,
    babelrc: false,
    plugins: [path.join(root, 'config/lean-contracts.cjs')],
    parserOpts: { plugins: ['typescript'] },
  })?.code ?? '';

const onPhone = sourcesUnder('src').filter(({ path: file }) => !/^src\/(contracts|data)\//.test(file));

const members = (source: Source, is: (access: ts.PropertyAccessExpression) => boolean) =>
  nodesOf(source, ts.isPropertyAccessExpression)
    .filter(is)
    .map((node) => placeOf(source, node));

/** A contract's table, one of its operations, and a member that stays behind: `account.register.input`. */
const isPartOfOperation = ({ name, expression }: ts.PropertyAccessExpression): boolean =>
  ['input', 'output', 'labels'].includes(name.text) &&
  ts.isPropertyAccessExpression(expression) &&
  operations.some(([full]) => full === expression.getText());

it('an operation goes to the phone with its name and whether it needs an account, without its schemas', () => {
  const code = lean('src/contracts/account.ts');
  for (const kept of ["operation('register'", "'NOT_REGISTERED'", "writes: 'again'", '...guardian'])
    expect(code).toContain(kept);
  expect(code).not.toMatch(/input:|output:|fields\.|SMS_CODE_WRONG|LOCKED/);
});

it('a collection goes to the phone with what its pages say, without schemas and what the database wants', () => {
  const requests = lean('src/contracts/data-map/collections/requests.ts');
  expect(requests).toContain("label: '");
  expect(requests).toContain('link: {');
  expect(requests).not.toMatch(/\b(schema|indexes|times|optional|correct):/);
  expect(lean('src/contracts/data-map/collections/proposals.ts')).not.toMatch(/\bas: /);
});

it('a list that is none of failures goes to the phone as it is', () => {
  expect(lean('src/contracts/picture-file/png.ts')).toContain("['IHDR', 'PLTE', 'IDAT', 'IEND']");
  expect(lean('src/contracts/guardian.ts')).not.toMatch(/FROZEN|PHONE_MISMATCH/);
});

it('of a collection that belongs to no person the phone has the name alone', () => {
  const anchors = lean('src/contracts/data-map/collections/anchors.ts');
  expect(anchors).toContain("label: '存证锚点'");
  expect(anchors).toContain('fields: {}');
});

it('of the account those fields keep their schemas that a person fills in or has corrected', () => {
  const code = lean('src/contracts/data-map/collections/accounts.ts');
  const kept = [...code.matchAll(/(\w+): {\s*(?:\.\.\.\w+,\s*)+schema:/g)].map(([, name]) => name);
  const corrected = Object.entries<Field>(accounts.fields).filter(([, { correct }]) => correct !== 'never');
  expect(kept.sort()).toEqual(corrected.map(([name]) => name).sort());
});

it('an interface of WeChat goes to the phone as its page says it, without what its forms want', () => {
  const code = lean('src/contracts/data-map/interfaces.ts');
  for (const kept of ["by: ['getFuzzyLocation']", "label: '收集你的位置信息'"]) expect(code).toContain(kept);
  expect(code).not.toMatch(/(apis|openTypes|inputTypes|components|scopes|purposes|fields): \[/);
  expect(code).not.toContain('use: null');
});

it('nothing on the phone reads what stays behind', () => {
  expect(onPhone.flatMap((source) => members(source, isPartOfOperation))).toEqual([]);
  const readsSchema = onPhone.filter(
    (source) => members(source, ({ name }) => name.text === 'schema').length > 0,
  );
  const isForOthers = ({ name }: ts.PropertyAccessExpression) =>
    ['apis', 'openTypes', 'inputTypes', 'scopes', 'indexes', 'environment'].includes(name.text);
  expect(onPhone.flatMap((source) => members(source, isForOthers))).toEqual([]);
  // Each of these asks the account's own fields.
  expect(readsSchema.map(({ path: file }) => file).sort()).toEqual([
    'src/features/information/model.ts',
    'src/features/login/model.ts',
    'src/features/requests/choices.ts',
  ]);
});
