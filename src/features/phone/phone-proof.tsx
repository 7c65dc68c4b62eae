import { useState } from 'react';
import type { Failure } from '@/contracts/result';
import type { PhoneProof as Proof } from '@/contracts/values';
import { interfaces } from '@/contracts/data-map/interfaces';
import { phoneCopy } from '@/copy/phone';
import { privacyGateCopy } from '@/copy/privacy-gate';
import { readGuideline } from '@/features/privacy-gate/read-guideline';
import { phoneButtonAgrees } from '@/platform/privacy';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';
import { Notice } from '@/ui/notice';
import { PhoneButton } from '@/ui/phone-button';
import { Tabs } from '@/ui/tabs';
import type { ProofPurpose, ProofWay } from './model';
import { SmsProof } from './sms-proof';

export interface PhoneProofProps {
  /** What the number is proven for: the words on the buttons. */
  purpose: ProofPurpose;
  /**
   * The proof, as `account.register`, `changePhone` and `deregister` take it. It works once: after a failure the user
   * gives a new one here.
   */
  onProof: (proof: Proof) => void;
  /** The call that spends the proof is running. */
  busy?: boolean;
  /** Something else is still missing; the caller says what. */
  disabled?: boolean;
  /** Why the last proof was not taken; shown above the button. */
  failure?: Failure | undefined;
}

const { label, use } = interfaces.PhoneNumber;

/** What a tap on WeChat's button does; where it also agrees to the guideline, with the way to read that first. */
function WeChatHint() {
  const [agrees] = useState(phoneButtonAgrees);
  if (!agrees) return <Notice>{phoneCopy.wechatHint}</Notice>;
  return (
    <Notice>
      {phoneCopy.wechatAgrees(label, use.why)}
      <Button size="mini" kind="link" className="phone-guideline" onTap={readGuideline}>
        {privacyGateCopy.guideline}
      </Button>
    </Notice>
  );
}

/**
 * Proves a phone number by WeChat's button or by an SMS code, as the user likes. For tests: `ui-tab_wechat`,
 * `ui-tab_sms`, `ui-phone` (WeChat's button), `phone-number`, `phone-send`, `phone-code`, `phone-submit`.
 */
export function PhoneProof({ purpose, onProof, busy = false, disabled = false, failure }: PhoneProofProps) {
  const [way, setWay] = useState<ProofWay>('wechat');
  const [isRefused, setRefused] = useState(false);
  const words = phoneCopy.purposes[purpose];
  return (
    <>
      <Tabs
        label={phoneCopy.choose}
        tabs={[
          { value: 'wechat', title: phoneCopy.ways.wechat },
          { value: 'sms', title: phoneCopy.ways.sms },
        ]}
        value={way}
        onChange={setWay}
      />
      {way === 'wechat' ? (
        <>
          <WeChatHint />
          {/* Above the button: below it the sentence would lie under the screen's edge. */}
          <FailureNotice failure={failure} />
          {isRefused && <Notice kind="warn">{phoneCopy.wechatRefused}</Notice>}
          <PhoneButton
            text={words.wechat}
            loading={busy}
            disabled={disabled}
            onCode={(code) => {
              setRefused(false);
              onProof({ kind: 'wechat', code });
            }}
            onRefused={() => {
              setRefused(true);
            }}
          />
        </>
      ) : (
        <SmsProof text={words.sms} busy={busy} disabled={disabled} failure={failure} onProof={onProof} />
      )}
    </>
  );
}
