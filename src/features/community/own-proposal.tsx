import { useState } from 'react';
import { community } from '@/contracts/community';
import type { Failure } from '@/contracts/result';
import { proposalCopy } from '@/copy/community';
import { useCall } from '@/features/call/use-call';
import { go } from '@/platform/navigate';
import { Cell, Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Dialog } from '@/ui/sheet';
import { useFresh } from './fresh';
import { leadsAway } from './lead-away';
import type { Proposal } from './model';

const { withdrawAsk: words } = proposalCopy;
const ENDED: readonly string[] = ['withdrawn', 'erased', 'left'];

/** What its author can do with a proposal: change it, or take every word of it away after a question. */
export function OwnProposal({ proposal, onWithdrawn }: { proposal: Proposal; onWithdrawn: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { run, isRunning } = useCall(community.withdraw);
  const ask = (asks: boolean) => () => {
    setFailure(undefined);
    setIsAsking(asks);
  };
  const withdraw = async () => {
    const result = await run({ id: proposal.id });
    if (!result.ok) {
      if (!leadsAway(result.error)) setFailure(result.error);
      return;
    }
    setIsAsking(false);
    useFresh.getState().bump();
    onWithdrawn();
  };
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
      <Cell className="withdraw-proposal" title={proposalCopy.withdraw} onTap={ask(true)} />
      <Dialog
        open={isAsking}
        title={words.title}
        actions={[
          {
            text: words.yes,
            kind: 'warn',
            className: 'confirm-withdraw',
            loading: isRunning,
            onTap: () => void withdraw(),
          },
          { text: words.no, disabled: isRunning, onTap: ask(false) },
        ]}
      >
        {words.text}
        <FailureNotice failure={failure} />
      </Dialog>
    </Cells>
  );
}
