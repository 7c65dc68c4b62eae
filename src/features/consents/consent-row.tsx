import { useState } from 'react';
import { View } from '@tarojs/components';
import { consentsCopy } from '@/copy/privacy/consents';
import { instantInWords } from '@/features/privacy-centre/beijing-time';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { SwitchRow } from '@/ui/choice';
import { FailureNotice } from '@/ui/failure-notice';
import { SensitiveSheet } from './sensitive-sheet';
import { useConsentSwitch, type ConsentItem } from './use-consent-switch';

export interface ConsentRowProps {
  item: ConsentItem;
  policyVersion: string;
  /** A child can turn nothing on (P66); off always. */
  isChild: boolean;
}

/**
 * The switch of one purpose. Turning off is always one tap; turning on a sensitive purpose first asks in its own sheet
 * (PIPL 29), so withdrawing never takes more taps than granting (P53).
 */
export function ConsentRow({ item, policyVersion, isChild }: ConsentRowProps) {
  const { granted, since, isRunning, failure, choose } = useConsentSwitch(item, policyVersion);
  const [isAsking, setIsAsking] = useState(false);
  const saving = isRunning ? consentsCopy.saving : '';
  return (
    <>
      <SwitchRow
        className={`consent_${item.purpose}`}
        title={`${item.label}${item.sensitive ? consentsCopy.sensitiveMark : ''}`}
        desc={
          <>
            {!item.open && <View>{consentsCopy.notOpen}</View>}
            <View>{consentsCopy.why(item.why)}</View>
            {item.uses.length > 0 && <View>{consentsCopy.uses(item.uses)}</View>}
            <View>{consentsCopy.without(item.without)}</View>
            {since !== null && (
              <View>{consentsCopy.changedAt[granted ? 'on' : 'off'](instantInWords(since))}</View>
            )}
          </>
        }
        on={granted}
        disabled={isChild && !granted}
        words={{ on: `${consentsCopy.words.on}${saving}`, off: `${consentsCopy.words.off}${saving}` }}
        onChange={(wanted) => {
          if (wanted && item.sensitive) setIsAsking(true);
          else void choose(wanted);
        }}
      />
      <FailureNotice failure={failure} title={consentsCopy.rolledBack}>
        {failure?.code === 'POLICY_STALE' && (
          <Button size="mini" kind="link" onTap={to('pages/policy/index')}>
            {consentsCopy.readPolicy}
          </Button>
        )}
      </FailureNotice>
      <SensitiveSheet
        item={item}
        open={isAsking}
        onClose={() => {
          setIsAsking(false);
        }}
        onAgree={() => {
          setIsAsking(false);
          void choose(true);
        }}
      />
    </>
  );
}
