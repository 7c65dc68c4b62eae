import { useState } from 'react';
import type { request } from '@/contracts/request';
import { moveCopy } from '@/copy/privacy/progress';
import { sharedCopy } from '@/copy/privacy/shared';
import { useCall } from '@/features/call/use-call';
import { Button, type ButtonProps } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';
import { Dialog } from '@/ui/sheet';
import type { OfferProps } from './offer';
import { yuanInWords } from './model';

type Name = 'verify' | 'acceptFee' | 'declineFee' | 'cancel';

export interface ConfirmedMoveProps extends OfferProps {
  /** Which move; its button bears the class `move-<name>`. */
  name: Name;
  operation: (typeof request)[Name];
  kind?: NonNullable<ButtonProps['kind']>;
}

/** A move by one tap, and a second that says that it is meant, since it cannot be taken back. */
export function ConfirmedMove({ reading, onMoved, name, operation, kind = 'default' }: ConfirmedMoveProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { run, isRunning, failure } = useCall(operation);
  const words = moveCopy[name];
  const ask = (asks: boolean) => () => {
    setIsAsking(asks);
  };
  const move = async () => {
    const result = await run({ id: reading.id });
    if (!result.ok) return;
    setIsAsking(false);
    onMoved();
  };
  return (
    <>
      <Button kind={kind} className={`move-${name}`} onTap={ask(true)}>
        {words.button}
      </Button>
      <Dialog
        open={isAsking}
        title={words.title}
        actions={[
          {
            text: words.confirm,
            kind: kind === 'warn' ? 'warn' : 'primary',
            className: 'confirm-move',
            loading: isRunning,
            onTap: () => void move(),
          },
          { text: sharedCopy.cancel, disabled: isRunning, onTap: ask(false) },
        ]}
      >
        {words.text(yuanInWords(reading.fee ?? 0))}
        <FailureNotice failure={failure} />
      </Dialog>
    </>
  );
}
