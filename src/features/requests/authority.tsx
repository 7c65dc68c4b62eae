import { progressCopy } from '@/copy/privacy/progress';
import { Cell, Cells } from '@/ui/cells';

const { authority: words } = progressCopy;

/** Where to turn outside this house: who supervises takes complaints (PIPL 65), and so does a court (PIPL 50). */
export function Authority() {
  return (
    <Cells title={words.group} tips={words.tips}>
      <Cell className="authority" title={words.title} desc={words.desc} />
    </Cells>
  );
}
