import { useState } from 'react';
import { View } from '@tarojs/components';
import { community } from '@/contracts/community';
import { commentStates } from '@/contracts/community-vocabulary';
import type { Failure } from '@/contracts/result';
import { commentCopy, reportCopy } from '@/copy/community';
import { useCall } from '@/features/call/use-call';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { accessible } from '@/ui/accessible';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';
import { Dialog } from '@/ui/sheet';
import { Tag } from '@/ui/tag';
import { leadsAway } from './lead-away';
import { bylineInWords, cut, type Comment } from './model';
import { ReportLink } from './report-link';
import './proposal.less';

/** As much of a comment as its button says aloud. */
const SPOKEN = 20;

export interface CommentRowProps {
  comment: Comment;
  onRemoved: (id: string) => void;
}

/** One comment; its author can take it away, anybody else complain about it. */
export function CommentRow({ comment: { id, byline, at, text, isMine, state }, onRemoved }: CommentRowProps) {
  return (
    <View className="comment" {...accessible({ role: 'listitem' })}>
      <View className="comment__head">
        <View className="comment__facts">
          <View>{bylineInWords(byline)}</View>
          <View>{instantInWords(at)}</View>
          {state !== 'published' && <Tag tone="warn" text={commentStates[state].label} />}
        </View>
        {isMine ? (
          <RemoveComment id={id} text={text} onRemoved={onRemoved} />
        ) : (
          <ReportLink
            content={{ collection: 'comments', id }}
            label={reportCopy.comment(cut(text, SPOKEN))}
          />
        )}
      </View>
      <View className="comment__text">{text}</View>
    </View>
  );
}

interface RemoveCommentProps extends Pick<CommentRowProps, 'onRemoved'> {
  id: string;
  text: string;
}

function RemoveComment({ id, text, onRemoved }: RemoveCommentProps) {
  const { removeAsk: words } = commentCopy;
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { run, isRunning } = useCall(community.uncomment);
  const ask = (asks: boolean) => () => {
    setFailure(undefined);
    setIsAsking(asks);
  };
  const remove = async () => {
    const result = await run({ id });
    if (result.ok) onRemoved(id);
    else if (!leadsAway(result.error)) setFailure(result.error);
  };
  return (
    <>
      <Button
        size="mini"
        kind="link"
        className="remove-comment"
        label={commentCopy.removeLabel(cut(text, SPOKEN))}
        onTap={ask(true)}
      >
        {commentCopy.remove}
      </Button>
      <Dialog
        open={isAsking}
        title={words.title}
        actions={[
          {
            text: words.yes,
            kind: 'warn',
            className: 'confirm-remove',
            loading: isRunning,
            onTap: () => void remove(),
          },
          { text: words.no, disabled: isRunning, onTap: ask(false) },
        ]}
      >
        {words.text}
        <FailureNotice failure={failure} />
      </Dialog>
    </>
  );
}
