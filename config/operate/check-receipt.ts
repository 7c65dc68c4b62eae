import { readFileSync } from 'node:fs';
import { checkerCopy } from '../../cloudfunctions/copy/receipt';
import {
  checkReceipt,
  headlineOf,
  isReceipt,
  receiptsIn,
  titleOf,
  type Given,
} from '../../cloudfunctions/domain/receipt/checker/check';
import { argumentsOf, CannotOperate, exit, run } from './run';

// `node check-receipt.mjs receipt.json [--policy policy.json]... [--key key]`: exit code 0 intact, 1 wrong, 2 not
// readable.

const say = (line: string) => process.stdout.write(`${line}\n`);

const options = { policy: { type: 'string', multiple: true }, key: { type: 'string' } } as const;

/** A version of the policy, or several. */
function policiesIn(file: string): unknown[] {
  const policies = receiptsIn(readFileSync(file, 'utf8'));
  if (policies === undefined) throw new CannotOperate(checkerCopy.notPolicy);
  return policies;
}

/** Checks every receipt in the file and says what came out. */
async function main(): Promise<number> {
  const { positionals, values } = argumentsOf({
    usage: checkerCopy.usage,
    options,
    words: [{ is: checkerCopy.file }],
  });
  const [file = ''] = positionals;
  const { policy = [], key } = values;
  const given: Given = {
    policies: policy.flatMap(policiesIn),
    ...(key !== undefined && { publicKey: key.includes('.') ? readFileSync(key, 'utf8') : key }),
  };
  const receipts = receiptsIn(readFileSync(file, 'utf8'));
  if (receipts === undefined) throw new CannotOperate(checkerCopy.notJson);
  if (receipts.length === 0) throw new CannotOperate(checkerCopy.none);
  if (!receipts.some(isReceipt)) throw new CannotOperate(checkerCopy.notReceipt);
  let isGood = true;
  for (const receipt of receipts) {
    const verdict = await checkReceipt(receipt, given);
    const { good, wrong, checked, unchecked, signer } = verdict;
    isGood &&= good;
    say(`${headlineOf(verdict)}  ${titleOf(receipt)}`);
    if (!good) say(`  ${checkerCopy.wrong(wrong)}`);
    say(`  ${checkerCopy.checked}：${checked.join('、')}`);
    if (unchecked.length > 0) say(`  ${checkerCopy.unchecked}：${unchecked.join('、')}`);
    if (signer !== undefined) say(`  ${checkerCopy.signedBy(signer)}`);
  }
  return isGood ? exit.good : exit.bad;
}

void run(main);
