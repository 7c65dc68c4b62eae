import type { request } from '@/contracts/request';
import { moveCopy } from '@/copy/privacy/progress';
import { sharedCopy } from '@/copy/privacy/shared';
import { Confirmed } from '@/features/call/confirmed';
import { Button, type ButtonProps } from '@/ui/button';
import type { OfferProps } from './offer';
import { yuanInWords } from './model';

type Name = 'verify' | 'acceptFee' | 'declineFee' | 'cancel';

export interface ConfirmedMoveProps extends OfferProps {
  /** Which move; its button bears the class `move-<name>`. */
  name: Name;
  operation: (typeof request)[Name];
  kind?: NonNullable<ButtonProps['kind']>;
}

/** A move of the person's own, once they said that they mean it. */
export function ConfirmedMove({ reading, onMoved, name, operation, kind = 'default' }: ConfirmedMoveProps) {
  const { button, title, text, confirm } = moveCopy[name];
  return (
    <Confirmed
      operation={operation}
      input={{ id: reading.id }}
      words={{ title, text: text(yuanInWords(reading.fee ?? 0)), yes: confirm, no: sharedCopy.cancel }}
      kind={kind === 'warn' ? 'warn' : 'primary'}
      className="confirm-move"
      onDone={onMoved}
    >
      {(ask) => (
        <Button kind={kind} className={`move-${name}`} onTap={ask}>
          {button}
        </Button>
      )}
    </Confirmed>
  );
}
