import { readFileSync } from 'node:fs';
import { checkerCopy } from '../../cloudfunctions/copy/receipt';
import {
  checkReceipt,
  receiptsIn,
  titleOf,
  type Given,
} from '../../cloudfunctions/domain/receipt/checker/check';

// `node check-receipt.mjs receipt.json [--policy policy.json] [--key key]`: exit code 0 intact, 1 wrong, 2 not readable.

const say = (line: string) => process.stdout.write(`${line}\n`);

function optionsOf(args: readonly string[]) {
  const after = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const policy = after('--policy');
  const key = after('--key');
  const given: Given = {
    ...(policy !== undefined && { policy: JSON.parse(readFileSync(policy, 'utf8')) as unknown }),
    ...(key !== undefined && { publicKey: key.includes('.') ? readFileSync(key, 'utf8') : key }),
  };
  return { file: args.find((arg) => !arg.startsWith('--') && arg !== policy && arg !== key), given };
}

/** Checks every receipt in the file and says what came out. */
async function run(args: readonly string[]): Promise<number> {
  const { file, given } = optionsOf(args);
  if (file === undefined) {
    say(checkerCopy.usage);
    return 2;
  }
  const receipts = receiptsIn(readFileSync(file, 'utf8'));
  if (receipts === undefined) {
    say(checkerCopy.notJson);
    return 2;
  }
  if (receipts.length === 0) {
    say(checkerCopy.none);
    return 2;
  }
  let isGood = true;
  for (const receipt of receipts) {
    const { good, wrong, checked, unchecked } = await checkReceipt(receipt, given);
    isGood &&= good;
    say(`${good ? checkerCopy.good : checkerCopy.bad}  ${titleOf(receipt)}`);
    if (!good) say(`  ${checkerCopy.wrong(wrong)}`);
    say(`  ${checkerCopy.checked}：${checked.join('、')}`);
    if (unchecked.length > 0) say(`  ${checkerCopy.unchecked}：${unchecked.join('、')}`);
  }
  return isGood ? 0 : 1;
}

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
