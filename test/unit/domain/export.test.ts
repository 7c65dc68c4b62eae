import fc from 'fast-check';
import { dataMap } from '../../../src/contracts/data-map';
import { presentWhole } from '../../../src/contracts/data-map/derive/presentation';
import type { Collection } from '../../../src/contracts/data-map/grammar';
import { purposes } from '../../../src/contracts/data-map/vocabulary';
import { exportFiles, type ExportedCollection } from '../../../cloudfunctions/domain/export/files';
import { oldestFirst } from '../../../cloudfunctions/domain/export/order';
import { inWords } from '../../../cloudfunctions/domain/export/words';
import { purposeGranted } from '../../../cloudfunctions/domain/receipt/body';
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
    ['requests', 'dueOn', '2026-11-25', '2026年11月25日'],
    ['requests', 'details', '{"field":"age","value":"teen"}', '项目：年龄段；改成：14 至 17 周岁'],
    ['requests', 'details', '{"fields":"address,nickname","words":"备份"}', '项目：地址、昵称；备份'],
    ['requests', 'details', '{"other":"teen"}', '{"other":"teen"}'],
    ['disclosures', 'to', 'visit', '示例关联公司（上门服务）'],
    ['disclosures', 'to', '某市公安局', '某市公安局'],
    ['disclosures', 'kind', 'deletion', '通知删除'],
    ['disclosures', 'state', 'refused', '没有提供'],
    ['disclosures', 'fields', '["accounts.phone","accounts.nickname"]', '手机号、昵称'],
    ['accounts', 'nickname', 'done', 'done'],
    ['accounts', 'city', '440300', '深圳'],
    ['accounts', 'city', '999999', '999999'],
    ['accounts', 'nickname', '2026-11-25', '2026-11-25'],
    ['requests', 'reply', 'toString', 'toString'],
  ])('says %s.%s %s as %s', (collection, field, value, words) => {
    expect(inWords(collection, field, value)).toBe(words);
  });

  it.each([
    [
      {
        recipient: 'survey',
        fields: ['accounts.nickname', 'accounts.city'],
        terms: 'ab',
        policyVersion: '1',
      },
      '接收方：示例合作方（满意度回访）；涉及的信息：昵称、所在城市；隐私政策版本：1',
    ],
    [
      purposeGranted('analytics', { version: '1', digest: 'ab' }),
      '用途：使用情况统计；同意的内容：知道哪些页面难用，好去改进。 页面、来自哪一页、停留时间、时间；隐私政策版本：1',
    ],
    [
      purposeGranted('locate', { version: '1', digest: 'ab' }),
      `用途：定位找城市；同意的内容：${purposes.locate.why}；隐私政策版本：1`,
    ],
    [
      { requestId: 'r1', kind: 'delete', verifiedBy: 'session and bound phone' },
      '请求类型：删除信息；核实身份的办法：登录的微信和绑定的手机号',
    ],
    [{ field: 'nickname', cleared: true }, '项目：昵称；清空：是'],
    [
      { requestId: 'r1', field: 'details', role: 'second', reason: '核对' },
      '项目：您的说明；工作人员的身份：复核人；原因：核对',
    ],
    [
      { field: 'accounts.phone', from: '2026-03-02T16:30:00.000Z', to: '2026-03-03T16:30:00.000Z' },
      '项目：手机号；从：2026年3月3日 00:30（北京时间）；到：2026年3月4日 00:30（北京时间）',
    ],
    [
      { field: 'wechatId', from: '示例合作方', exception: 'news', consentReference: null },
      '项目：微信号；从：示例合作方；依据：合法的新闻报道',
    ],
    [
      { requestId: 'r1', decision: 'refuse', reasonCode: 'malice' },
      '决定：不同意；理由：有充分证据表明存在主观恶意或滥用权利',
    ],
  ])('says the content %j of an event in words, without its salt', (body, words) => {
    expect(inWords('ledger', 'content', JSON.stringify({ salt: 'f00d', body }))).toBe(words);
  });

  it('leaves an event of digests alone to the JSON', () => {
    const content = { salt: 'f00d', body: { sha256: 'ab' } };
    const row = presentWhole(dataMap.ledger, { type: 'account.exported', at, content });
    const files = exportFiles([{ name: 'ledger', label: '存证', rows: [row] }], at);
    expect(files['data.json']).toContain('f00d');
    for (const name of ['index.html', 'ledger.csv'])
      expect(files[name]).not.toMatch(/f00d|sha256|内容<\/dt>/);
  });

  it('says in Beijing time when it was made', () => {
    expect(exportFiles([], at)['index.html']).toContain('生成时间：2026年3月2日 10:00（北京时间）');
  });

  it('has the chain by its number and all else by time, whatever the ids say', () => {
    const chain = Array.from({ length: 12 }, (_, index) => ({
      _id: `s.${String(index + 1)}`,
      seq: index + 1,
    }));
    const byText = [...chain].sort((one, other) => (one._id < other._id ? -1 : 1));
    expect(byText).not.toEqual(chain);
    expect(oldestFirst(dataMap.ledger, byText as never)).toEqual(chain);
    const late = { _id: 'a', submittedAt: '2026-03-03T02:00:00.000Z' };
    const early = { _id: 'b', submittedAt: at };
    expect(oldestFirst(dataMap.requests, [late, early] as never)).toEqual([early, late]);
  });

  it('has an order for each collection of many rows', () => {
    const linked = Object.values(dataMap as Record<string, Collection>).filter(
      ({ link }) => link.by === 'field',
    );
    const [low, high] = ['2026-01-01', '2026-01-02'];
    for (const declared of linked) {
      const rows = [high, low].map((time) =>
        Object.fromEntries(['at', 'createdAt', 'submittedAt', 'newest', 'seq'].map((name) => [name, time])),
      );
      expect(oldestFirst(declared, rows as never)[0]).toMatchObject({ at: low });
    }
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
