/**
 * A child process that writes as fast as it can and says what was acknowledged, until its parent kills it.
 * Arguments: folder, prefix of ids, `vacuum` to rewrite the files meanwhile.
 */
import { writeSync } from 'node:fs';
import { openDatabase } from '..';
import { KILL_PLAN } from './kill-plan';
import { wire } from './wire';

const [dir = '', prefix = '', mode] = process.argv.slice(2);
const database = openDatabase({ dir, now: () => new Date() });
database.provision([KILL_PLAN]);
const rows = wire(database, KILL_PLAN.name);
/** Written straight to the pipe: a line that left this process was acknowledged. */
const say = (line: string) => writeSync(1, `${line}\n`);

async function insertRows(writer: number): Promise<never> {
  for (let i = 0; ; i++) {
    const id = `${prefix}-${String(writer)}-${String(i)}`;
    await rows.add({ _id: id, serial: id, group: i % 7, revision: 0, note: 'n'.repeat(i % 500) });
    say(`added ${id}`);
    if (i % 3 === 0) {
      await rows.update({ serial: id, revision: 0 }, { $inc: { revision: 1 } });
      say(`updated ${id}`);
    } else if (i % 3 === 1) {
      await rows.remove({ _id: id });
      say(`removed ${id}`);
    }
  }
}

async function commitPairs(): Promise<never> {
  for (let i = 0; ; i++) {
    const id = `${prefix}-pair-${String(i)}`;
    const transaction = await rows.start();
    await rows.addIn(transaction, { _id: `${id}-a`, serial: `${id}-a`, group: 8, pair: id });
    await rows.addIn(transaction, { _id: `${id}-b`, serial: `${id}-b`, group: 8, pair: id });
    await rows.commit(transaction);
    say(`paired ${id}`);
  }
}

async function rewriteFiles(): Promise<never> {
  for (;;) {
    say('rewriting');
    await database.vacuum();
    say('rewritten');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

void Promise.all([
  insertRows(0),
  insertRows(1),
  commitPairs(),
  ...(mode === 'vacuum' ? [rewriteFiles()] : []),
]);
