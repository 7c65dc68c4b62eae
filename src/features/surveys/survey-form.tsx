import { View } from '@tarojs/components';
import { community } from '@/contracts/community';
import type { Answers } from '@/contracts/survey';
import { surveyCopy } from '@/copy/survey';
import { useCall } from '@/features/call/use-call';
import { askToLogin } from '@/features/community/lead-away';
import { useSending } from '@/features/community/use-sending';
import { useKeptDraft } from '@/features/drafts/use-kept-draft';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';
import { Notice } from '@/ui/notice';
import { answersIn, draftOf, surveyDrafts, withAnswer } from './draft';
import type { Survey } from './model';
import { QuestionField } from './question-field';

export interface SurveyFormProps {
  survey: Survey;
  /** What the person answered before, which the form begins with. */
  mine: Answers | null;
  /** A guest fills it in like everybody, and is led to log in by the button. */
  isGuest: boolean;
  onSent: (answers: Answers) => void;
  /** Leaves the answers as they were. */
  onKeep: () => void;
}

/** The questions with what is filled in, which waits for whoever leaves; nothing has to be answered but one. */
export function SurveyForm({ survey: { id, questions }, mine, isGuest, onSent, onKeep }: SurveyFormProps) {
  const start = () => draftOf(questions, mine);
  const { draft, change, clear, wasKept } = useKeptDraft(surveyDrafts, id, start);
  const { run } = useCall(community.answer);
  const answers = answersIn(draft);
  const sending = useSending(
    () => (answers ? run({ id, answers }) : { missing: surveyCopy.missing }),
    () => {
      clear(draftOf(questions, answers ?? null));
      if (answers) onSent(answers);
    },
  );
  return (
    <>
      {wasKept && (
        <Notice title={surveyCopy.kept}>
          <Button
            size="mini"
            className="survey-clear"
            onTap={() => {
              sending.forget();
              clear(start());
            }}
          >
            {surveyCopy.keptClear}
          </Button>
        </Notice>
      )}
      {questions.map((asked, index) => (
        <QuestionField
          key={`${String(index)}${asked.title}`}
          asked={asked}
          index={index}
          said={draft.answers[index] ?? null}
          onSay={(next) => {
            sending.forget();
            change(({ answers: known }) => ({ answers: withAnswer(known, index, next) }));
          }}
        />
      ))}
      <View className="survey-send">
        <FailureNotice failure={sending.failure} />
        <Button
          kind="primary"
          size="block"
          className="send-answers"
          loading={sending.isRunning}
          onTap={isGuest ? askToLogin : sending.submit}
        >
          {isGuest ? surveyCopy.login : mine ? surveyCopy.save : surveyCopy.send}
        </Button>
        {mine && (
          <Button
            size="block"
            className="keep-answers"
            disabled={sending.isRunning}
            onTap={() => {
              clear(start());
              onKeep();
            }}
          >
            {surveyCopy.keep}
          </Button>
        )}
      </View>
    </>
  );
}
