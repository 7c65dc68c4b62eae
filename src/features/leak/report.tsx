import { leakCopy } from '@/copy/privacy/leak';
import { useDraft } from '@/features/requests/use-draft';
import { Words } from '@/features/requests/words-field';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

const { report: words } = leakCopy;

/** The report itself: words if one likes, and a tap. */
export function Report({ onFiled }: { onFiled: (id: string) => void }) {
  const { draft, change, submit, isRunning, problem } = useDraft({ kind: 'leak' }, onFiled);
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
      {problem !== undefined && <Notice kind="error">{problem}</Notice>}
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
