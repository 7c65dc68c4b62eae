import { useState } from 'react';
import { request } from '@/contracts/request';
import { progressCopy } from '@/copy/privacy/requests';
import { useCall } from '@/features/call/use-call';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';

const words = progressCopy.allowed.appeal;

/** As much as the contract takes. */
const MOST_WORDS = 2000;

export interface AppealSheetProps {
  open: boolean;
  id: string;
  onDone: () => void;
  onClose: () => void;
}

/** Not satisfied: asks another reviewer to decide (P60). */
export function AppealSheet({ open, id, onDone, onClose }: AppealSheetProps) {
  const { run, isRunning, failure } = useCall(request.appeal);
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const appeal = async () => {
    setIsMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    const result = await run({ id, reason });
    if (result.ok) onDone();
  };
  return (
    <Sheet
      open={open}
      title={words.title}
      onClose={onClose}
      action={
        <Button kind="primary" className="send-appeal" loading={isRunning} onTap={() => void appeal()}>
          {words.confirm}
        </Button>
      }
    >
      {words.text}
      <Field
        className="appeal-reason"
        label={words.label}
        multiline
        maxLength={MOST_WORDS}
        value={reason}
        onInput={setReason}
        error={isMissing ? words.missing : failure?.message}
      />
    </Sheet>
  );
}
