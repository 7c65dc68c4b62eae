import { community } from '@/contracts/community';
import { proposalCopy } from '@/copy/community';
import { Confirmed } from '@/features/call/confirmed';
import { to } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';
import { useFresh } from './fresh';
import { leadsAway } from './lead-away';
import type { Proposal } from './model';
import { OwnPictures } from './pictures';

const ENDED: readonly string[] = ['withdrawn', 'erased', 'left'];

export interface OwnProposalProps {
  proposal: Proposal;
  /** How many pictures could not be sent when it was published. */
  unsent: number;
  /** It was withdrawn, or its pictures are others now. */
  onChanged: () => void;
}

/** What its author can do with a proposal: add pictures, change it, or take every word of it away after a question. */
export function OwnProposal({ proposal, unsent, onChanged }: OwnProposalProps) {
  if (ENDED.includes(proposal.state)) return null;
  return (
    <>
      <OwnPictures {...{ proposal, unsent, onChanged }} />
      <Cells>
        <Cell
          className="edit-proposal"
          title={proposalCopy.edit}
          onTap={to('pages/community/publish/index', { id: proposal.id })}
        />
        <Confirmed
          operation={community.withdraw}
          input={{ id: proposal.id }}
          words={proposalCopy.withdrawAsk}
          className="confirm-withdraw"
          onDone={() => {
            useFresh.getState().bump();
            onChanged();
          }}
          leadsAway={leadsAway}
        >
          {(ask) => <Cell className="withdraw-proposal" title={proposalCopy.withdraw} onTap={ask} />}
        </Confirmed>
      </Cells>
    </>
  );
}
