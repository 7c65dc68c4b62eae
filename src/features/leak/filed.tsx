import { request } from '@/contracts/request';
import { leakCopy } from '@/copy/privacy/leak';
import { useCall } from '@/features/call/use-call';
import { useLoaded } from '@/features/call/use-loaded';
import { dayInWords } from '@/features/privacy-centre/beijing-time';
import { Loaded } from '@/features/privacy-centre/loaded';
import { detailLines } from '@/features/requests/model';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Cell, Cells } from '@/ui/cells';
import { FailureNotice } from '@/ui/failure-notice';
import { Notice } from '@/ui/notice';
import { AddWords } from './add-words';
import { standingOf, wordsOf } from './standing';

export interface FiledProps {
  id: string;
  /** Another report, with words, took its place. */
  onReplaced: (id: string) => void;
}

/** A report that is filed: until when it is answered, the way to take it back, and room for words. */
export function Filed({ id, onReplaced }: FiledProps) {
  const read = useLoaded(request.read, { id });
  const undo = useCall(request.cancel);
  const takeBack = async () => {
    const result = await undo.run({ id });
    if (result.ok) await read.reload();
  };
  return (
    <Loaded state={read}>
      {(reading) => {
        const { title, text } = leakCopy.filed[standingOf(reading)];
        const canUndo = reading.allowed.includes('cancel');
        const words = wordsOf(reading);
        return (
          <>
            <Notice title={title}>{text(dayInWords(reading.dueOn))}</Notice>
            <FailureNotice failure={undo.failure} />
            {canUndo && (
              <Button className="undo-leak" loading={undo.isRunning} onTap={() => void takeBack()}>
                {leakCopy.undo}
              </Button>
            )}
            {words === 'addable' && <AddWords to={id} onReplaced={onReplaced} />}
            <Cells {...(words === 'with-pictures' && { tips: leakCopy.words.withPictures })}>
              {reading.details !== null && (
                <Cell title={leakCopy.words.yours} desc={detailLines(reading.details)} />
              )}
              <Cell
                className="to-progress"
                {...leakCopy.progress}
                onTap={to('pages/privacy/progress/index', { id })}
              />
            </Cells>
          </>
        );
      }}
    </Loaded>
  );
}
