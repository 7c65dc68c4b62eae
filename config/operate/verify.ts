import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { operator as operations } from '../../src/contracts/operator';
import { CannotOperate, command, exit, type Operator } from './connect';
import { badKeyFile, ledgerLines, verifyUsage } from './copy-verify';
import { verifyLedger } from './verify-ledger';

function keyIn(file: string): string {
  const text = readFileSync(file);
  try {
    return createPublicKey(text).export({ type: 'spki', format: 'pem' }).toString();
  } catch {
    throw new CannotOperate(badKeyFile(file));
  }
}

/**
 * The key from a file that the operator trusts, else as the functions give it; a signature proves more with the former.
 */
async function publicKey({ call }: Operator, file: string | undefined): Promise<string | undefined> {
  if (file !== undefined) return keyIn(file);
  const answer = await call(operations.signingKey, {});
  return answer.ok ? answer.data.pem : undefined;
}

/**
 * `verify ledger`: exit code 0 when the ledger is intact and complete, 1 when it is not, 2 when it could not be read.
 * `--json` prints the verdict for programs.
 */
const options = { json: { type: 'boolean' }, key: { type: 'string' } } as const;

void command({ usage: verifyUsage, options, words: [{ is: ['ledger'] }] }, async (operator, { values }) => {
  const verdict = await verifyLedger(operator.store, new Date(), await publicKey(operator, values.key));
  console.log(values.json ? JSON.stringify(verdict, null, 2) : ledgerLines(verdict).join('\n'));
  return verdict.intact && verdict.complete ? exit.good : exit.bad;
});
