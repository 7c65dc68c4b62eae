import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { currentPolicy } from '../../cloudfunctions/domain/policy/archive';
import { contracts } from '../../src/contracts';
import { promises, type PolicyPromise } from '../../src/contracts/promises';

const root = join(__dirname, '../..');
const table: readonly PolicyPromise[] = promises;
const kept = table.filter((promise) => promise.kept);

/** The titles of every test and group that runs, each with the file it stands in. */
function titlesUnder(folder: string): { title: string; file: string }[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
  return files.flatMap((file) => titlesOf(readFileSync(file, 'utf8')).map((title) => ({ title, file })));
}

/** The first argument of each call that `it`, `test` or `describe` begins; a skipped one proves nothing. */
function titlesOf(source: string): string[] {
  const tree = ts.createSourceFile('file.tsx', source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText(tree);
      const [title] = node.arguments;
      if (/^(it|test|describe)\b/.test(called) && !/\.(skip|todo)\b/.test(called) && title) {
        if (ts.isStringLiteralLike(title)) titles.push(title.text);
        else if (ts.isTemplateExpression(title)) titles.push(title.getText(tree));
      }
      if (/\.(skip|todo)\b/.test(called)) return;
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return titles;
}

const named = titlesUnder(join(root, 'test')).flatMap(({ title, file }) =>
  [...title.matchAll(/\[(P\d+)\]/g)].map(([, id = '']) => ({ id, file: relative(root, file) })),
);

describe('the table of promises', () => {
  it('holds P01 to P75, each once and in order', () => {
    const expected = Array.from({ length: 75 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`);
    expect(table.map(({ id }) => id)).toEqual(expected);
  });

  it('refers to sections that the current policy has', () => {
    const sections = currentPolicy(new Date()).nodes.flatMap((node) =>
      node.type === 'heading' ? [node.section] : [],
    );
    expect(table.filter(({ section }) => !sections.includes(section)).map(({ id }) => id)).toEqual([]);
  });

  it('says each promise, and each reason for not keeping one yet, in one plain Chinese sentence', () => {
    const sentences = table.flatMap((promise) =>
      promise.kept ? [promise.line] : [promise.line, promise.reason],
    );
    expect(sentences.filter((text) => !/^.{6,50}。$/u.test(text) || !/\p{Script=Han}/u.test(text))).toEqual(
      [],
    );
  });

  it('names operations that exist', () => {
    const timers = ['reconcile', 'retention'];
    const known = Object.entries(contracts).flatMap(([name, operations]) =>
      Object.keys(operations).map((action) => `${name}.${action}`),
    );
    const unknown = table
      .flatMap(({ functions }) => functions)
      .filter((name) => ![...known, ...timers].includes(name));
    expect(unknown).toEqual([]);
  });
});

describe('the tests', () => {
  it('name only promises that exist', () => {
    const ids = table.map(({ id }) => id as string);
    expect(named.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });

  it('are read as they run: a skipped test, a comment or a plain string proves nothing', () => {
    const never = 'skip';
    const source = `
      // it('[P90] comment', f)
      const words = '[P91] string';
      it.${never}('[P92] skipped', f);
      describe.${never}('group', () => { it('[P93] inside', f); });
      describe('[P94] group', () => { it.each([1])('[P95] row %i', f); test(\`[P96] template\`, f); });
    `;
    expect(titlesOf(source).join(' ').match(/P\d+/g)).toEqual(['P94', 'P95', 'P96']);
  });
});

describe.each(kept)('the kept promise $id', ({ id, control }) => {
  it('has a test that carries its id', () => {
    expect(named.map((title) => title.id)).toContain(id);
  });

  it('has a control on a page that exists', () => {
    expect(control).not.toBeNull();
    const page = `src/${control?.page ?? ''}.tsx`;
    expect({ page, exists: existsSync(join(root, page)) }).toEqual({ page, exists: true });
    if (control?.anchor !== undefined) {
      const folder = join(root, 'src');
      const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.tsx'),
      );
      const anchored = sources.some((file) =>
        readFileSync(join(folder, file), 'utf8').includes(`id="${control.anchor ?? ''}"`),
      );
      expect({ anchor: control.anchor, anchored }).toEqual({ anchor: control.anchor, anchored: true });
    }
  });
});
