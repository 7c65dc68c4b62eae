import type { ReactNode } from 'react';
import { community } from '@/contracts/community';
import { publishCopy } from '@/copy/community';
import { isNoSuch } from '@/features/call/is-no-such';
import { NoSuch } from '@/features/call/no-such';
import { useLoaded } from '@/features/call/use-loaded';
import { GuestState, LeadToShut, Loaded } from '@/features/privacy-centre/loaded';
import { useWho } from '@/features/privacy-centre/use-own';
import { isShut } from '@/features/session/shut';
import { Empty } from '@/ui/states';
import { draftOf, emptyDraft } from './draft';
import { WritingForm } from './writing-form';

/** Writing a new proposal, or changing the one with this id. */
export function Publish({ id }: { id: string | undefined }) {
  return (
    <AuthorsOnly>{id === undefined ? <WritingForm start={emptyDraft} /> : <Edit id={id} />}</AuthorsOnly>
  );
}

/** A guest gets a way to log in, a shut account one to open it; a child is told that it can read. */
function AuthorsOnly({ children }: { children: ReactNode }) {
  return (
    <Loaded state={useWho()}>
      {({ status }) => {
        if (status === 'guest') return <GuestState {...publishCopy.guest} />;
        if (status === 'child') return <Empty {...publishCopy.child} />;
        return isShut(status) ? <LeadToShut how={status} /> : children;
      }}
    </Loaded>
  );
}

/** Where an address leads to no proposal of one's own. */
const NotYours = () => (
  <NoSuch {...publishCopy.notYours} page="pages/community/mine/index" className="to-mine" />
);

function Edit({ id }: { id: string }) {
  const read = useLoaded(community.read, { id });
  if (isNoSuch(read.failure, 'PROPOSAL_UNKNOWN')) return <NotYours />;
  return (
    <Loaded state={read}>
      {(proposal) =>
        proposal.isMine && proposal.title !== null ? (
          <WritingForm
            id={id}
            start={() => draftOf(proposal)}
            reload={async () => {
              const answer = await read.reload();
              return answer.ok ? draftOf(answer.data) : undefined;
            }}
          />
        ) : (
          <NotYours />
        )
      }
    </Loaded>
  );
}
