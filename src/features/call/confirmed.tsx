import { useState, type ReactNode } from 'react';
import type { Input, Operation } from '@/contracts/operation';
import type { Failure } from '@/contracts/result';
import { FailureNotice } from '@/ui/failure-notice';
import { Dialog } from '@/ui/sheet';
import { useCall } from './use-call';

export interface ConfirmedProps<Op extends Operation> {
  operation: Op;
  input: Input<Op>;
  /** The question, what it means, and its two answers. */
  words: { title: string; text: string; yes: string; no: string };
  kind?: 'primary' | 'warn';
  /** Of the button that means it. */
  className: string;
  onDone: () => void;
  /** Takes a refusal over where the person is led elsewhere; otherwise the question says it. */
  leadsAway?: (failure: Failure) => boolean;
  /** What asks the question when it is tapped. */
  children: (ask: () => void) => ReactNode;
}

/** One operation by one tap, and a second that says that it is meant, since it cannot be taken back. */
export function Confirmed<Op extends Operation>(props: ConfirmedProps<Op>) {
  const { operation, input, words, kind = 'warn', className, onDone, leadsAway, children } = props;
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { run, isRunning } = useCall(operation);
  const ask = (asks: boolean) => () => {
    setFailure(undefined);
    setIsAsking(asks);
  };
  const act = async () => {
    setFailure(undefined);
    const result = await run(input);
    if (!result.ok) {
      if (leadsAway?.(result.error) !== true) setFailure(result.error);
      return;
    }
    setIsAsking(false);
    onDone();
  };
  return (
    <>
      {children(ask(true))}
      <Dialog
        open={isAsking}
        title={words.title}
        actions={[
          { text: words.yes, kind, className, loading: isRunning, onTap: () => void act() },
          { text: words.no, disabled: isRunning, onTap: ask(false) },
        ]}
      >
        {words.text}
        <FailureNotice failure={failure} />
      </Dialog>
    </>
  );
}
