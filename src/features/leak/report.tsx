import { leakCopy } from '@/copy/privacy/leak';
import { useDraft } from '@/features/requests/use-draft';
import { Words } from '@/features/requests/words-field';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';

const { report: words } = leakCopy;

export interface ReportProps {
  onFiled: (id: string) => void;
  /** As `useDraft` takes it. */
  keep?: string;
}

/** The report itself: words if one likes, and a tap. */
export function Report({ onFiled, keep }: ReportProps) {
  const { draft, change, submit, isRunning, refusal } = useDraft({ kind: 'leak' }, onFiled, keep);
  return (
    <>
      <Button
        kind="primary"
        size="block"
        className="report-leak"
        loading={isRunning}
        onTap={() => void submit()}
      >
        {words.button}
      </Button>
      <FailureNotice failure={refusal} />
      <Words
        className="leak-words"
        title={words.group}
        label={words.label}
        tips={words.tips}
        draft={draft}
        onChange={change}
      />
    </>
  );
}
