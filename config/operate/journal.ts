import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { gt, holdsValue } from '../../cloudfunctions/platform/conditions';
import type { Row } from '../../cloudfunctions/platform/store';
import { operator as operations } from '../../src/contracts/operator';
import { id, instant, sha256 } from '../../src/contracts/values';
import { CannotOperate, command, exit, type Operator } from './connect';
import { journalCopy } from './copy-journal';
import { newFile } from './run';

const PAGE = 1000;

/** One line of the file: who was erased, by the random id that names nobody. */
const line = z.strictObject({ subject: id, begunAt: instant, keyFingerprint: sha256 });
type Line = z.infer<typeof line>;
type Erased = Omit<Line, 'begunAt'>;

async function* journalOf({ store }: Operator): AsyncGenerator<Row<'erasures'>> {
  for (let after = ''; ;) {
    const filter = { _id: after === '' ? holdsValue(true) : gt(after) };
    const rows = await store.find('erasures', filter, { orderBy: ['_id', 'asc'], limit: PAGE });
    yield* rows;
    after = rows.at(-1)?._id ?? '';
    if (rows.length < PAGE) return;
  }
}

/**
 * Writes the whole journal of erasures to a new file, to be kept apart from the database's backups: where the keys have
 * no environment of their own, it is what knows after a restore who has to go again. An older list is never written
 * over: after a restore it knows more than the database.
 */
async function exportTo(on: Operator, file: string): Promise<number> {
  let people = 0;
  await newFile(file, async (write) => {
    for await (const { _id, begunAt, keyFingerprint } of journalOf(on)) {
      write(`${JSON.stringify({ subject: _id, begunAt, keyFingerprint } satisfies Line)}\n`);
      people += 1;
    }
  });
  console.log(journalCopy.exported(people, file));
  return exit.good;
}

/** Reads the whole file before anything is changed, so that a wrong file changes nothing. */
function erasedIn(file: string): Erased[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CannotOperate(journalCopy.unreadable(file));
  }
  const lines = text.split('\n').filter((each) => each.trim() !== '');
  return lines.map((each, index) => {
    const parsed = z.safeParse(line, jsonOf(each));
    if (!parsed.success) throw new CannotOperate(journalCopy.notJournal(index + 1));
    const { subject, keyFingerprint } = parsed.data;
    return { subject, keyFingerprint };
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Gives everybody in the file to erasing again whose account has the very key that was destroyed; who has another one
 * is named, not touched. May be repeated: who is gone stays gone.
 */
async function replayFrom(
  { call }: Operator,
  file: string,
  signed: { confirm: string; by: string },
): Promise<number> {
  const erased = erasedIn(file);
  if (erased.length === 0) throw new CannotOperate(journalCopy.empty);
  const totals = { taken: 0, alive: 0 };
  const other: string[] = [];
  for (let done = 0; done < erased.length; done += PAGE) {
    const answer = await call(operations.replay, { ...signed, erased: erased.slice(done, done + PAGE) });
    if (!answer.ok) throw new CannotOperate(answer.error.message);
    totals.taken += answer.data.taken;
    totals.alive += answer.data.alive;
    other.push(...answer.data.other);
  }
  console.log(journalCopy.replayed(totals.taken));
  if (totals.alive > 0) console.error(journalCopy.alive(totals.alive));
  if (other.length > 0) console.error([journalCopy.otherKey(other.length), ...other].join('\n'));
  return totals.alive + other.length === 0 ? exit.good : exit.bad;
}

const words = [{ is: ['export', 'replay'] }, { is: journalCopy.file }] as const;
const options = { confirm: { type: 'string' }, by: { type: 'string' } } as const;

if (require.main === module) {
  void command(
    { usage: journalCopy.usage, options, words },
    (on, { positionals: [action, file = ''], need }) =>
      action === 'export'
        ? exportTo(on, file)
        : replayFrom(on, file, { confirm: need('confirm'), by: need('by') }),
  );
}
