import { readFileSync } from 'node:fs';
import { checkerCopy } from '../../cloudfunctions/copy/receipt';
import {
  checkReceipt,
  isReceipt,
  receiptsIn,
  titleOf,
  type Given,
} from '../../cloudfunctions/domain/receipt/checker/check';
import { argumentsOf, CannotOperate, exit, run } from './run';

// `node check-receipt.mjs receipt.json [--policy policy.json] [--key key]`: exit code 0 intact, 1 wrong, 2 not
// readable.

const say = (line: string) => process.stdout.write(`${line}\n`);

const options = { policy: { type: 'string' }, key: { type: 'string' } } as const;

function policyIn(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new CannotOperate(checkerCopy.notPolicy);
  }
}

/** Checks every receipt in the file and says what came out. */
async function main(): Promise<number> {
  const { positionals, values } = argumentsOf({ usage: checkerCopy.usage, options, words: 1 });
  const [file] = positionals;
  if (file === undefined) throw new CannotOperate(checkerCopy.usage);
  const { policy, key } = values;
  const given: Given = {
    ...(policy !== undefined && { policy: policyIn(policy) }),
    ...(key !== undefined && { publicKey: key.includes('.') ? readFileSync(key, 'utf8') : key }),
  };
  const receipts = receiptsIn(readFileSync(file, 'utf8'));
  if (receipts === undefined) throw new CannotOperate(checkerCopy.notJson);
  if (receipts.length === 0) throw new CannotOperate(checkerCopy.none);
  if (!receipts.some(isReceipt)) throw new CannotOperate(checkerCopy.notReceipt);
  let isGood = true;
  for (const receipt of receipts) {
    const { good, wrong, checked, unchecked } = await checkReceipt(receipt, given);
    isGood &&= good;
    say(`${good ? checkerCopy.good : checkerCopy.bad}  ${titleOf(receipt)}`);
    if (!good) say(`  ${checkerCopy.wrong(wrong)}`);
    say(`  ${checkerCopy.checked}：${checked.join('、')}`);
    if (unchecked.length > 0) say(`  ${checkerCopy.unchecked}：${unchecked.join('、')}`);
  }
  return isGood ? exit.good : exit.bad;
}

void run(main);
