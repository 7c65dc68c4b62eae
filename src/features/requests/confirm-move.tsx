import type { Failure, Result } from '@/contracts/result';
import { progressCopy } from '@/copy/privacy/requests';
import { sharedCopy } from '@/copy/privacy/shared';
import { Notice } from '@/ui/notice';
import { Dialog } from '@/ui/sheet';

export interface ConfirmMoveProps {
  open: boolean;
  name: 'cancel' | 'acceptFee';
  call: {
    run: (input: { id: string }) => Promise<Result<unknown>>;
    isRunning: boolean;
    failure?: Failure | undefined;
  };
  id: string;
  onDone: () => void;
  onClose: () => void;
}

/** Asks once more before a move that cannot be taken back. */
export function ConfirmMove({ open, name, call, id, onDone, onClose }: ConfirmMoveProps) {
  const words = progressCopy.allowed[name];
  const move = async () => {
    const result = await call.run({ id });
    if (result.ok) onDone();
  };
  return (
    <Dialog
      open={open}
      title={words.title}
      actions={[
        {
          text: words.confirm,
          kind: name === 'cancel' ? 'warn' : 'primary',
          className: 'confirm-move',
          loading: call.isRunning,
          onTap: () => void move(),
        },
        { text: sharedCopy.cancel, disabled: call.isRunning, onTap: onClose },
      ]}
    >
      {words.text}
      {call.failure && <Notice kind="error">{call.failure.message}</Notice>}
    </Dialog>
  );
}
