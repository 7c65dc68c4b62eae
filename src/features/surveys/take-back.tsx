import { useState } from 'react';
import { community } from '@/contracts/community';
import type { Failure } from '@/contracts/result';
import { surveyCopy } from '@/copy/survey';
import { useCall } from '@/features/call/use-call';
import { leadsAway } from '@/features/community/lead-away';
import { Cell } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Dialog } from '@/ui/sheet';

const { takeBackAsk: words } = surveyCopy;

export interface TakeBackProps {
  id: string;
  /** What is taken back after the end cannot be given again. */
  isOpen: boolean;
  onTaken: () => void;
}

/** Takes one's answers away, after a question; a row, goes inside Cells. */
export function TakeBack({ id, isOpen, onTaken }: TakeBackProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { run, isRunning } = useCall(community.unanswer);
  const ask = (asks: boolean) => () => {
    setFailure(undefined);
    setIsAsking(asks);
  };
  const takeBack = async () => {
    setFailure(undefined);
    const result = await run({ id });
    if (result.ok) onTaken();
    else if (!leadsAway(result.error)) setFailure(result.error);
  };
  return (
    <>
      <Cell className="take-back-answers" title={surveyCopy.takeBack} onTap={ask(true)} />
      <Dialog
        open={isAsking}
        title={words.title}
        actions={[
          {
            text: words.yes,
            kind: 'warn',
            className: 'confirm-take-back',
            loading: isRunning,
            onTap: () => void takeBack(),
          },
          { text: words.no, disabled: isRunning, onTap: ask(false) },
        ]}
      >
        {isOpen ? words.text : words.over}
        <FailureNotice failure={failure} />
      </Dialog>
    </>
  );
}
