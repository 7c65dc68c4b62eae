import { View } from '@tarojs/components';
import { commentStates } from '@/contracts/community-vocabulary';
import { commentCopy, reportCopy } from '@/copy/community';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { accessible } from '@/ui/accessible';
import { Button } from '@/ui/button';
import { Tag } from '@/ui/tag';
import { bylineInWords, cut, type Comment } from './model';
import { ReportLink } from './report-link';
import './proposal.less';

/** As much of a comment as its button says aloud. */
const SPOKEN = 20;

export interface CommentRowProps {
  comment: Comment;
  /** Its author wants it away. */
  onRemove: () => void;
}

/** One comment; its author can take it away, anybody else complain about it. */
export function CommentRow({ comment: { id, byline, at, text, isMine, state }, onRemove }: CommentRowProps) {
  const said = cut(text, SPOKEN);
  return (
    <View className="comment" {...accessible({ role: 'listitem' })}>
      <View className="comment__head">
        <View className="comment__facts">
          <View>{bylineInWords(byline)}</View>
          <View>{instantInWords(at)}</View>
          {state !== 'published' && <Tag tone="warn" text={commentStates[state].label} />}
        </View>
        {isMine ? (
          <Button
            size="mini"
            kind="link"
            className="remove-comment"
            label={commentCopy.removeLabel(said)}
            onTap={onRemove}
          >
            {commentCopy.remove}
          </Button>
        ) : (
          <ReportLink content={{ collection: 'comments', id }} label={reportCopy.comment(said)} />
        )}
      </View>
      <View className="comment__text">{text}</View>
    </View>
  );
}
