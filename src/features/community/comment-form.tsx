import { useState } from 'react';
import { community } from '@/contracts/community';
import { longestWritten, type CommentState } from '@/contracts/community-vocabulary';
import { commentCopy } from '@/copy/community';
import { useCall } from '@/features/call/use-call';
import { newAttempt } from '@/features/drafts/attempt';
import { draftsOf } from '@/features/drafts/kept-drafts';
import { useKeptDraft } from '@/features/drafts/use-kept-draft';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { ContactDialog } from './contact-dialog';
import { cut, tidy, type Comment } from './model';
import { useSending } from './use-sending';

interface Draft {
  attempt: string;
  text: string;
  byline: string;
}
const drafts = draftsOf<Draft>('comment');
const emptyDraft = (): Draft => ({ attempt: newAttempt(), text: '', byline: '' });

export interface CommentFormProps {
  /** The proposal's. */
  id: string;
  /** Comments that their author took away since. */
  removed: readonly string[];
  /** Told what everyone can read now; not what a person has to look at first. */
  onSaid: (comment: Comment) => void;
}

/** Says something about a proposal. */
export function CommentForm({ id, removed, onSaid }: CommentFormProps) {
  const { draft, change, clear } = useKeptDraft(drafts, id, emptyDraft);
  const { run } = useCall(community.comment);
  const [sent, setSent] = useState<{ id: string; state: CommentState }>();
  // A comment that was taken away again no longer stands above.
  const stands = sent && !removed.includes(sent.id) ? sent.state : undefined;
  const text = tidy(draft.text);
  const byline = draft.byline.trim();
  const sending = useSending(
    (understood) =>
      text === ''
        ? { missing: commentCopy.missing }
        : run({
            id,
            attempt: draft.attempt,
            text,
            ...(byline !== '' && { byline }),
            ...(understood && { understood }),
          }),
    ({ id: comment, state }) => {
      setSent({ id: comment, state });
      const at = new Date().toISOString();
      if (state === 'published')
        onSaid({ id: comment, text, byline: byline || null, at, isMine: true, state });
      clear({ ...emptyDraft(), byline: draft.byline });
    },
  );
  const write = (part: Partial<Omit<Draft, 'attempt'>>) => {
    sending.forget();
    setSent(undefined);
    change(part);
  };
  return (
    <>
      <Cells>
        <Field
          className="comment-text"
          label={commentCopy.label}
          multiline
          maxLength={longestWritten.comment}
          value={draft.text}
          onInput={(typed) => {
            write({ text: cut(typed, longestWritten.comment) });
          }}
        />
        <Field
          className="comment-byline"
          label={commentCopy.byline}
          hint={commentCopy.bylineHint}
          maxLength={longestWritten.byline}
          value={draft.byline}
          onInput={(typed) => {
            write({ byline: cut(typed, longestWritten.byline) });
          }}
        />
      </Cells>
      <FailureNotice failure={sending.failure} />
      {stands !== undefined && (
        <Notice
          {...(stands === 'published'
            ? { title: commentCopy.sent.title }
            : { title: commentCopy.reviewing.title })}
        >
          {stands === 'published' ? commentCopy.sent.text : commentCopy.reviewing.text}
        </Notice>
      )}
      <Button className="send-comment" loading={sending.isRunning} onTap={sending.submit}>
        {commentCopy.send}
      </Button>
      <ContactDialog
        warning={sending.warning}
        isRunning={sending.isRunning}
        onBack={sending.goBack}
        onGo={sending.submitAnyway}
      />
    </>
  );
}
