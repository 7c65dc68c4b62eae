import { leakCopy } from '@/copy/privacy/leak';
import { useDraft } from '@/features/requests/use-draft';
import { MOST_WORDS } from '@/features/requests/words-field';
import { Button } from '@/ui/button';
import { Cells } from '@/ui/cells';
import { Field } from '@/ui/field';
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
      <Cells title={words.group} tips={words.tips}>
        <Field
          className="leak-words"
          label={words.label}
          multiline
          maxLength={MOST_WORDS}
          value={draft.words}
          onInput={(typed) => {
            change({ words: typed });
          }}
        />
      </Cells>
    </>
  );
}
