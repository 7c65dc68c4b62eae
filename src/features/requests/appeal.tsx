import { useState } from 'react';
import { request } from '@/contracts/request';
import { moveCopy } from '@/copy/privacy/progress';
import { useCall } from '@/features/call/use-call';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { askForNotice } from './ask-notice';
import type { OfferProps } from './offer';
import { MOST_WORDS } from './words-field';

const { appeal: words } = moveCopy;

/** Not satisfied: asks another reviewer to decide (P60). */
export function Appeal({ reading: { id }, onMoved }: OfferProps) {
  const { run, isRunning, failure } = useCall(request.appeal);
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const open = (isWanted: boolean) => () => {
    setIsOpen(isWanted);
  };
  const appeal = async () => {
    setIsMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    const result = await run({ id, reason, notify: await askForNotice() });
    if (!result.ok) return;
    setIsOpen(false);
    onMoved();
  };
  return (
    <>
      <Button className="move-appeal" onTap={open(true)}>
        {words.button}
      </Button>
      <Sheet
        open={isOpen}
        title={words.title}
        onClose={open(false)}
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
    </>
  );
}
