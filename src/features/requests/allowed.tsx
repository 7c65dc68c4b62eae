import { useState } from 'react';
import { request } from '@/contracts/request';
import { progressCopy } from '@/copy/privacy/requests';
import { useCall } from '@/features/call/use-call';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { FileButton } from '@/features/privacy-centre/save-copy';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { AppealSheet } from './appeal-sheet';
import { ConfirmMove } from './confirm-move';
import type { RequestReading } from './model';

const { allowed: words } = progressCopy;

export interface AllowedProps {
  reading: RequestReading;
  /** Something was done: read the request again. */
  onMoved: () => void;
}

/** What the person may do now, by the server's own list. */
export function Allowed({ reading, onMoved }: AllowedProps) {
  const [open, setOpen] = useState<'cancel' | 'appeal' | 'acceptFee'>();
  const cancel = useCall(request.cancel);
  const acceptFee = useCall(request.acceptFee);
  const close = () => {
    setOpen(undefined);
  };
  const moved = () => {
    close();
    onMoved();
  };
  const { id } = reading;
  const may = (move: RequestReading['allowed'][number]) => reading.allowed.includes(move);
  return (
    <>
      {may('download') && <Download reading={reading} />}
      {may('acceptFee') && (
        <Button
          kind="primary"
          className="accept-fee"
          onTap={() => {
            setOpen('acceptFee');
          }}
        >
          {words.acceptFee.button}
        </Button>
      )}
      {may('appeal') && (
        <Button
          className="appeal"
          onTap={() => {
            setOpen('appeal');
          }}
        >
          {words.appeal.button}
        </Button>
      )}
      {may('cancel') && (
        <Button
          kind="warn"
          className="cancel-request"
          onTap={() => {
            setOpen('cancel');
          }}
        >
          {words.cancel.button}
        </Button>
      )}
      <ConfirmMove
        open={open === 'cancel'}
        name="cancel"
        call={cancel}
        id={id}
        onDone={moved}
        onClose={close}
      />
      <ConfirmMove
        open={open === 'acceptFee'}
        name="acceptFee"
        call={acceptFee}
        id={id}
        onDone={moved}
        onClose={close}
      />
      <AppealSheet open={open === 'appeal'} id={id} onDone={moved} onClose={close} />
    </>
  );
}

function Download({ reading: { id, availableUntil } }: { reading: RequestReading }) {
  const { run, isRunning } = useCall(request.download);
  return (
    <>
      {availableUntil !== null && <Notice>{words.download.until(instantInWords(availableUntil))}</Notice>}
      <FileButton
        kind="primary"
        className="download-copy"
        text={words.download.button}
        isRunning={isRunning}
        fetch={() => run({ id })}
      />
    </>
  );
}
