import { operator as operations } from '../../src/contracts/operator';
import { CannotOperate, command, exit } from './connect';
import { migrateCopy } from './copy-migrate';
import { runbookOf } from './runbooks';

/**
 * `migrate`: brings rows of older releases to the schema of today, stretch after stretch, telling after each how many
 * are left. The timer does the same by itself. Exit code 1 where rows stay that somebody has to look at.
 */
void command({ usage: migrateCopy.usage, options: {} }, async ({ call }) => {
  for (;;) {
    const answer = await call(operations.migrate, {});
    if (!answer.ok) throw new CannotOperate(answer.error.message);
    const { migrated, collections } = answer.data;
    const older = collections.reduce((sum, counts) => sum + counts.older, 0);
    const unknown = collections.filter((counts) => counts.unknown > 0);
    console.log(migrateCopy.progress(migrated, older));
    if (older > 0 && migrated > 0) continue;
    for (const { collection, older: left } of collections)
      if (left > 0) console.log(migrateCopy.left(collection, left));
    for (const each of unknown) console.log(migrateCopy.unknown(each.collection, each.unknown));
    const isDone = older === 0 && unknown.length === 0;
    console.log(isDone ? migrateCopy.done : migrateCopy.runbook(runbookOf('schema')));
    return isDone ? exit.good : exit.bad;
  }
});
