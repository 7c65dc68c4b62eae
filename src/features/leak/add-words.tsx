import { useState } from 'react';
import { request } from '@/contracts/request';
import { leakCopy } from '@/copy/privacy/leak';
import { useCall } from '@/features/call/use-call';
import { useDraft } from '@/features/requests/use-draft';
import { Words } from '@/features/requests/words-field';
import { Button } from '@/ui/button';

const { words, report } = leakCopy;

export interface AddWordsProps {
  /** The report without words. */
  to: string;
  onReplaced: (id: string) => void;
}

/**
 * Words for a report that was filed without any. What is filed is never edited, so a report with words takes its place:
 * the new one stands before the old one goes, and were the old one to stay, nothing would be lost.
 */
export function AddWords({ to, onReplaced }: AddWordsProps) {
  const old = useCall(request.cancel);
  const [isMissing, setIsMissing] = useState(false);
  const replaceOld = async (id: string) => {
    await old.run({ id: to });
    onReplaced(id);
  };
  const { draft, change, submit, isRunning, problem } = useDraft({ kind: 'leak' }, replaceOld, `leak ${to}`);
  const add = () => {
    setIsMissing(draft.words.trim() === '');
    if (draft.words.trim() !== '') void submit();
  };
  return (
    <>
      <Words
        className="leak-words"
        title={words.group}
        label={report.label}
        tips={words.tips}
        error={isMissing ? words.missing : problem}
        draft={draft}
        onChange={(part) => {
          setIsMissing(false);
          change(part);
        }}
      />
      <Button className="add-leak-words" loading={isRunning} onTap={add}>
        {words.button}
      </Button>
    </>
  );
}
