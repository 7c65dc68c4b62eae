import { View } from '@tarojs/components';
import { community } from '@/contracts/community';
import { commentStates } from '@/contracts/community-vocabulary';
import { commentCopy, reportCopy } from '@/copy/community';
import { Confirmed } from '@/features/call/confirmed';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { accessible } from '@/ui/accessible';
import { Button } from '@/ui/button';
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
  return (
    <Confirmed
      operation={community.uncomment}
      input={{ id }}
      words={commentCopy.removeAsk}
      className="confirm-remove"
      onDone={() => {
        onRemoved(id);
      }}
      leadsAway={leadsAway}
    >
      {(ask) => (
        <Button
          size="mini"
          kind="link"
          className="remove-comment"
          label={commentCopy.removeLabel(cut(text, SPOKEN))}
          onTap={ask}
        >
          {commentCopy.remove}
        </Button>
      )}
    </Confirmed>
  );
}
