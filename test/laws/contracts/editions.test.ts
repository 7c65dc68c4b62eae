import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { edition, oldestServed } from '../../../src/contracts/edition';
import { isOwn, operations } from '../../make/right-input';
import {
  asJson,
  lostBetween,
  nameOf,
  promisedNow,
  refusedBetween,
  type Promised,
} from '../../released/contracts';

const folder = join(__dirname, '../../released/contracts');
const promisedBy = (of: number) =>
  JSON.parse(readFileSync(join(folder, `${String(of)}.json`), 'utf8')) as Record<string, Promised>;
const served = Array.from({ length: edition - oldestServed + 1 }, (_, more) => oldestServed + more);

describe('the editions of the contracts', () => {
  it('have each left what they promised', () => {
    const there = readdirSync(folder).map((file) => Number(file.replace('.json', '')));
    expect(there.sort((a, b) => a - b)).toEqual(Array.from({ length: edition }, (_, before) => before + 1));
    expect(oldestServed).toBeLessThanOrEqual(edition);
  });

  // Where this fails, a call takes or answers something else than the newest edition: raise `edition`, or, where that
  // edition is not released yet, `tsx test/released/record.ts` writes it down anew.
  it('are written down as they are', () => {
    expect(existsSync(join(folder, `${String(edition)}.json`))).toBe(true);
    expect(promisedBy(edition)).toEqual(promisedNow());
  });

  it.each(served)('%i is still served: what it sends is taken, and what it reads is there', (of) => {
    const now = new Map(operations.filter(isOwn).map((operation) => [nameOf(operation), operation]));
    for (const [name, { input, inputs, output }] of Object.entries(promisedBy(of))) {
      const operation = now.get(name);
      expect([name, operation === undefined]).toEqual([name, false]);
      if (!operation) continue;
      for (const each of inputs)
        expect([name, operation.input.safeParse(each).success]).toEqual([name, true]);
      expect([name, refusedBetween(input, asJson(operation.input, 'input'))]).toEqual([name, []]);
      expect([name, lostBetween(output, asJson(operation.output, 'output'))]).toEqual([name, []]);
    }
  });
});

describe('what an older app can no longer rely on', () => {
  const row = z.strictObject({ text: z.string(), note: z.optional(z.string()) });
  const then = z.strictObject({
    id: z.string(),
    state: z.enum(['open', 'done']),
    at: z.nullable(z.string()),
    rows: z.array(row),
  });
  const changed = (more: z.core.$ZodLooseShape) =>
    lostBetween(asJson(then, 'output'), asJson(z.extend(then, more), 'output'));
  const rows = (of: z.ZodMiniType) => changed({ rows: z.array(of) });

  it.each<[what: string, lost: string[], said: string[]]>([
    ['nothing', changed({}), []],
    ['a member more', changed({ more: z.string() }), []],
    ['a word that never comes any more', changed({ state: z.enum(['open']) }), []],
    ['null that never comes any more', changed({ at: z.string() }), []],
    ['a note that is gone', rows(z.omit(row, { note: true })), []],
    [
      'a word more',
      changed({ state: z.enum(['open', 'done', 'lost']) }),
      ['answer.state may be ["open","done","lost"]'],
    ],
    ['any word', changed({ state: z.string() }), ['answer.state may be "anything"']],
    ['null where there was none', changed({ id: z.nullable(z.string()) }), ['answer.id is string, not null']],
    ['another type', changed({ id: z.int() }), ['answer.id is string, not integer']],
    ['a member that may be missing', changed({ id: z.optional(z.string()) }), ['answer.id is not sure']],
    [
      'a member of a list that is gone',
      rows(z.omit(row, { text: true })),
      ['answer.rows[].text is not sure'],
    ],
    ['no list any more', changed({ rows: z.string() }), ['answer.rows is array, not string']],
  ])('%s', (_, lost, said) => {
    expect(lost).toEqual(said);
  });
});

describe('what an older app may send and is no longer taken', () => {
  const then = z.strictObject({
    kind: z.enum(['copy', 'delete']),
    text: z.optional(z.string().check(z.maxLength(500))),
    codes: z.array(z.string()).check(z.maxLength(3)),
  });
  const changed = (now: z.ZodMiniType) => refusedBetween(asJson(then, 'input'), asJson(now, 'input'));
  const extended = (more: z.core.$ZodLooseShape) => changed(z.extend(then, more));

  it.each<[what: string, refused: string[], said: string[]]>([
    ['nothing', extended({}), []],
    ['a member more that may be left out', extended({ more: z.optional(z.string()) }), []],
    ['a word more', extended({ kind: z.enum(['copy', 'delete', 'leak']) }), []],
    ['a longer text', extended({ text: z.optional(z.string().check(z.maxLength(900))) }), []],
    ['a member more that is needed', extended({ more: z.string() }), ['input.more is not sure']],
    ['a word less', extended({ kind: z.enum(['copy']) }), ['input.kind may be ["copy","delete"]']],
    [
      'a shorter text',
      extended({ text: z.optional(z.string().check(z.maxLength(400))) }),
      ['input.text is beyond maxLength'],
    ],
    [
      'fewer codes',
      extended({ codes: z.array(z.string()).check(z.maxLength(2)) }),
      ['input.codes is beyond maxItems'],
    ],
    ['a member less', changed(z.omit(then, { text: true })), ['input.text is not known']],
    [
      'a form',
      extended({ text: z.optional(z.string().check(z.maxLength(500), z.regex(/a/))) }),
      ['input.text has another pattern'],
    ],
    [
      'a text that has come to be needed',
      extended({ text: z.string().check(z.maxLength(500)) }),
      ['input.text is not sure'],
    ],
  ])('%s', (_, refused, said) => {
    expect(refused).toEqual(said);
  });
});
