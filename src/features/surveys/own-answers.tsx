import { SCALE, type Answers } from '@/contracts/survey';
import { surveyCopy } from '@/copy/survey';
import { Cell, Cells } from '@/ui/cells';
import { answerInWords, type Survey } from './model';
import { TakeBack } from './take-back';

export interface OwnAnswersProps {
  survey: Survey;
  mine: Answers;
  /** Opens the form again, where the survey is still open. */
  onEdit: () => void;
  onTaken: () => void;
}

/** The person's own answers, which nobody else reads, and the ways to change them or to take them away (P16). */
export function OwnAnswers({ survey: { id, isOpen, questions }, mine, onEdit, onTaken }: OwnAnswersProps) {
  return (
    <>
      <Cells title={surveyCopy.mine}>
        {questions.map((asked, index) => (
          <Cell
            key={`${String(index)}${asked.title}`}
            className={`survey-mine survey-mine_${String(index)}`}
            title={answerInWords(asked, mine[index] ?? null, SCALE) ?? surveyCopy.notAnswered}
            desc={surveyCopy.number(index, asked.title)}
          />
        ))}
      </Cells>
      <Cells>
        {isOpen && <Cell className="edit-answers" title={surveyCopy.edit} onTap={onEdit} />}
        <TakeBack id={id} isOpen={isOpen} onTaken={onTaken} />
      </Cells>
    </>
  );
}
