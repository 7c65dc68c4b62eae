import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { interfaces, type GuardedKey } from '@/contracts/data-map/interfaces';
import { privacyGateCopy as copy } from '@/copy/privacy-gate';
import { useIsShown } from '@/features/session/use-is-shown';
import { AGREE_BUTTON, type PrivacyQuestion } from '@/platform/privacy';
import { Button } from '@/ui/button';
import { Dialog, Sheet } from '@/ui/sheet';
import { readGuideline } from './read-guideline';
import { usePrivacyGate } from './store';

/** Shows the gate's question on the page in view; every page has one, and a page that goes away says no. */
export function PrivacyGate() {
  const { question, soon, owner, claim, answer, dismiss } = usePrivacyGate();
  const [page] = useState({});
  const isShown = useIsShown();
  const isOpen = question !== undefined || soon !== undefined;
  useEffect(() => {
    if (isOpen && isShown && owner === undefined) claim(page);
  }, [isOpen, isShown, owner, claim, page]);
  useEffect(
    () => () => {
      if (usePrivacyGate.getState().owner === page) answer(false);
    },
    [answer, page],
  );
  if (owner !== page) return null;
  if (question) return <Question question={question} answer={answer} />;
  return (
    <Dialog
      open={soon !== undefined}
      title={copy.soon}
      actions={[{ text: copy.understood, className: 'privacy-understood', onTap: dismiss }]}
    >
      {copy.soonText(soon ?? 0)}
    </Dialog>
  );
}

interface QuestionProps {
  question: PrivacyQuestion;
  answer: (agreed: boolean) => void;
}

/** What WeChat's own buttons hand over: on an old library they are there only once the person has agreed. */
const byButton: readonly GuardedKey[] = ['PhoneNumber', 'UserInfo'];

function Question({ question: { key, byWeChat }, answer }: QuestionProps) {
  const asked = key === undefined ? undefined : interfaces[key];
  const agree = () => {
    answer(true);
  };
  return (
    <Sheet
      open
      title={copy.title}
      onClose={() => {
        answer(false);
      }}
      action={
        <View>
          <Button
            kind="primary"
            className="privacy-agree"
            id={AGREE_BUTTON}
            {...(byWeChat
              ? { openType: 'agreePrivacyAuthorization', onAgreePrivacyAuthorization: agree }
              : { onTap: agree })}
          >
            {copy.agree}
          </Button>
          <Button
            className="privacy-disagree"
            onTap={() => {
              answer(false);
            }}
          >
            {copy.disagree}
          </Button>
        </View>
      }
    >
      <View className="ui-sheet__line">{asked ? copy.what(asked.label) : copy.whatUnknown}</View>
      {asked?.use && <View className="ui-sheet__line">{copy.why(asked.use.why)}</View>}
      <View className="ui-sheet__line">{copy.without}</View>
      {!byWeChat && key !== undefined && byButton.includes(key) && (
        <View className="ui-sheet__line">{copy.again}</View>
      )}
      <Button size="mini" kind="link" className="privacy-guideline" onTap={readGuideline}>
        {copy.guideline}
      </Button>
    </Sheet>
  );
}
