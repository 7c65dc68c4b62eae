import { guardianCopy } from '@/copy/privacy/child';
import { requestCopy } from '@/copy/privacy/requests';
import { openLeakIn } from '@/features/leak/open-leak';
import { standingOf, wordsOf } from '@/features/leak/standing';
import { minorsKind } from '@/features/privacy-centre/model';
import { valuesOf } from '@/features/requests/choices';
import { routingOf } from '@/features/requests/routing';
import {
  detailLines,
  dueLine,
  goesOnIn,
  isAnsweredForGood,
  isAppealSpent,
  mayTurnElsewhere,
  kindInWords,
  yuanInWords,
  type RequestReading,
} from '@/features/requests/model';

const reading = (more: Partial<RequestReading>) =>
  ({ state: 'done', decision: 'reply', allowed: [], history: [], ...more }) as RequestReading;
const appealed = { at: '2026-11-26T02:00:00.000Z', by: 'subject', state: 'appealed' } as const;

test.each([
  ['a reply', {}, true],
  ['a refusal that can be appealed', { state: 'refused', decision: 'refuse', allowed: ['appeal'] }, false],
  ['an appeal that is being decided', { state: 'appealed' }, false],
  ['a request that was taken back', { state: 'cancelled', decision: null }, false],
] as const)('after %s a complaint is the next step: %#', (_, more, is) => {
  expect(isAnsweredForGood(reading(more as Partial<RequestReading>))).toBe(is);
});

test('[P60] the authority is named with a refusal, and once the one appeal is used and answered', () => {
  const named = (more: Partial<RequestReading>) => mayTurnElsewhere(reading(more));
  expect(named({ state: 'refused', decision: 'refuse', allowed: ['appeal'] })).toBe(true);
  expect(named({ state: 'partly', decision: 'partly', allowed: ['appeal'] })).toBe(true);
  expect(named({ state: 'done', decision: 'reply', history: [appealed] })).toBe(true);
  expect(named({ state: 'done', decision: 'approve', allowed: ['appeal'] })).toBe(false);
  expect(named({ state: 'appealed', decision: 'refuse', history: [appealed] })).toBe(false);
});

test('[P60] an appeal is used once it is answered', () => {
  expect(isAppealSpent(reading({ state: 'refused', decision: 'refuse', history: [appealed] }))).toBe(true);
  expect(isAppealSpent(reading({ state: 'appealed', decision: 'refuse', history: [appealed] }))).toBe(false);
  expect(isAppealSpent(reading({ state: 'refused', decision: 'refuse', allowed: ['appeal'] }))).toBe(false);
});

test('a guardian asks for the information of the child, in the list and the progress as in the form', () => {
  expect(kindInWords('access', true)).toBe('查询孩子的信息');
  expect(kindInWords('access', false)).not.toContain('孩子');
  expect(kindInWords('complaint', true)).toBe(kindInWords('complaint', false));
});

test('a child without a nickname is named as the guardian’s child', () => {
  expect(requestCopy.ward.text(guardianCopy.wardNamed(null, '妈妈'))).toContain('这是替您的孩子提的');
  expect(requestCopy.ward.text(guardianCopy.wardNamed('小明', '妈妈'))).toContain(
    '这是替小明（您是妈妈）提的',
  );
});

test('a correction of the age offers what is not held, and never a child', () => {
  const offered = (present: string | undefined) => valuesOf('age', present)?.map(({ value }) => value);
  expect(offered('adult')).toEqual(['teen']);
  expect(offered('child')).toEqual(['adult', 'teen']);
  expect(offered(undefined)).toEqual(['adult', 'teen']);
});

test('what was asked for is read in words, one item or several', () => {
  expect(detailLines({ fields: 'address,nickname', words: '还有备份' })).toEqual([
    '项目：地址、昵称',
    '还有备份',
  ]);
  expect(detailLines({ fields: 'account' })).toEqual(['项目：整个账号']);
  expect(detailLines(null)).toEqual(['没有写说明']);
});

