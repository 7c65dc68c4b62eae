import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { edition, oldestServed } from '../../../src/contracts/edition';
import { isOwn, operations } from '../../make/right-input';
import { lostBetween, nameOf, promisedNow, type Promised } from '../../released/contracts';

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
    for (const [name, { inputs, output }] of Object.entries(promisedBy(of))) {
      const operation = now.get(name);
      expect([name, operation === undefined]).toEqual([name, false]);
      if (!operation) continue;
      for (const input of inputs)
        expect([name, operation.input.safeParse(input).success]).toEqual([name, true]);
      const answers = z.toJSONSchema(operation.output, { unrepresentable: 'any', io: 'output' });
      expect([name, lostBetween(output, answers)]).toEqual([name, []]);
    }
  });
});

describe('what an older app can no longer rely on', () => {
  const json = (schema: z.ZodMiniType) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' });
  const row = z.strictObject({ text: z.string(), note: z.optional(z.string()) });
  const then = z.strictObject({
    id: z.string(),
    state: z.enum(['open', 'done']),
    at: z.nullable(z.string()),
    rows: z.array(row),
  });
  const changed = (more: z.core.$ZodLooseShape) => lostBetween(json(then), json(z.extend(then, more)));
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
      ['answer.state may be what it never was: ["open","done","lost"]'],
    ],
    ['any word', changed({ state: z.string() }), ['answer.state may be what it never was: "anything"']],
    [
      'null where there was none',
      changed({ id: z.nullable(z.string()) }),
      ['answer.id was string and is null'],
    ],
    ['another type', changed({ id: z.int() }), ['answer.id was string and is integer']],
    [
      'a member that may be missing',
      changed({ id: z.optional(z.string()) }),
      ['answer.id is no longer sure'],
    ],
    [
      'a member of a list that is gone',
      rows(z.omit(row, { text: true })),
      ['answer.rows[].text is no longer sure'],
    ],
    ['no list any more', changed({ rows: z.string() }), ['answer.rows was array and is string']],
  ])('%s', (_, lost, said) => {
    expect(lost).toEqual(said);
  });
});
