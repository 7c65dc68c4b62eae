import { informationCopy } from '@/copy/privacy/information';
import { Dialog } from '@/ui/sheet';

export interface ConfirmClearProps {
  /** What is to be cleared, as the page calls it. */
  label: string;
  open: boolean;
  onClear: () => void;
  onKeep: () => void;
}

const { clearAsk: words } = informationCopy;

/** Asks once more before a fact is cleared: one slip beside 保存 must not lose it, here and at every recipient. */
export function ConfirmClear({ label, open, onClear, onKeep }: ConfirmClearProps) {
  return (
    <Dialog
      open={open}
      title={words.title(label)}
      actions={[
        { text: words.yes, kind: 'warn', className: 'confirm-clear', onTap: onClear },
        { text: words.no, onTap: onKeep },
      ]}
    >
      {words.text}
    </Dialog>
  );
}
