import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { locateCopy } from '@/copy/city';
import { commonCopy } from '@/copy/common';
import { SensitiveSheet } from '@/features/consents/sensitive-sheet';
import { to } from '@/platform/navigate';
import { openPermissions } from '@/platform/position';
import { accessible } from '@/ui/accessible';
import { Spinner } from '@/ui/loading';
import { Dialog, type DialogAction } from '@/ui/sheet';
import { findCity } from './model';
import type { LocateStep, useLocating } from './use-locating';
import './locate.less';

/** The quiet way in: says before the tap that the position stays here. */
export function LocateButton({ isWorking, onTap }: { isWorking: boolean; onTap: () => void }) {
  return (
    <View
      className="city-locate"
      onClick={onTap}
      {...accessible({ role: 'button', disabled: isWorking, pressable: true })}
    >
      <View className="city-locate__title">
        {isWorking && <Spinner />}
        {isWorking ? locateCopy.working : locateCopy.open}
      </View>
      <View className="city-locate__hint">{locateCopy.hint}</View>
    </View>
  );
}

interface LocateAnswersProps {
  locating: ReturnType<typeof useLocating>;
  /** Takes a city as a tap in the list does. */
  onPick: (code: string) => unknown;
}

/** What is asked and said on the way; only the city that is confirmed here is ever sent. */
export function LocateAnswers({ locating: { step, agree, dismiss }, onPick }: LocateAnswersProps) {
  if (!step) return null;
  if (step.at === 'consent')
    return (
      <SensitiveSheet
        item={step.item}
        open
        onClose={dismiss}
        onAgree={() => void agree(step.policyVersion)}
      />
    );
  const { title, text, act, no } = answerTo(step, onPick);
  const way = act && {
    ...act,
    onTap: () => {
      dismiss();
      act.onTap();
    },
  };
  const back: DialogAction = {
    text: no ?? commonCopy.close,
    className: 'locate-no',
    onTap: dismiss,
  };
  return (
    <Dialog open title={title} actions={way ? [way, back] : [back]}>
      {text}
    </Dialog>
  );
}

interface Answer {
  title: string;
  text: ReactNode;
  /** What can be done about it; the way back to the list is always there. */
  act?: DialogAction | undefined;
  /** The words of the way back. */
  no?: string;
}

const reason = (why: string) => (
  <>
    <View>{why}</View>
    <View>{locateCopy.instead}</View>
  </>
);

const allow: DialogAction | undefined = openPermissions && {
  text: locateCopy.allow,
  kind: 'primary',
  className: 'locate-allow',
  onTap: openPermissions,
};

function answerTo(
  step: Exclude<LocateStep, { at: 'consent' }>,
  onPick: LocateAnswersProps['onPick'],
): Answer {
  switch (step.at) {
    case 'found':
      return {
        title: locateCopy.found.title(findCity(step.city)?.name ?? ''),
        text: locateCopy.found.text,
        act: {
          text: locateCopy.found.yes,
          kind: 'primary',
          className: 'locate-yes',
          onTap: () => void onPick(step.city),
        },
        no: locateCopy.found.no,
      };
    case 'guest':
      return {
        title: locateCopy.guest.title,
        text: reason(locateCopy.guest.text),
        act: {
          text: locateCopy.guest.login,
          kind: 'primary',
          className: 'locate-login',
          onTap: to('pages/login/index', { next: 'back' }),
        },
        no: locateCopy.guest.no,
      };
    case 'child':
      return { title: locateCopy.notAsked, text: reason(locateCopy.child) };
    case 'outside':
    case 'far':
      return { title: locateCopy.unknown, text: reason(locateCopy[step.at]) };
    case 'problem':
      return {
        title: locateCopy.stopped,
        text: reason(locateCopy.problems[step.problem]),
        act: step.problem === 'refused' ? allow : undefined,
      };
    case 'failure':
      return {
        title: locateCopy.notAsked,
        text: reason(step.failure.message),
        act: step.failure.code === 'POLICY_STALE' ? readPolicy : undefined,
      };
  }
}

const readPolicy: DialogAction = {
  text: locateCopy.readPolicy,
  kind: 'primary',
  className: 'locate-policy',
  onTap: to('pages/policy/index'),
};
