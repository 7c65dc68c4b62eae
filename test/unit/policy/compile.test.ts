import { directiveNames } from '../../../config/generate/policy-tables';
import { compilePolicy as compileWith, declaredIn } from '../../../config/generate/compile-policy';
import { policyDigest } from '../../../cloudfunctions/domain/policy/document';
import { practicesOf } from '../../../cloudfunctions/domain/policy/practices';

const practices = practicesOf();
const compilePolicy = (markdown: string) => compileWith(markdown, practices);
const header = '---\nversion: 7\nupdatedOn: 2025-04-25\neffectiveOn: 2025-05-01\n---\n';
const compile = (body: string) => compilePolicy(header + body);

describe('compiling a policy', () => {
  it('makes headings with their section, paragraphs and lists of plain text', () => {
    const policy = compile(
      '\n# 标题\n\n## 2 收集\n\n### 2.1 基本\n\n第一行\n第二行。\n\n- 一\n- 二\n\n1. 甲\n2. 乙\n',
    );
    expect(policy).toMatchObject({ version: '7', updatedOn: '2025-04-25', effectiveOn: '2025-05-01' });
    expect(policy.nodes).toEqual([
      { type: 'heading', depth: 1, text: '标题' },
      { type: 'heading', depth: 2, text: '2 收集', section: '2' },
      { type: 'heading', depth: 3, text: '2.1 基本', section: '2.1' },
      { type: 'paragraph', text: '第一行第二行。' },
      { type: 'list', ordered: false, items: ['一', '二'] },
      { type: 'list', ordered: true, items: ['甲', '乙'] },
    ]);
  });

  it.each([
    ['<script>alert(1)</script>', 'html'],
    ['写信到 <b>这里</b>', 'html'],
    ['[链接](https://example.com)', 'link'],
    ['**加粗**', 'strong'],
    ['![图](a.png)', 'image'],
    ['> 引用', 'blockquote'],
    ['```\n代码\n```', 'code'],
    ['一\n\n***\n\n二', 'thematicBreak'],
    ['行尾两个空格  \n换行', 'break'],
    ['- 一\n  - 二', 'a nested list item'],
    ['[a]: https://example.com', 'definition'],
  ])('refuses %j', (body, what) => {
    expect(() => compile(`\n${body}\n`)).toThrow(`a policy cannot contain ${what}`);
  });

  it('names the line of what it refuses', () => {
    expect(() => compile('\n好的一段。\n\n> 引用\n')).toThrow('line 9:');
  });

  it.each([
    ['no header', '# 标题\n'],
    ['no version', header.replace('version: 7\n', '')],
    ['a version that is not a number', header.replace('7', 'v7')],
    ['a date that is not a day', header.replace('2025-05-01', '1 May')],
    ['a name it does not know', header.replace('version', 'author: x\nversion')],
  ])('refuses %s', (_, markdown) => {
    expect(() => compilePolicy(markdown)).toThrow(/policy (starts|header)/);
  });
});

describe('a directive', () => {
  it('becomes a table of what is done, each row as wide as the head', () => {
    for (const name of directiveNames) {
      const [table] = compile(`\n{{${name}}}\n`).nodes;
      if (table?.type !== 'table') throw new Error(`${name} is no table`);
      expect(table.rows.length).toBeGreaterThan(3);
      expect(table.rows.filter((row) => row.length !== table.head.length || row.includes(''))).toEqual([]);
    }
  });

  it('names in one row what is done alike, and says every field of the map once', () => {
    const [table] = compile('\n{{collected}}\n').nodes;
    const rows = table?.type === 'table' ? table.rows : [];
    const shown = rows.flatMap(([first = '']) => first.split('：')[1]?.split('、') ?? []);
    expect(shown.sort()).toEqual(
      Object.values(practices.fields)
        .map(({ label }) => label)
        .sort(),
    );
    expect(rows.map(([first]) => first)).toContain('账号：昵称、头像、地址、微信号');
  });

  it('that nobody knows is refused with its line', () => {
    expect(() => compile('\n{{everything}}\n')).toThrow('line 7: a policy cannot contain {{everything}}');
    expect(() => compile('\n{{toString}}\n')).toThrow('a policy cannot contain {{toString}}');
  });

  it('inside a sentence stays text, for a table cannot stand there', () => {
    expect(compile('\n见 {{collected}}。\n').nodes).toEqual([
      { type: 'paragraph', text: '见 {{collected}}。' },
    ]);
  });
});

describe('what a version declares of itself', () => {
  const declared = (lines: string) => declaredIn(header.replace('version: 7', `version: 7\n${lines}`));

  it('is read from its header: ownership, and a high risk with its sentence', () => {
    expect(declaredIn(header)).toEqual({ ownership: null, impact: null });
    expect(declared('ownership: 公司已与某公司合并。').ownership).toBe('公司已与某公司合并。');
    expect(declared('impact: high 新的统计有高风险: 详见报告。').impact).toBe('新的统计有高风险: 详见报告。');
  });

  it.each(['impact: high', 'impact: low 没有风险。', 'ownership: ', 'ownership: 没有句号'])(
    'refuses %j',
    (line) => {
      expect(() => declared(line)).toThrow(/policy header/);
    },
  );
});

describe('the digest', () => {
  const policy = compile('\n# 标题\n\n一段。\n');

  it('is the SHA-256 of the canonical JSON', () => {
    // From the sha256sum command over the canonical JSON typed by hand.
    expect(policy.digest).toBe('93ffbc2b1d8dd9d78ab3aa1512b51a75483c84a8bd6c3d3285e505aa3f0d52f3');
  });

  it('does not depend on the order of members', () => {
    const reordered = policy.nodes.map((node) => Object.fromEntries(Object.entries(node).reverse()));
    expect(policyDigest({ ...policy, nodes: reordered as typeof policy.nodes })).toBe(policy.digest);
  });

  it.each([
    ['a character', compile('\n# 标题\n\n一段！\n')],
    ['the kind of a block', compile('\n# 标题\n\n- 一段。\n')],
    ['the depth of a heading', compile('\n## 标题\n\n一段。\n')],
    ['the version', compilePolicy(header.replace('7', '8') + '\n# 标题\n\n一段。\n')],
    ['a date', compilePolicy(header.replace('05-01', '05-02') + '\n# 标题\n\n一段。\n')],
  ])('changes with %s', (_, other) => {
    expect(other.digest).not.toBe(policy.digest);
  });
});
