import fc from 'fast-check';
import { dataMap } from '../../../src/contracts/data-map';
import { presentWhole } from '../../../src/contracts/data-map/derive/presentation';
import { exportFiles, type ExportedCollection } from '../../../cloudfunctions/domain/export/files';
import { inWords } from '../../../cloudfunctions/domain/export/words';
import { wholeFactsOf } from '../../laws/arbitrary/facts';

const at = '2026-03-02T02:00:00.000Z';
const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '&lt;already&gt;',
  '换\n行,逗号"引号"',
);
const texts = fc.oneof(hostile, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }));

/** A copy in which the person wrote a text wherever the person can write one. */
const copyWith = (text: string): ExportedCollection[] => {
  const facts = { nickname: text, address: text };
  return [{ name: 'accounts', label: '账号', rows: [presentWhole(dataMap.accounts, facts)] }];
};

/** Reads RFC 4180: quoted cells may hold commas, line breaks and doubled quotes. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/gy;
  for (let found = cell.exec(csv); found && cell.lastIndex <= csv.length; found = cell.exec(csv)) {
    const [whole, text = '', end] = found;
    rows.at(-1)?.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end === '\n') rows.push([]);
    if (whole === '' || end === '') break;
  }
  return rows;
}

const unescaped = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

describe('[P47] the copy a person takes along', () => {
  const random = wholeFactsOf(dataMap.accounts).map((facts): ExportedCollection[] => [
    { name: 'accounts', label: '账号', rows: [presentWhole(dataMap.accounts, facts)] },
    { name: 'requests', label: '请求', rows: [] },
  ]);

  it('is JSON that a program reads, with every presented value in it', () => {
    fc.assert(
      fc.property(random, (collections) => {
        const read = JSON.parse(exportFiles(collections, at)['data.json'] ?? '') as unknown;
        expect(read).toEqual({ madeAt: at, collections });
      }),
    );
  });

  it('is a page and a table that hold every presented value too, in words', () => {
    fc.assert(
      fc.property(random, (collections) => {
        const files = exportFiles(collections, at);
        const page = unescaped(files['index.html'] ?? '');
        const cells = cellsOf((files['accounts.csv'] ?? '').slice(1)).flat();
        const values = collections.flatMap(({ name, rows }) =>
          rows.flat().flatMap(({ field, value }) => (value === null ? [] : [inWords(name, field, value)])),
        );
        expect(values.length).toBeGreaterThan(4);
        expect(values.filter((value) => !page.includes(value))).toEqual([]);
        expect(values.filter((value) => !cells.includes(value) && !cells.includes(`'${value}`))).toEqual([]);
      }),
    );
  });

  it.each([
    ['accounts', 'age', 'adult', '已满 18 周岁'],
    ['requests', 'state', 'done', '已办完'],
    ['ledger', 'type', 'consent.withdrawn', '撤回同意'],
    ['accounts', 'registeredAt', '2026-03-02T16:30:00.000Z', '2026年3月3日 00:30（北京时间）'],
    ['accounts', 'nickname', 'done', 'done'],
    ['requests', 'reply', 'toString', 'toString'],
  ])('says %s.%s %s as %s', (collection, field, value, words) => {
    expect(inWords(collection, field, value)).toBe(words);
  });

  it('has a file for each collection, also for one without rows', () => {
    fc.assert(
      fc.property(random, (collections) => {
        const names = Object.keys(exportFiles(collections, at));
        expect(names.sort()).toEqual(['accounts.csv', 'data.json', 'index.html', 'requests.csv']);
      }),
      { numRuns: 5 },
    );
  });

  it('carries nothing that a browser would run', () => {
    const tags = new Set(
      [...(exportFiles(copyWith('x'), at)['index.html'] ?? '').matchAll(/<[^>]*>/g)].map(String),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const page = exportFiles(copyWith(text), at)['index.html'] ?? '';
        const found = [...page.matchAll(/<[^>]*>/g)].map(String);
        expect(found.filter((tag) => !tags.has(tag))).toEqual([]);
      }),
    );
  });

  it('carries nothing that a spreadsheet would compute', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const csv = exportFiles(copyWith(text), at)['accounts.csv'] ?? '';
        expect(csv.startsWith('\uFEFF')).toBe(true);
        expect(
          cellsOf(csv.slice(1))
            .flat()
            .filter((cell) => /^[=+\-@\t\r]/.test(cell)),
        ).toEqual([]);
      }),
    );
  });
});
