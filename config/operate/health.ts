import { signals } from '../../src/contracts/health';
import { operator as operations } from '../../src/contracts/operator';
import { CannotOperate, command, exit } from './connect';
import { healthCopy } from './copy-health';
import { runbookOf } from './runbooks';
import { verifyLedger } from './verify-ledger';

const options = { json: { type: 'boolean' }, quick: { type: 'boolean' } } as const;

/**
 * `health`: each signal with its verdict, and where one is not good the runbook that says what to do; last the ledger,
 * read anew. Exit code 1 when something alarms. `--json` prints the same for programs.
 */
void command({ usage: healthCopy.usage, options }, async ({ call, store }, { values }) => {
  const answer = await call(operations.health, {});
  if (!answer.ok) throw new CannotOperate(answer.error.message);
  const key = await call(operations.signingKey, {});
  const ledger = values.quick
    ? undefined
    : await verifyLedger(store, new Date(answer.data.at), key.ok ? key.data.pem : undefined);
  const isSound = ledger === undefined || (ledger.intact && ledger.complete);
  const isGood = isSound && answer.data.signals.every(({ verdict }) => verdict !== 'alarm');
  if (values.json) {
    console.log(JSON.stringify({ ...answer.data, ...(ledger && { ledger: isSound }) }, null, 2));
    return isGood ? exit.good : exit.bad;
  }
  for (const signal of answer.data.signals) {
    console.log(healthCopy.line(signal));
    if (signal.verdict !== 'good') console.log(healthCopy.runbook(runbookOf(signals[signal.name].run)));
  }
  if (ledger) console.log(healthCopy.ledger[isSound ? 'good' : 'bad']);
  if (!isSound) console.log(healthCopy.runbook(runbookOf('ledger')));
  console.log(isGood ? healthCopy.good : healthCopy.bad);
  return isGood ? exit.good : exit.bad;
});
