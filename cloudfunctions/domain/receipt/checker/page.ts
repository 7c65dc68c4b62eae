import { checkerCopy } from '../../../copy/receipt';
import { checkReceipt, headlineOf, receiptsIn, titleOf, type Verdict } from './check';

// The script of check-receipt.html; nothing it does leaves the device.

const part = (id: string) => document.getElementById(id) as HTMLElement;
const result = part('result');

function line(text: string, className = ''): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  element.className = className;
  return element;
}

function show(receipt: unknown, verdict: Verdict): void {
  const { good, wrong, checked, unchecked, signer } = verdict;
  const box = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = `${good ? '✓' : '✗'} ${headlineOf(verdict)}`;
  box.className = good ? 'good' : 'bad';
  box.append(heading, line(titleOf(receipt)));
  if (!good) box.append(line(checkerCopy.wrong(wrong)));
  box.append(line(`${checkerCopy.checked}：${checked.join('、')}`, 'quiet'));
  if (unchecked.length > 0) box.append(line(`${checkerCopy.unchecked}：${unchecked.join('、')}`, 'quiet'));
  if (signer !== undefined) box.append(line(checkerCopy.signedBy(signer)));
  result.append(box);
}

const valueOf = (id: string) => (part(id) as HTMLTextAreaElement).value.trim();

async function check(): Promise<void> {
  result.textContent = '';
  // Browsers type it as always there; in an old one it is not.
  if ((crypto as Partial<Crypto>).subtle === undefined) {
    result.append(line(checkerCopy.oldBrowser));
    return;
  }
  const receipts = receiptsIn(valueOf('receipt'));
  if (receipts === undefined || receipts.length === 0) {
    result.append(line(receipts ? checkerCopy.none : checkerCopy.notJson));
    return;
  }
  const policies = valueOf('policy') === '' ? [] : receiptsIn(valueOf('policy'));
  if (policies === undefined) {
    result.append(line(checkerCopy.notJson));
    return;
  }
  const key = valueOf('key');
  if (receipts.length > 1) result.append(line(checkerCopy.count(receipts.length)));
  for (const receipt of receipts) {
    const given = {
      policies,
      ...(key !== '' && { publicKey: key }),
    };
    show(receipt, await checkReceipt(receipt, given));
  }
}

part('check').onclick = () => void check();
part('file').onchange = ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? [];
  void file?.text().then((text) => {
    (part('receipt') as HTMLTextAreaElement).value = text;
    return check();
  });
};
