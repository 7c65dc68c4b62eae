import { community } from '@/contracts/community';
import { proposalCopy } from '@/copy/community';
import { Confirmed } from '@/features/call/confirmed';
import { go } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';
import { useFresh } from './fresh';
import { leadsAway } from './lead-away';
import type { Proposal } from './model';

const ENDED: readonly string[] = ['withdrawn', 'erased', 'left'];

/** What its author can do with a proposal: change it, or take every word of it away after a question. */
export function OwnProposal({ proposal, onWithdrawn }: { proposal: Proposal; onWithdrawn: () => void }) {
  if (ENDED.includes(proposal.state)) return null;
  return (
    <Cells>
      <Cell
        className="edit-proposal"
        title={proposalCopy.edit}
        onTap={() => {
          go('pages/community/publish/index', { id: proposal.id });
        }}
      />
      <Confirmed
        operation={community.withdraw}
        input={{ id: proposal.id }}
        words={proposalCopy.withdrawAsk}
        className="confirm-withdraw"
        onDone={() => {
          useFresh.getState().bump();
          onWithdrawn();
        }}
        leadsAway={leadsAway}
      >
        {(ask) => <Cell className="withdraw-proposal" title={proposalCopy.withdraw} onTap={ask} />}
      </Confirmed>
    </Cells>
  );
}
