import { useState } from 'react';
import { View } from '@tarojs/components';
import type { SharedWith } from '@/contracts/data-map/derive/lists';
import { recipientsCopy } from '@/copy/privacy/lists';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { Button } from '@/ui/button';
import { SwitchRow } from '@/ui/choice';
import { FailureNotice } from '@/ui/failure-notice';
import { Lines } from '@/ui/lines';
import { Sheet } from '@/ui/sheet';
import { deliveryOf, recalledInWords, termsOf, type Choice } from './model';
import { useShareSwitch } from './use-share-switch';
import './recipients.less';

export interface RecipientRowProps {
  entry: SharedWith;
  choice: Choice;
  policyVersion: string;
}

/** The switch of one recipient. Giving asks in a sheet of its own (PIPL 23); taking back is one tap (P53). */
export function RecipientRow({ entry, choice, policyVersion }: RecipientRowProps) {
  const { granted, since, isRunning, failure, choose } = useShareSwitch(choice, policyVersion);
  const [isAsking, setIsAsking] = useState(false);
  const saving = isRunning ? recipientsCopy.saving : '';
  const close = () => {
    setIsAsking(false);
  };
  return (
    <>
      <SwitchRow
        className={`recipient recipient_${entry.recipient}`}
        title={entry.name}
        desc={
          <>
            <Lines lines={termsOf(entry)} />
            <View>{recipientsCopy.states[choice.state]}</View>
            {choice.voided && !granted && <View>{recipientsCopy.voided}</View>}
            {since !== null && (
              <View>{recipientsCopy.changedAt[granted ? 'on' : 'off'](instantInWords(since))}</View>
            )}
            <Lines lines={deliveryOf(choice, granted)} />
            {choice.recalled && granted === choice.granted && <View>{recalledInWords(choice.recalled)}</View>}
          </>
        }
        on={granted}
        // What was given can always be taken back.
        disabled={!granted && choice.state !== 'in-use'}
        words={{ on: `${recipientsCopy.words.on}${saving}`, off: `${recipientsCopy.words.off}${saving}` }}
        onChange={(wanted) => {
          if (wanted) setIsAsking(true);
          else void choose(false);
        }}
      />
      <FailureNotice failure={failure} title={recipientsCopy.rolledBack} />
      <Sheet
        open={isAsking}
        title={recipientsCopy.sheet.title(entry.name)}
        onClose={close}
        action={
          <Button
            kind="primary"
            className="share-agree"
            onTap={() => {
              close();
              void choose(true);
            }}
          >
            {recipientsCopy.sheet.agree}
          </Button>
        }
      >
        <Lines
          className="recipients-line"
          lines={[
            recipientsCopy.sheet.lead,
            recipientsCopy.sheet.name(entry.name),
            ...termsOf(entry),
            recipientsCopy.sheet.withdraw,
          ]}
        />
      </Sheet>
    </>
  );
}
