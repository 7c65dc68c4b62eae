import { publishCopy } from '@/copy/community';
import { Dialog } from '@/ui/sheet';

export interface ContactDialogProps {
  /** The server's sentence; nothing is asked while there is none. */
  warning: string | undefined;
  isRunning: boolean;
  onBack: () => void;
  onGo: () => void;
}

/** Before words that look like a way to reach somebody are published: shown, and left to the author (P42). */
export function ContactDialog({ warning, isRunning, onBack, onGo }: ContactDialogProps) {
  const { title, back, go } = publishCopy.contact;
  return (
    <Dialog
      open={warning !== undefined}
      title={title}
      actions={[
        { text: go, kind: 'warn', className: 'contact-go', loading: isRunning, onTap: onGo },
        { text: back, kind: 'primary', className: 'contact-back', disabled: isRunning, onTap: onBack },
      ]}
    >
      {warning}
    </Dialog>
  );
}
