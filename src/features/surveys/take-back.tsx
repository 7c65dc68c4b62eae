import { community } from '@/contracts/community';
import { surveyCopy } from '@/copy/survey';
import { Confirmed } from '@/features/call/confirmed';
import { leadsAway } from '@/features/community/lead-away';
import { Cell } from '@/ui/cells';

const { takeBackAsk: words } = surveyCopy;

export interface TakeBackProps {
  id: string;
  /** What is taken back after the end cannot be given again. */
  isOpen: boolean;
  onTaken: () => void;
}

/** Takes one's answers away, after a question; a row, goes inside Cells. */
export function TakeBack({ id, isOpen, onTaken }: TakeBackProps) {
  return (
    <Confirmed
      operation={community.unanswer}
      input={{ id }}
      words={{ ...words, text: isOpen ? words.text : words.over }}
      className="confirm-take-back"
      onDone={onTaken}
      leadsAway={leadsAway}
    >
      {(ask) => <Cell className="take-back-answers" title={surveyCopy.takeBack} onTap={ask} />}
    </Confirmed>
  );
}
