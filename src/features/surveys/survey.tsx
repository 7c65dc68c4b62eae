import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { community } from '@/contracts/community';
import type { Answers } from '@/contracts/survey';
import { surveyCopy, surveysCopy, tallyCopy } from '@/copy/survey';
import { isNoSuch } from '@/features/call/is-no-such';
import { NoSuch } from '@/features/call/no-such';
import { useLoaded } from '@/features/call/use-loaded';
import { endInWords } from '@/features/privacy-centre/beijing-time';
import { Loaded } from '@/features/privacy-centre/loaded';
import { useSessionOnShow } from '@/features/session/use-session-on-show';
import { scrollToId } from '@/platform/scroll';
import { accessible } from '@/ui/accessible';
import { Lines } from '@/ui/lines';
import { Notice } from '@/ui/notice';
import { Tag } from '@/ui/tag';
import { surveyDrafts } from './draft';
import { asGuest, type Survey } from './model';
import { OwnAnswers } from './own-answers';
import { Results } from './results';
import { SurveyForm } from './survey-form';
import '@/features/community/heading.less';
import './survey.less';

/** One survey: open to everyone to read, to members to fill in. */
export function SurveyView({ id }: { id: string | undefined }) {
  return id === undefined || id === '' ? <Missing /> : <OneSurvey id={id} />;
}

const Missing = () => (
  <NoSuch {...surveyCopy.missingSurvey} page="pages/community/surveys/index" className="to-surveys" />
);

function OneSurvey({ id }: { id: string }) {
  const { status } = useSessionOnShow();
  const read = useLoaded(community.survey, { id });
  if (isNoSuch(read.failure, 'SURVEY_UNKNOWN')) return <Missing />;
  return (
    <Loaded state={read}>
      {(answer) => {
        const survey = status === 'guest' ? asGuest(answer) : answer;
        return (
          <>
            <Head survey={survey} />
            {/* Whose answers they are changes with logging in. */}
            <Part
              key={String(status === 'guest')}
              survey={survey}
              answer={answer}
              status={status}
              onChanged={read.reload}
            />
            <Results survey={survey} />
          </>
        );
      }}
    </Loaded>
  );
}

function Head({ survey: { title, intro, isOpen, closesAt, answered, questions } }: { survey: Survey }) {
  const end = endInWords(closesAt);
  const hasWords = questions.some(({ kind }) => kind === 'text');
  const { title: promise, lines, words } = surveyCopy.promise;
  return (
    <>
      <View className="community-head">
        <View className="community-head__title" {...accessible({ role: 'heading' })}>
          {title}
        </View>
        <View className="community-head__facts">
          <Tag text={isOpen ? surveysCopy.open : surveysCopy.over} tone={isOpen ? 'good' : 'plain'} />
          <View>{isOpen ? surveysCopy.until(end) : surveysCopy.ended(end)}</View>
          <View>{tallyCopy.answered(answered)}</View>
        </View>
        <View className="community-head__text">{intro}</View>
      </View>
      {isOpen && (
        <Notice title={promise}>
          <Lines lines={[...lines, ...(hasWords ? [words] : [])]} />
        </Notice>
      )}
    </>
  );
}

const SAID = 'survey-said';

interface PartProps {
  survey: Survey;
  /** The reading that the survey comes from: a newer one outweighs what was done since. */
  answer: Survey;
  /** Who looks at it: a guest is led to log in, a child reads alone. */
  status: string;
  onChanged: () => Promise<unknown>;
}

/** What the person can do with it: fill it in, see what they said, change it, take it back. */
function Part({ survey, answer, status, onChanged }: PartProps) {
  const [done, setDone] = useState<{ mine: Answers | null; since: Survey }>();
  const [said, setSaid] = useState<'sent' | 'taken'>();
  // Half a change waits where it was left.
  const [isEditing, setIsEditing] = useState(() => surveyDrafts.get(survey.id) !== undefined);
  const mine = done?.since === answer ? done.mine : survey.mine;
  const settle = async (what: 'sent' | 'taken', answers: Answers | null) => {
    setDone({ mine: answers, since: answer });
    setIsEditing(false);
    setSaid(undefined);
    // Once the counts stand: whatever is drawn later would push what was scrolled to out of view.
    await onChanged();
    setSaid(what);
  };
  // The button that was pressed stood at the end of a form that is gone now.
  useEffect(() => {
    if (said) scrollToId(SAID);
  }, [said]);
  const notice = said && (
    <View id={SAID} className="survey-said">
      <Notice title={surveyCopy[said].title}>{surveyCopy[said].text}</Notice>
    </View>
  );
  if (mine && !(isEditing && survey.isOpen))
    return (
      <>
        {notice}
        <OwnAnswers
          survey={survey}
          mine={mine}
          onEdit={() => {
            setSaid(undefined);
            setIsEditing(true);
          }}
          onTaken={() => {
            void settle('taken', null);
          }}
        />
      </>
    );
  if (!survey.isOpen)
    return (
      <>
        {notice}
        <Notice title={surveyCopy.over.title}>{surveyCopy.over.text}</Notice>
      </>
    );
  if (status === 'child') return <Notice title={surveyCopy.child.title}>{surveyCopy.child.text}</Notice>;
  return (
    <>
      {notice}
      <SurveyForm
        survey={survey}
        mine={mine}
        isGuest={status === 'guest'}
        onSent={(answers) => {
          void settle('sent', answers);
        }}
        onKeep={() => {
          setIsEditing(false);
        }}
      />
    </>
  );
}
