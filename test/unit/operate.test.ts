import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argumentsOf, CannotOperate, makeFolder, sentenceOf } from '../../config/operate/run';
import { beijingSecond, breachIn } from '../../config/operate/breach';
import { connect } from '../../config/operate/connect';
import { processingRecord } from '../../config/operate/pack/from-map';
import { dataMap } from '../../src/contracts/data-map';
import type { Collection } from '../../src/contracts/data-map/grammar';
import { purposes } from '../../src/contracts/data-map/vocabulary';

const takes = {
  usage: '用法：见这里',
  options: { out: { type: 'string' }, do: { type: 'boolean' } },
} as const;
const day = { field: 'accounts.phone', from: '2026-11-01', to: '2026-11-02' };

/** The sentence with which something was refused. */
function refusal(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return sentenceOf(error);
  }
  return undefined;
}

describe('an operator’s arguments', () => {
  it.each([
    [['--foo'], '不认识“--foo”，请照上面的写法改。'],
    [['--out'], '“--out”后面还要写它的值。'],
    [['--out', '--do'], '“--out”后面还要写它的值。'],
    [['--do=yes'], '“--do”后面不用写值。'],
    [['word'], '多出了“word”，请去掉它。'],
    [['--out', 'D', 'extra'], '多出了“extra”，请去掉它。'],
  ])('%j are answered with the command’s own usage, and what is wrong', (args, complaint) => {
    expect(() => argumentsOf(takes, args)).toThrow(new CannotOperate(`${takes.usage}\n${complaint}`));
  });

  const needing = {
    ...takes,
    words: [{ is: ['make', 'take'] }, { is: '文件' }, { is: '备注', optional: true }],
  } as const;

  it.each([
    [[], '还要写要做什么，能写的在上面。'],
    [['mkae', 'f'], '没有“mkae”，请照上面的写法改。'],
    [['make'], '还要写文件。'],
    [['make', 'f', 'why', 'more'], '多出了“more”，请去掉它。'],
  ])('%j are too few words, or others than it takes', (args, complaint) => {
    expect(() => argumentsOf(needing, args)).toThrow(new CannotOperate(`${takes.usage}\n${complaint}`));
  });

  it.each([[[]], [['--out', '']]])('%j lack what it cannot do without', (args) => {
    const { need } = argumentsOf(takes, args);
    expect(() => need('out')).toThrow(new CannotOperate(`${takes.usage}\n还要写“--out”和它的值。`));
    expect(argumentsOf(takes, ['--out', 'D']).need('out')).toBe('D');
    expect(argumentsOf(needing, ['take', 'f']).positionals).toEqual(['take', 'f']);
  });

  it('may be as many words as the command takes, and a value may begin with a dash', () => {
    const given = argumentsOf({ ...takes, words: [{ is: '文件' }] }, ['word', '--out', '-ab', '--do']);
    expect(given).toMatchObject({ positionals: ['word'], values: { out: '-ab', do: true } });
  });
});

describe('a folder or file that cannot be used', () => {
  const root = mkdtempSync(join(tmpdir(), 'operate-'));
  const file = join(root, 'file');
  writeFileSync(file, '');
  afterAll(() => {
    chmodSync(root, 0o700);
    rmSync(root, { recursive: true });
  });

  it('is made with every folder above it, again and again', () => {
    const deep = join(root, 'a/b/c');
    makeFolder(deep);
    makeFolder(deep);
    expect(existsSync(deep)).toBe(true);
  });

  it.each([join(file, 'x'), join(file, 'x/y'), file, '/proc/x/y', '/proc/x'])(
    'is refused in one sentence: %s',
    (dir) => {
      expect(
        refusal(() => {
          makeFolder(dir);
        }),
      ).toMatch(/^“\/.+”读写不了：.+。$/);
    },
  );

  it('leaves a bug a bug', () => {
    expect(
      refusal(() => {
        throw new TypeError('x');
      }),
    ).toBeUndefined();
  });
});

describe('a breach as an operator names it', () => {
  it('takes plain days as whole days in Beijing', () => {
    expect(breachIn(day).breach).toMatchObject({
      from: '2026-10-31T16:00:00.000Z',
      to: '2026-11-02T15:59:59.999Z',
    });
    const moment = breachIn({ ...day, from: '2026-11-01T08:00:00+08:00', to: '2026-11-01T00:00:00Z' }).breach;
    expect(moment).toMatchObject({ from: '2026-11-01T00:00:00.000Z', to: '2026-11-01T00:00:00.000Z' });
    expect(beijingSecond('2026-10-31T16:00:00.000Z')).toBe('2026-11-01 00:00:00');
  });

  it.each([
    [
      { field: 'accounts.salary' },
      /^--field “accounts\.salary”.*\n {2}accounts\.openid（[^]*accounts\.phone（账号：手机号）/,
    ],
    [{ field: 'audits.reviewer' }, /^--field/],
    [{ from: 'yesterday' }, /^--from “yesterday”不是日期/],
    [{ to: '2026-02-30' }, /^--to “2026-02-30”不是日期/],
    [{ from: '2026-11-03' }, /^--from 比 --to 晚/],
  ])('%j is refused by its name', (wrong, sentence) => {
    expect(refusal(() => breachIn({ ...day, ...wrong }))).toMatch(sentence);
  });

  it.each(['field', 'from', 'to'] as const)('without --%s it is refused by that name', (name) => {
    const { [name]: _, ...rest } = day;
    expect(refusal(() => breachIn(rest))).toMatch(new RegExp(`^--${name} 没有写`));
  });
});

describe('the local cloud’s port', () => {
  const { PORT } = process.env;
  afterEach(() => {
    if (PORT === undefined) delete process.env['PORT'];
    else process.env['PORT'] = PORT;
  });

  it.each(['abc', '0', '65536', '5210x', '-1', ' '])(
    'is refused in one sentence where it is no port: “%s”',
    (port) => {
      process.env['PORT'] = port;
      expect(refusal(() => connect())).toMatch(/^PORT 写的是“.+”，不是端口，.+。$/);
    },
  );

  it('is the usual one where it is empty', () => {
    process.env['PORT'] = '';
    expect(connect().where).toBe('http://127.0.0.1:5210');
  });
});

describe('the record of processing', () => {
  it('calls no purpose free of consent on which a field rests by consent', () => {
    const fields = (Object.values(dataMap) as Collection[]).flatMap((each) => Object.values(each.fields));
    const resting = fields.flatMap<string>(({ basis, purpose }) =>
      basis === 'consent' ? [purposes[purpose].label] : [],
    );
    const [activities] = processingRecord().tables;
    const free = activities?.rows.filter((row) => row.some((cell) => cell.startsWith('否，属于基本功能')));
    expect(new Set(resting).size).toBeGreaterThan(1);
    expect(free?.map(([label]) => label).filter((label) => resting.includes(String(label)))).toEqual([]);
    expect(free?.length).toBeGreaterThan(0);
  });
});
