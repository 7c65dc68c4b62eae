import { View } from '@tarojs/components';
import { commonCopy } from '@/copy/common';
import { purposeCopy } from '@/copy/community';
import { consentsCopy } from '@/copy/privacy/consents';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Dialog, Sheet, type DialogAction } from '@/ui/sheet';
import type { usePurpose } from './use-purpose';
import './community.less';

export interface PurposeSheetProps {
  asking: ReturnType<typeof usePurpose>;
  words: (typeof purposeCopy)['sameCity' | 'tag'];
}

const readPolicy: DialogAction = {
  text: purposeCopy.readPolicy,
  kind: 'primary',
  onTap: to('pages/policy/index'),
};

/** Asks for one purpose by itself: what it is for, what happens without it, what it uses, how to take it back. */
export function PurposeSheet({ asking: { step, agree, dismiss }, words }: PurposeSheetProps) {
  if (!step) return null;
  if (step.at !== 'consent') {
    const isStale = step.at === 'failure' && step.failure.code === 'POLICY_STALE';
    const close: DialogAction = { text: commonCopy.close, className: 'purpose-close', onTap: dismiss };
    return (
      <Dialog open title={purposeCopy.notAsked} actions={isStale ? [readPolicy, close] : [close]}>
        {step.at === 'child' ? words.child : step.failure.message}
      </Dialog>
    );
  }
  const { item, policyVersion } = step;
  return (
    <Sheet
      open
      title={item.label}
      onClose={dismiss}
      action={
        <>
          <Button kind="primary" className="purpose-agree" onTap={() => void agree(policyVersion)}>
            {words.agree}
          </Button>
          <Button className="purpose-refuse" onTap={dismiss}>
            {words.refuse}
          </Button>
        </>
      }
    >
      {[consentsCopy.why(item.why), consentsCopy.without(item.without), words.only, purposeCopy.withdraw].map(
        (line) => (
          <View key={line} className="community-line">
            {line}
          </View>
        ),
      )}
    </Sheet>
  );
}
