import { checkerCopy } from '../../../copy/receipt';
import { checkReceipt, receiptsIn, titleOf, type Verdict } from './check';

// The script of check-receipt.html; nothing it does leaves the device.

const part = (id: string) => document.getElementById(id) as HTMLElement;
const result = part('result');

function line(text: string, className = ''): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  element.className = className;
  return element;
}

function show(receipt: unknown, { good, wrong, checked, unchecked }: Verdict): void {
  const box = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = `${good ? '✓' : '✗'} ${good ? checkerCopy.good : checkerCopy.bad}`;
  box.className = good ? 'good' : 'bad';
  box.append(heading, line(titleOf(receipt)));
  if (!good) box.append(line(checkerCopy.wrong(wrong)));
  box.append(line(`${checkerCopy.checked}：${checked.join('、')}`, 'quiet'));
  if (unchecked.length > 0) box.append(line(`${checkerCopy.unchecked}：${unchecked.join('、')}`, 'quiet'));
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
      ...(policies.length > 0 && { policy: policies[0] }),
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