test.each([
  [1000, '10.00 元'],
  [5, '0.05 元'],
])('a fee of %i fen is %s', (fen, words) => {
  expect(yuanInWords(fen)).toBe(words);
});

test('[P75] who is under 18, or asks for a child, is told that somebody particular handles it', () => {
  expect(routingOf('access', 'teen')).toContain('专门负责未成年人');
  expect(routingOf('complaint', 'child')).toContain('专门负责未成年人');
  expect(routingOf('guardian', 'adult')).toContain('专门负责未成年人');
  expect(routingOf('complaint', 'adult')).toContain('请选“监护人请求”');
  expect(routingOf('access', 'adult')).toBeUndefined();
  expect(routingOf('access', 'adult', 'w1')).toContain('专门负责未成年人');
});

test.each([
  ['adult', 'guardian'],
  ['teen', 'complaint'],
  ['child', 'complaint'],
  [undefined, 'guardian'],
])('[P75] the way in for minors is for %s the kind %s', (age, kind) => {
  expect(minorsKind(age)).toBe(kind);
});

test('a report of a leak stands, was taken back, or is answered', () => {
  expect(
    (['verified', 'in_review', 'cancelled', 'done'] as const).map((state) => standingOf({ state })),
  ).toEqual([...['open', 'open', 'cancelled', 'answered']]);
});

test('[P43] the report that is open is found again, newest first; what is over or unconfirmed is none', () => {
  const list = (...rows: [kind: string, state: string][]) =>
    openLeakIn(rows.map(([kind, state], at) => reading({ id: String(at), kind, state } as never)))?.id;
  expect(list(['access', 'verified'], ['leak', 'cancelled'], ['leak', 'in_review'])).toBe('2');
  expect(list(['leak', 'verified'], ['leak', 'in_review'])).toBe('0');
  expect(list(['leak', 'done'], ['leak', 'submitted'])).toBeUndefined();
});

test.each([
  ['a report without words and pictures takes words', {}, 'addable'],
  ['one with pictures keeps them, and so its place', { attachments: [{ id: 'p' }] }, 'with-pictures'],
  ['one with words has them', { details: '群里有人发了我的手机号' }, undefined],
  ['one that is being answered takes nothing', { allowed: [] }, undefined],
] as const)('[P43] %s', (_, more, words) => {
  const report = { allowed: ['cancel'], details: null, attachments: [], ...more };
  expect(wordsOf(reading(report as unknown as Partial<RequestReading>))).toBe(words);
});

describe('a request that goes on in another one', () => {
  const at = '2026-11-26T02:00:00.000Z';
  const letter = { at, by: 'staff', state: 'submitted' } as const;
  const confirmed = { at, by: 'subject', state: 'verified' } as const;

  it('keeps its time only where it had one', () => {
    const said = (history: RequestReading['history']) =>
      goesOnIn(reading({ state: 'replaced', history })).desc;
    expect(said([letter, confirmed])).toContain('已经开始算的期限照旧');
    expect(said([letter])).not.toContain('已经开始算的期限照旧');
    expect(said([letter])).toContain('确认');
  });

  it('is named as a repetition where it is one', () => {
    expect(goesOnIn(reading({ state: 'duplicate', history: [confirmed] })).title).toContain('重复');
  });
});

describe('until when there will be an answer', () => {
  const open = { state: 'in_review', dueOn: '2026-11-27', daysLeft: 2, overdue: false } as const;
  const said = (more: object) => dueLine(reading({ ...open, ...more })) ?? '';

  it('says the day and what is left, and no day that it does not know', () => {
    expect(said({})).toContain('还剩 2 个工作日');
    expect(said({ daysLeft: 0 })).toContain('最晚 2026年11月27日 答复');
    expect(said({ daysLeft: 0 })).not.toContain('或');
    expect(said({ kind: 'question' })).toBe('最晚 2026年11月27日 答复');
    expect(said({ overdue: true })).toContain('已超过');
    expect(said({ state: 'done' })).toBe('');
  });
});
