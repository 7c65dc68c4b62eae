import { useState } from 'react';
import { View } from '@tarojs/components';
import { community } from '@/contracts/community';
import type { Output } from '@/contracts/operation';
import { commentCopy } from '@/copy/community';
import { Confirmed } from '@/features/call/confirmed';
import { accessible } from '@/ui/accessible';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Loading } from '@/ui/loading';
import { ErrorState } from '@/ui/states';
import { CommentForm } from './comment-form';
import { CommentRow } from './comment-row';
import { askToLogin, leadsAway } from './lead-away';
import { withoutRepeats, type Comment, type Proposal } from './model';
import { useList, type List } from './use-list';
import './community.less';

const pageOf = ({ comments, next }: Output<typeof community.comments>) => ({ items: comments, next });

/** What was said about a proposal, oldest first, and the way to say something. */
export function Comments({ proposal, status }: { proposal: Proposal; status: string }) {
  const list = useList(community.comments, { id: proposal.id }, pageOf);
  // What was just said comes last, wherever the reading is; what was just taken away is gone.
  const [said, setSaid] = useState<readonly Comment[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const comments = withoutRepeats([...(list.data?.items ?? []), ...said])
    .filter(({ id }) => !removed.includes(id))
    .map((comment) => (status === 'guest' ? { ...comment, isMine: false } : comment));
  return (
    <>
      <CommentList
        list={list}
        comments={comments}
        onRemoved={(id) => {
          setRemoved((known) => [...known, id]);
        }}
      />
      {proposal.state === 'published' && status === 'guest' && (
        <Button className="community-comment-login" onTap={askToLogin}>
          {commentCopy.login}
        </Button>
      )}
      {proposal.state === 'published' && status !== 'guest' && status !== 'child' && (
        <CommentForm
          id={proposal.id}
          removed={removed}
          onSaid={(comment) => {
            setSaid((known) => [...known, comment]);
          }}
        />
      )}
    </>
  );
}

interface CommentListProps {
  list: List<Comment>;
  comments: readonly Comment[];
  onRemoved: (id: string) => void;
}

function CommentList({ list, comments, onRemoved }: CommentListProps) {
  if (!list.data && comments.length === 0)
    return list.failure ? (
      <ErrorState error={list.failure} onRetry={() => void list.reload()} />
    ) : (
      <Loading />
    );
  return (
    <>
      <Rows comments={comments} onRemoved={onRemoved} />
      <FailureNotice failure={list.moreFailure} />
      {list.hasMore && (
        <Button
          className="community-more-comments"
          loading={list.isMoreRunning}
          onTap={() => void list.more()}
        >
          {commentCopy.more}
        </Button>
      )}
    </>
  );
}

/** The comments, and the one question whether one of them is to go. */
function Rows({ comments, onRemoved }: Omit<CommentListProps, 'list'>) {
  const [wanted, setWanted] = useState('');
  return (
    <Confirmed
      operation={community.uncomment}
      input={{ id: wanted }}
      words={commentCopy.removeAsk}
      className="confirm-remove"
      onDone={() => {
        onRemoved(wanted);
      }}
      leadsAway={leadsAway}
    >
      {(ask) => (
        <Cells title={commentCopy.group}>
          {comments.length === 0 && <View className="comment">{commentCopy.empty}</View>}
          {comments.length > 0 && (
            <View {...accessible({ role: 'list' })}>
              {comments.map((comment) => (
                <CommentRow
                  key={comment.id}
                  comment={comment}
                  onRemove={() => {
                    setWanted(comment.id);
                    ask();
                  }}
                />
              ))}
            </View>
          )}
        </Cells>
      )}
    </Confirmed>
  );
}
