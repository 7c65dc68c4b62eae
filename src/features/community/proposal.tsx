import { View } from '@tarojs/components';
import { community } from '@/contracts/community';
import { proposalCopy, reportCopy } from '@/copy/community';
import { isNoSuch } from '@/features/call/is-no-such';
import { NoSuch } from '@/features/call/no-such';
import { useLoaded } from '@/features/call/use-loaded';
import { Loaded } from '@/features/privacy-centre/loaded';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { accessible } from '@/ui/accessible';
import { Notice } from '@/ui/notice';
import { Comments } from './comments';
import { asGuest, type Proposal } from './model';
import { OwnProposal } from './own-proposal';
import { ProposalPictures } from './pictures';
import { Prices } from './prices';
import { ProposalHeading } from './proposal-heading';
import { ReportLink } from './report-link';
import { Support } from './support';
import './heading.less';
import './proposal.less';

/** One proposal and what was said about it; open to everyone (P04). */
export function ProposalView({ id, unsent }: { id: string | undefined; unsent: number }) {
  return id === undefined || id === '' ? <Missing /> : <OneProposal id={id} unsent={unsent} />;
}

const Missing = () => (
  <NoSuch {...proposalCopy.missing} page="pages/community/feed/index" className="to-feed" />
);

function OneProposal({ id, unsent }: { id: string; unsent: number }) {
  const { status } = useSessionOnShow();
  const read = useLoaded(community.read, { id });
  if (isNoSuch(read.failure, 'PROPOSAL_UNKNOWN')) return <Missing />;
  return (
    <Loaded state={read}>
      {(answer) => {
        const proposal = status === 'guest' ? asGuest(answer) : answer;
        if (!proposal) return <Missing />;
        return (
          <>
            <Said proposal={proposal} />
            {proposal.state === 'published' && <Support proposal={proposal} status={status} />}
            {proposal.state === 'published' && !proposal.isMine && (
              <ReportLink content={{ collection: 'proposals', id }} label={reportCopy.proposal} />
            )}
            {proposal.isMine && (
              <OwnProposal proposal={proposal} unsent={unsent} onChanged={() => void read.reload()} />
            )}
            {/* Whose words they are changes with logging in. */}
            <Comments key={String(status === 'guest')} proposal={proposal} status={status} />
          </>
        );
      }}
    </Loaded>
  );
}

/** What the author says, or what became of it. */
function Said({ proposal }: { proposal: Proposal }) {
  const { state, text, prices } = proposal;
  if (state === 'left' || state === 'erased')
    return (
      <View className="community-head">
        <View className="community-head__title" {...accessible({ role: 'heading' })}>
          {proposalCopy.left.byline}
        </View>
        <View className="community-head__text">{proposalCopy.left.text}</View>
      </View>
    );
  if (state === 'withdrawn')
    return (
      <View className="community-head">
        <View className="community-head__title" {...accessible({ role: 'heading' })}>
          {proposalCopy.withdrawn.title}
        </View>
        <View className="community-head__text">{proposalCopy.withdrawn.text}</View>
      </View>
    );
  return (
    <>
      {state !== 'published' && (
        <Notice kind="warn" title={proposalCopy[state].title}>
          {proposalCopy[state].text}
        </Notice>
      )}
      <View className="community-head">
        <ProposalHeading proposal={proposal} />
        <View className="community-head__text">{text}</View>
      </View>
      <ProposalPictures proposal={proposal} />
      {prices && <Prices table={prices} title={proposalCopy.prices} />}
    </>
  );
}
